// exercise 12.factor (2)
sealed class MySum : Module<Tensor, Tensor>
{
    public MySum(long inner, long channels, double scale) : base("MySum") =>
        throw new NotImplementedException("Make the 1x1 convolution conv2d, with bias.");

    public override Tensor forward(Tensor input) =>
        throw new NotImplementedException(
            "Cut the input into x and b and return ReLU(x + scale conv2d(b)).");
}

static Module<Tensor, Tensor> ScaledSum(long inner, long channels, double scale) =>
    new MySum(inner, channels, scale);
