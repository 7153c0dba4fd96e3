// exercise 13.layer (3)
static Module<Tensor, Tensor> MyTransition(long channels, double theta) => Sequential(
    ("norm", BatchNorm2d(channels)), ("relu", ReLU()),
    ("conv", Conv2d(channels, (long)(channels * theta), 1, bias: false)), ("pool", AvgPool2d(2, 2)));
