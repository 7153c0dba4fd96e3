// exercise 14.readout (4)
// wrong: a hidden layer makes new features, so the old ones are not what is judged
static Module<Tensor, Tensor> Readout(Tensor features, Tensor labels, int classes, int steps)
{
    var net = Sequential(Linear(features.shape[1], 32), ReLU(), Linear(32, classes));
    var optimizer = optim.SGD(net.parameters(), 0.1, momentum: 0.9);
    for (var step = 0; step < steps; step++)
    {
        optimizer.zero_grad();
        F.cross_entropy(net.call(features), labels).backward();
        optimizer.step();
    }

    return net;
}
