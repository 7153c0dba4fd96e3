// exercise 09.asymmetric (3)
// wrong: two full kernels
static Module<Tensor, Tensor> Asymmetric(long channels, long middle, long n) => Sequential(
    Conv2d(channels, middle, n, padding: n / 2, bias: false), BatchNorm2d(middle), ReLU(),
    Conv2d(middle, channels, n, padding: n / 2, bias: false), BatchNorm2d(channels), ReLU());
