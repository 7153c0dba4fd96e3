// exercise 10.block (4)
// wrong: no ReLU after the addition
static Module<Tensor, Tensor> MyBottleneck(long inChannels, long width, long stride) =>
    new HandMade(inChannels, width, stride);

sealed class HandMade : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1, bn1, conv2, bn2, conv3, bn3;
    private readonly Module<Tensor, Tensor>? downsample;

    public HandMade(long inChannels, long width, long stride) : base("MyBottleneck")
    {
        conv1 = Conv2d(inChannels, width, 1, stride, bias: false);
        bn1 = BatchNorm2d(width);
        conv2 = Conv2d(width, width, 3, padding: 1, bias: false);
        bn2 = BatchNorm2d(width);
        conv3 = Conv2d(width, 4 * width, 1, bias: false);
        bn3 = BatchNorm2d(4 * width);
        downsample = stride != 1 || inChannels != 4 * width
            ? Sequential(Conv2d(inChannels, 4 * width, 1, stride, bias: false), BatchNorm2d(4 * width))
            : null;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var f = F.relu(bn1.call(conv1.call(x)));
        f = F.relu(bn2.call(conv2.call(f)));
        f = bn3.call(conv3.call(f));
        return f + (downsample is null ? x : downsample.call(x));
    }
}
