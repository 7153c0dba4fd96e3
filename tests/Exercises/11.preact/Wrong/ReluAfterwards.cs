// exercise 11.preact (4)
// wrong: a ReLU follows the addition, as in the first ResNet
sealed class MyUnit : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> bn1, conv1, bn2, conv2, bn3, conv3;

    public MyUnit(long width) : base("MyUnit")
    {
        bn1 = BatchNorm2d(4 * width);
        conv1 = Conv2d(4 * width, width, 1, bias: false);
        bn2 = BatchNorm2d(width);
        conv2 = Conv2d(width, width, 3, padding: 1, bias: false);
        bn3 = BatchNorm2d(width);
        conv3 = Conv2d(width, 4 * width, 1, bias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var f = conv1.call(F.relu(bn1.call(x)));
        f = conv2.call(F.relu(bn2.call(f)));
        return F.relu(x + conv3.call(F.relu(bn3.call(f))));
    }
}

static Module<Tensor, Tensor> PreActUnit(long width) => new MyUnit(width);
