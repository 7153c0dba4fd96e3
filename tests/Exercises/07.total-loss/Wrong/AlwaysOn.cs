// exercise 07.total-loss (2)
// wrong: the heads count in evaluation too
static Tensor TotalLoss(Tensor main, Tensor[] heads, Tensor labels, bool training) =>
    heads.Aggregate(F.cross_entropy(main, labels), (sum, head) => sum + 0.3 * F.cross_entropy(head, labels));
