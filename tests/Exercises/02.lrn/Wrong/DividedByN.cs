// exercise 02.lrn (2)
// wrong: divides alpha by n, as PyTorch and Caffe do
static Tensor Normalise(Tensor a, long n, double alpha, double beta, double k)
{
    var squares = F.pad(a.square(), [0, 0, 0, 0, n / 2, n / 2]);
    var sum = zeros_like(a);
    for (var j = 0L; j < n; j++)
    {
        sum += squares.narrow(1, j, a.shape[1]);
    }

    return a / (k + alpha / n * sum).pow(beta);
}
