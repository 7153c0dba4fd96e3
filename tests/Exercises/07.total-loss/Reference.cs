// exercise 07.total-loss (2)
static Tensor TotalLoss(Tensor main, Tensor[] heads, Tensor labels, bool training)
{
    var loss = F.cross_entropy(main, labels);
    return training ? heads.Aggregate(loss, (sum, head) => sum + 0.3 * F.cross_entropy(head, labels)) : loss;
}
