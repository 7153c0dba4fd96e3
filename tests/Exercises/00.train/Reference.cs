// exercise 00.train (4)
static Module<Tensor, Tensor> Train(Tensor images, Tensor labels, int steps)
{
    manual_seed(1);
    var net = Sequential(
        ("conv", Conv2d(1, 8, 3, stride: 2, padding: 1)), ("relu", ReLU()),
        ("flatten", Flatten()), ("fc", Linear(8 * 6 * 6, 2)));
    var optimizer = optim.Adam(net.parameters(), 0.01);
    for (var step = 0; step < steps; step++)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        F.cross_entropy(net.call(images), labels).backward();
        optimizer.step();
    }

    return net;
}
