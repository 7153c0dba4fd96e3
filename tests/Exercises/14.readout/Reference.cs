// exercise 14.readout (4)
static Module<Tensor, Tensor> Readout(Tensor features, Tensor labels, int classes, int steps)
{
    var layer = Linear(features.shape[1], classes);
    var optimizer = optim.SGD(layer.parameters(), 0.5, momentum: 0.9);
    for (var step = 0; step < steps; step++)
    {
        optimizer.zero_grad();
        F.cross_entropy(layer.call(features), labels).backward();
        optimizer.step();
    }

    return layer;
}
