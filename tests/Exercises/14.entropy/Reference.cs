// exercise 14.entropy (3)
static Tensor MeanEntropy(Tensor logits)
{
    var log = F.log_softmax(logits, 1);
    return -(log.exp() * log).sum([1L]).mean();
}
