// exercise 05.maxout-layer (3)
sealed class MaxoutLayer : Module<Tensor, Tensor>
{
    private readonly Linear linear;
    private readonly long units, pieces;

    public MaxoutLayer(long inputs, long units, long pieces) : base("MaxoutLayer")
    {
        (this.units, this.pieces) = (units, pieces);
        linear = Linear(inputs, units * pieces);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => linear.call(x).reshape(-1, units, pieces).amax([2L]);
}
