// exercise 09.asymmetric (3)
static Module<Tensor, Tensor> Asymmetric(long channels, long middle, long n) => Sequential(
    Conv2d(channels, middle, (1L, n), (1L, 1L), (0L, n / 2), bias: false), BatchNorm2d(middle), ReLU(),
    Conv2d(middle, channels, (n, 1L), (1L, 1L), (n / 2, 0L), bias: false), BatchNorm2d(channels), ReLU());
