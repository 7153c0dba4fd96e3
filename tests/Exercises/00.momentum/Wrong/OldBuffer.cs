// exercise 00.momentum (3)
// wrong: the weights must move along the new buffer, not along the old one
static Tensor[] MomentumStep(Tensor w, Tensor g, Tensor b, double rate, double mu) =>
    [w - b * rate, b * mu + g];
