// exercise 14.readout (4)
// wrong: shuffles the labels without their features
static Module<Tensor, Tensor> Readout(Tensor features, Tensor labels, int classes, int steps)
{
    var layer = Linear(features.shape[1], classes);
    var optimizer = optim.SGD(layer.parameters(), 0.5, momentum: 0.9);
    for (var step = 0; step < steps; step++)
    {
        optimizer.zero_grad();
        var order = randperm(labels.shape[0]);
        F.cross_entropy(layer.call(features), labels.index_select(0, order)).backward();
        optimizer.step();
    }

    return layer;
}
