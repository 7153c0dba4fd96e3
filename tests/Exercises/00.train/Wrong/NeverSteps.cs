// exercise 00.train (4)
// wrong: gradients alone change no weight
static Module<Tensor, Tensor> Train(Tensor images, Tensor labels, int steps)
{
    manual_seed(1);
    var net = Sequential(("flatten", Flatten()), ("fc", Linear(144, 2)));
    for (var step = 0; step < steps; step++)
    {
        F.cross_entropy(net.call(images), labels).backward();
    }

    return net;
}
