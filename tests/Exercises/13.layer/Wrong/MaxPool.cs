// exercise 13.layer (3)
// wrong: a max pool instead of an average pool
static Module<Tensor, Tensor> MyTransition(long channels, double theta) => Sequential(
    ("norm", BatchNorm2d(channels)), ("relu", ReLU()),
    ("conv", Conv2d(channels, (long)(channels * theta), 1, bias: false)), ("pool", MaxPool2d(2, 2)));
