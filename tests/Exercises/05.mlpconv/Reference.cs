// exercise 05.mlpconv (4)
static Module<Tensor, Tensor> Nin(long channels, long width, long classes) => Sequential(
    ("conv1", Conv2d(channels, width, 5, padding: 2)), ("relu1", ReLU()),
    ("cccp1", Conv2d(width, width, 1)), ("relu2", ReLU()),
    ("cccp2", Conv2d(width, width, 1)), ("relu3", ReLU()),
    ("pool", MaxPool2d(3, 2, ceil_mode: true)),
    ("conv2", Conv2d(width, width, 3, padding: 1)), ("relu4", ReLU()),
    ("cccp3", Conv2d(width, width, 1)), ("relu5", ReLU()),
    ("cccp4", Conv2d(width, classes, 1)), ("relu6", ReLU()),
    ("average", AdaptiveAvgPool2d(1)), ("flatten", Flatten()));
