// exercise 08.running (2)
static Tensor[] Running(Tensor mean, Tensor variance, Tensor x, double momentum)
{
    long[] dims = [0, 2, 3];
    var m = (double)x.numel() / x.shape[1];
    var centre = x.mean(dims, keepdim: true);
    var unbiased = (x - centre).square().sum(dims) / (m - 1);
    return [mean * (1 - momentum) + centre.flatten() * momentum, variance * (1 - momentum) + unbiased * momentum];
}
