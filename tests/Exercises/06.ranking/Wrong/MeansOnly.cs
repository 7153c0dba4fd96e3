// exercise 06.ranking (3)
// wrong: the difference of the means learns nothing about which features are reliable
static Tensor Ranker(Tensor features, Tensor positive, int steps)
{
    var share = positive.unsqueeze(1);
    return (features * share).sum(0) / positive.sum() - (features * (1 - share)).sum(0) / (1 - positive).sum();
}
