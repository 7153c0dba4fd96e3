// exercise 08.running (2)
// wrong: records the biased variance
static Tensor[] Running(Tensor mean, Tensor variance, Tensor x, double momentum)
{
    long[] dims = [0, 2, 3];
    var centre = x.mean(dims, keepdim: true);
    var biased = (x - centre).square().mean(dims);
    return [mean * (1 - momentum) + centre.flatten() * momentum, variance * (1 - momentum) + biased * momentum];
}
