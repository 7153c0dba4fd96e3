// exercise 08.running (2)
// wrong: momentum is taken as the share of the old value, as in Keras
static Tensor[] Running(Tensor mean, Tensor variance, Tensor x, double momentum)
{
    long[] dims = [0, 2, 3];
    var m = (double)x.numel() / x.shape[1];
    var centre = x.mean(dims, keepdim: true);
    var unbiased = (x - centre).square().sum(dims) / (m - 1);
    return [mean * momentum + centre.flatten() * (1 - momentum), variance * momentum + unbiased * (1 - momentum)];
}
