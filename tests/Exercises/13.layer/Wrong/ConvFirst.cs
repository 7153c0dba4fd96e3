// exercise 13.layer (3)
// wrong: the convolution comes before the norm, so the norm sees the compressed channels
static Module<Tensor, Tensor> MyTransition(long channels, double theta) => Sequential(
    ("conv", Conv2d(channels, (long)(channels * theta), 1, bias: false)),
    ("norm", BatchNorm2d((long)(channels * theta))), ("relu", ReLU()), ("pool", AvgPool2d(2, 2)));
