// exercise 00.momentum (3)
// wrong: the rate inside the buffer is AlexNet's form, which differs once the rate changes
static Tensor[] MomentumStep(Tensor w, Tensor g, Tensor b, double rate, double mu)
{
    var buffer = b * mu + g * rate;
    return [w - buffer, buffer];
}
