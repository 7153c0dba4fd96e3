// exercise 14.mmd (3)
static Tensor SquaredMmd(Tensor x, Tensor y, double width)
{
    Tensor Mean(Tensor a, Tensor b) =>
        ((a.unsqueeze(1) - b.unsqueeze(0)).square().sum([2L]) * (-0.5 / (width * width))).exp().mean();
    return Mean(x, x) + Mean(y, y) - 2 * Mean(x, y);
}
