// exercise 11.highway (3)
sealed class MyHighway : Module<Tensor, Tensor>
{
    public MyHighway(long width, double gateBias) : base("MyHighway") =>
        throw new NotImplementedException(
            "Make the linear layers transform and gate, and set the bias of the gate.");

    public override Tensor forward(Tensor x) =>
        throw new NotImplementedException("Return H(x) T(x) + x (1 - T(x)).");
}

static Module<Tensor, Tensor> GatedLayer(long width, double gateBias) =>
    new MyHighway(width, gateBias);
