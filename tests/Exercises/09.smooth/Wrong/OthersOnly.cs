// exercise 09.smooth (2)
// wrong: spreads epsilon over the other classes only, epsilon / (K - 1)
static Tensor SmoothLoss(Tensor logits, Tensor labels, double epsilon)
{
    var log = F.log_softmax(logits, 1);
    var right = log.gather(1, labels.unsqueeze(1)).flatten();
    var others = (log.sum(1) - right) / (logits.shape[1] - 1);
    return -((1 - epsilon) * right + epsilon * others).mean();
}
