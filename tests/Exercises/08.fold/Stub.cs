// exercise 08.fold (3)
static Tensor[] Fold(Tensor weight, Tensor gamma, Tensor beta, Tensor mean,
    Tensor variance, double eps) =>
    throw new NotImplementedException(
        "Return weight and bias of the one convolution that does the same.");
