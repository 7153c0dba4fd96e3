// exercise 09.smooth (2)
static Tensor SmoothLoss(Tensor logits, Tensor labels, double epsilon) =>
    throw new NotImplementedException("Return the mean cross-entropy with smoothed labels.");
