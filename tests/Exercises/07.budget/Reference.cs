// exercise 07.budget (3)
static Module<Tensor, Tensor> Train(Tensor images, Tensor labels, int steps)
{
    var net = Sequential(
        Conv2d(3, 8, 3, stride: 2, padding: 1), BatchNorm2d(8), ReLU(), MaxPool2d(2, 2),
        Inception.Module(8, 4, 4, 8, 2, 4, 4, batchNorm: true), MaxPool2d(2, 2),
        Inception.Module(20, 6, 6, 12, 3, 6, 6, batchNorm: true),
        AdaptiveAvgPool2d(1), Flatten(), Linear(30, 3));
    var optimizer = optim.Adam(net.parameters(), 0.01);
    net.train();
    for (var step = 0; step < steps; step++)
    {
        var chosen = randint(images.shape[0], [32], dtype: ScalarType.Int64);
        optimizer.zero_grad();
        F.cross_entropy(net.call(images.index_select(0, chosen)), labels.index_select(0, chosen)).backward();
        optimizer.step();
    }

    return net;
}
