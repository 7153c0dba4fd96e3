using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tests.NN;

[Collection(DefaultGenerator.Name)]
public class Training_runs
{
    [Theory]
    [InlineData("sgd")]
    [InlineData("adam")]
    public void A_small_convolutional_net_learns_to_tell_stripes_apart(string which)
    {
        manual_seed(3);
        using var net = Sequential(
            ("conv", Conv2d(1, 8, 3, padding: 1, bias: false)),
            ("bn", BatchNorm2d(8)),
            ("relu", ReLU(inplace: true)),
            ("pool", MaxPool2d(2)),
            ("gap", AdaptiveAvgPool2d(1)),
            ("flat", Flatten()),
            ("fc", Linear(8, 2)));
        using optim.Optimizer optimizer = which == "sgd"
            ? optim.SGD(net.parameters(), 0.1, momentum: 0.9, weight_decay: 1e-4)
            : optim.Adam(net.named_parameters(), 0.02);
        var loss = CrossEntropyLoss();
        var last = 0f;
        for (var step = 0; step < 60; step++)
        {
            using var scope = NewDisposeScope();
            var x = randn(32, 1, 8, 8) * 0.3;
            var y = (arange(32) % 2).to(int64);
            for (var i = 0; i < 32; i++)
            {
                var image = x.select(0, i).select(0, 0);
                for (var line = 0; line < 8; line += 2)
                {
                    image.select(i % 2, line).add_(1);
                }
            }

            optimizer.zero_grad();
            var output = loss.call(net.call(x), y);
            output.backward();
            optimizer.step();
            last = output.item<float>();
        }

        Assert.InRange(last, 0f, 0.2f);
    }
}
