// exercise 07.total-loss (2)
// wrong: adds the logits, not the losses
static Tensor TotalLoss(Tensor main, Tensor[] heads, Tensor labels, bool training) =>
    F.cross_entropy(training ? heads.Aggregate(main, (sum, head) => sum + 0.3 * head) : main, labels);
