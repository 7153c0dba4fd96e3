// exercise 12.module (4)
// wrong: the last 1x1 is a unit with batch norm and ReLU instead of a linear convolution
static Module<Tensor, Tensor> Unit(long from, long to, long height, long width) => Sequential(
    ("conv", Conv2d(from, to, (height, width), (1, 1), (height / 2, width / 2), bias: false)),
    ("bn", BatchNorm2d(to, eps: 0.001)), ("relu", ReLU()));

sealed class MyModuleC : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> branch0, branch1, conv2d;
    private readonly double scale;

    public MyModuleC(long channels, long w2, long w3, double scale) : base("MyModuleC")
    {
        this.scale = scale;
        branch0 = Unit(channels, 192, 1, 1);
        branch1 = Sequential(Unit(channels, 192, 1, 1), Unit(192, w2, 1, 3), Unit(w2, w3, 3, 1));
        conv2d = Unit(192 + w3, channels, 1, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) =>
        F.relu(x + conv2d.call(cat([branch0.call(x), branch1.call(x)], 1)) * scale);
}

static Module<Tensor, Tensor> ModuleC(long channels, long w2, long w3, double scale) => new MyModuleC(channels, w2, w3, scale);
