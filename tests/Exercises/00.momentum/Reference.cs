// exercise 00.momentum (3)
static Tensor[] MomentumStep(Tensor w, Tensor g, Tensor b, double rate, double mu)
{
    var buffer = b * mu + g;
    return [w - buffer * rate, buffer];
}
