// exercise 11.stochastic (4)
// wrong: divides by the survival in training, as later libraries do, and leaves use alone
sealed class MyStochastic : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1, bn1, conv2, bn2;
    private readonly double survival;

    public MyStochastic(long channels, double survival) : base("MyStochastic")
    {
        this.survival = survival;
        conv1 = Conv2d(channels, channels, 3, padding: 1, bias: false);
        bn1 = BatchNorm2d(channels);
        conv2 = Conv2d(channels, channels, 3, padding: 1, bias: false);
        bn2 = BatchNorm2d(channels);
        RegisterComponents();
    }

    private Tensor Branch(Tensor x) => bn2.call(conv2.call(F.relu(bn1.call(conv1.call(x)))));

    public override Tensor forward(Tensor x)
    {
        if (!training)
        {
            return F.relu(Branch(x) + x);
        }

        return rand(1).item<float>() < survival ? F.relu(Branch(x) / survival + x) : F.relu(x);
    }
}

static Module<Tensor, Tensor> StochasticUnit(long channels, double survival) => new MyStochastic(channels, survival);
