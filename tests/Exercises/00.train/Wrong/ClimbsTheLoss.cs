// exercise 00.train (4)
// wrong: minimising minus the loss makes the answers worse with every step
static Module<Tensor, Tensor> Train(Tensor images, Tensor labels, int steps)
{
    manual_seed(1);
    var net = Sequential(("flatten", Flatten()), ("fc", Linear(144, 2)));
    var optimizer = optim.SGD(net.parameters(), 0.01);
    for (var step = 0; step < steps; step++)
    {
        optimizer.zero_grad();
        (-F.cross_entropy(net.call(images), labels)).backward();
        optimizer.step();
    }

    return net;
}
