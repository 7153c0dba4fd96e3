// exercise 00.momentum (3)
static Tensor[] MomentumStep(Tensor w, Tensor g, Tensor b, double rate, double mu) =>
    throw new NotImplementedException(
        "Return the new weights and the new buffer after one step of SGD with momentum.");
