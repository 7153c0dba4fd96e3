// exercise 14.readout (4)
// wrong: computes the gradients but never takes a step
static Module<Tensor, Tensor> Readout(Tensor features, Tensor labels, int classes, int steps)
{
    var layer = Linear(features.shape[1], classes);
    for (var step = 0; step < steps; step++)
    {
        F.cross_entropy(layer.call(features), labels).backward();
    }

    return layer;
}
