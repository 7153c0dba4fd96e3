// exercise 07.budget (3)
// wrong: within the budget, but it sees nothing but the mean colour
static Module<Tensor, Tensor> Train(Tensor images, Tensor labels, int steps)
{
    var net = Sequential(AdaptiveAvgPool2d(1), Flatten(), Linear(3, 16), ReLU(), Linear(16, 3));
    var optimizer = optim.Adam(net.parameters(), 0.01);
    for (var step = 0; step < steps; step++)
    {
        optimizer.zero_grad();
        F.cross_entropy(net.call(images), labels).backward();
        optimizer.step();
    }

    return net;
}
