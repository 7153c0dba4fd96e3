// exercise 02.lrn (2)
static Tensor Normalise(Tensor a, long n, double alpha, double beta, double k) =>
    throw new NotImplementedException(
        "Return a / (k + alpha * sum of squares over n neighbouring channels) ^ beta.");
