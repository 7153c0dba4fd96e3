// exercise 14.entropy (3)
// wrong: the logarithm of a probability that underflowed to 0 is not a number
static Tensor MeanEntropy(Tensor logits)
{
    var p = F.softmax(logits, 1);
    return -(p * p.log()).sum([1L]).mean();
}
