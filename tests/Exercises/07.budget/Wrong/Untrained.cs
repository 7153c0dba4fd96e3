// exercise 07.budget (3)
// wrong: the network is never trained
static Module<Tensor, Tensor> Train(Tensor images, Tensor labels, int steps) => Sequential(
    Conv2d(3, 8, 3, stride: 2, padding: 1), ReLU(), Inception.Module(8, 4, 4, 8, 2, 4, 4), AdaptiveAvgPool2d(1), Flatten(), Linear(20, 3));
