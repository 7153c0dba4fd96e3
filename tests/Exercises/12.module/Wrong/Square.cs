// exercise 12.module (4)
// wrong: square 3x3 kernels instead of 1x3 and 3x1
static Module<Tensor, Tensor> Unit(long from, long to, long size) => Sequential(
    ("conv", Conv2d(from, to, size, padding: size / 2, bias: false)),
    ("bn", BatchNorm2d(to, eps: 0.001)), ("relu", ReLU()));

sealed class MyModuleC : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> branch0, branch1, conv2d;
    private readonly double scale;

    public MyModuleC(long channels, long w2, long w3, double scale) : base("MyModuleC")
    {
        this.scale = scale;
        branch0 = Unit(channels, 192, 1);
        branch1 = Sequential(Unit(channels, 192, 1), Unit(192, w2, 3), Unit(w2, w3, 3));
        conv2d = Conv2d(192 + w3, channels, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) =>
        F.relu(x + conv2d.call(cat([branch0.call(x), branch1.call(x)], 1)) * scale);
}

static Module<Tensor, Tensor> ModuleC(long channels, long w2, long w3, double scale) => new MyModuleC(channels, w2, w3, scale);
