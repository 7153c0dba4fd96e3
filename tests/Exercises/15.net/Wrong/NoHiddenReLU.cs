// exercise 15.net (4)
// wrong: without the ReLU between them two fully connected layers are one
static Module<Tensor, Tensor> Component(long kernel, long channels, long stride, long width, long classes) => Sequential(
    ("conv1", Conv2d(3, channels, kernel, stride, padding: kernel / 2)), ("relu1", ReLU()), ("pool1", MaxPool2d(2)),
    ("conv2", Conv2d(channels, 2 * channels, kernel, padding: kernel / 2)), ("relu2", ReLU()), ("pool2", MaxPool2d(2)),
    ("flatten", Flatten()),
    ("fc1", Linear(2 * channels * (8 / stride) * (8 / stride), width)),
    ("fc2", Linear(width, classes)));
