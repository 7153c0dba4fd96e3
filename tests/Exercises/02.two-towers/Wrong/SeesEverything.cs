// exercise 02.two-towers (3)
// wrong: both cards read all maps: twice the weights
sealed class TwoTowers : Module<Tensor, Tensor>
{
    private readonly Conv2d gpu0, gpu1;

    public TwoTowers(long inChannels, long outChannels, long kernel) : base("TwoTowers")
    {
        gpu0 = Conv2d(inChannels, outChannels / 2, kernel, padding: kernel / 2);
        gpu1 = Conv2d(inChannels, outChannels / 2, kernel, padding: kernel / 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return cat([gpu0.call(x), gpu1.call(x)], 1);
    }
}
