// exercise 07.budget (3)
// wrong: one fully connected layer on the map breaks the budget
static Module<Tensor, Tensor> Train(Tensor images, Tensor labels, int steps)
{
    var net = Sequential(
        Conv2d(3, 16, 3, padding: 1), BatchNorm2d(16), ReLU(), MaxPool2d(2, 2),
        Flatten(), Linear(16 * 16 * 16, 3));
    var optimizer = optim.Adam(net.parameters(), 0.01);
    for (var step = 0; step < steps; step++)
    {
        var chosen = randint(images.shape[0], [32], dtype: ScalarType.Int64);
        optimizer.zero_grad();
        F.cross_entropy(net.call(images.index_select(0, chosen)), labels.index_select(0, chosen)).backward();
        optimizer.step();
    }

    return net;
}
