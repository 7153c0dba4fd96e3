// exercise 11.stochastic (4)
sealed class MyStochastic : Module<Tensor, Tensor>
{
    public MyStochastic(long channels, double survival) : base("MyStochastic") =>
        throw new NotImplementedException("Make conv1, bn1, conv2 and bn2 and keep the survival.");

    public override Tensor forward(Tensor x) =>
        throw new NotImplementedException(
            "Toss one coin in training, weigh the branch by the survival in use.");
}

static Module<Tensor, Tensor> StochasticUnit(long channels, double survival) =>
    new MyStochastic(channels, survival);
