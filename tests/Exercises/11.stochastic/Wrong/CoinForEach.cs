// exercise 11.stochastic (4)
// wrong: a coin for each picture instead of one for the mini-batch
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
            return F.relu(survival * Branch(x) + x);
        }

        var coins = rand(x.shape[0], 1, 1, 1).lt(survival).to(ScalarType.Float32);
        return F.relu(coins * Branch(x) + x);
    }
}

static Module<Tensor, Tensor> StochasticUnit(long channels, double survival) => new MyStochastic(channels, survival);
