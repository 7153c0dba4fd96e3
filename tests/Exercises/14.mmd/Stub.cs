// exercise 14.mmd (3)
static Tensor SquaredMmd(Tensor x, Tensor y, double width) =>
    throw new NotImplementedException(
        "Return mean k(x, x) + mean k(y, y) - 2 mean k(x, y).");
