// exercise 09.asymmetric (3)
static Module<Tensor, Tensor> Asymmetric(long channels, long middle, long n) =>
    throw new NotImplementedException(
        "Return a module [N, channels, H, W] -> [N, channels, H, W].");
