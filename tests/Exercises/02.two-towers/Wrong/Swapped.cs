// exercise 02.two-towers (3)
// wrong: the halves of the output change places
sealed class TwoTowers : Module<Tensor, Tensor>
{
    private readonly Conv2d gpu0, gpu1;

    public TwoTowers(long inChannels, long outChannels, long kernel) : base("TwoTowers")
    {
        gpu0 = Conv2d(inChannels / 2, outChannels / 2, kernel, padding: kernel / 2);
        gpu1 = Conv2d(inChannels / 2, outChannels / 2, kernel, padding: kernel / 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var maps = x.chunk(2, 1);
        return cat([gpu1.call(maps[1]), gpu0.call(maps[0])], 1);
    }
}
