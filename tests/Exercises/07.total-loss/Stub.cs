// exercise 07.total-loss (2)
static Tensor TotalLoss(Tensor main, Tensor[] heads, Tensor labels, bool training) =>
    throw new NotImplementedException(
        "Return main loss plus 0.3 times each head's loss, the main loss alone in evaluation.");
