using static TorchSharp.Tests.GradCheck;
using static TorchSharp.torch;
using Engine = TorchSharp.Tests.Functions;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Autograd;

/// <summary>
/// Gradients of gradients against differences in float64. A linear operation is squared, so that the gradient that reaches
/// it depends on the inputs too.
/// </summary>
public class Second_derivatives
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> s_pieces = new()
    {
        ["view"] = x => x.view(12, 2),
        ["transpose"] = x => x.transpose(0, 2).reshape(8, 3),
        ["narrow"] = x => x.narrow(1, 1, 2),
        ["slice"] = x => x.slice(2, 1, 4, 2),
        ["select"] = x => x.select(1, 2),
        ["unsqueeze"] = x => x.unsqueeze(0).expand(3, 2, 3, 4),
        ["unfold"] = x => x.unfold(2, 2, 1),
        ["diagonal"] = x => x.diagonal(0, 1, 2),
        ["flip"] = x => x.flip(1),
        ["roll"] = x => x.roll(1, 2),
        ["index_select"] = x => x.index_select(1, tensor(new long[] { 2, 0, 2 })),
        ["gather"] = x => x.gather(2, zeros(2, 3, 2, ScalarType.Int64)),
        ["cumsum"] = x => x.cumsum(1),
        ["prod"] = x => x.prod(1),
        ["amax"] = x => x.amax([1]),
        ["var"] = x => x.var(1),
        ["norm"] = x => x.norm(),
        ["max"] = x => x.max(1).values,
        ["sort"] = x => x.sort(2).Values,
        ["masked_fill"] = x => x.masked_fill(x.gt(0.2), 3),
        ["cat"] = x => cat([x, x * 2], 1),
        ["stack"] = x => stack([x, x], 1),
        ["tril"] = x => x.tril(),
        ["std"] = x => x.std(2),
        ["logsumexp"] = x => x.logsumexp(1),
        ["cumprod"] = x => x.cumprod(1),
        ["repeat"] = x => x.repeat(1, 2, 1),
    };

    public static TheoryData<string> Pieces => [.. s_pieces.Keys];

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(2, 1, 1, 2)]
    [InlineData(3, 2, 2, 1)]
    [InlineData(1, 0, 2, 4)]
    public void Of_convolution(long stride, long padding, long dilation, long groups) =>
        CheckTwice(x => Engine.Conv2d(x[0], x[1], x[2], [stride, stride], [padding, padding], [dilation, dilation], groups).square(),
            Leaf([2, 4, 6, 5], 1), Leaf([4, 4 / groups, 3, 3], 2), Leaf([4], 3));

    [Theory]
    [InlineData(1, 0, 0, 1)]
    [InlineData(2, 1, 1, 2)]
    public void Of_transposed_convolution(long stride, long padding, long extra, long groups) =>
        CheckTwice(x => Engine.ConvTranspose2d(x[0], x[1], x[2], [stride, stride], [padding, padding], [extra, extra], [1, 1], groups).square(),
            Leaf([2, 4, 3, 3], 1), Leaf([4, 2, 3, 3], 2), Leaf([2 * groups], 3));

    [Fact]
    public void Of_convolutions_of_one_dimension_and_of_other_layouts()
    {
        CheckTwice(x => F.conv1d(x[0], x[1], x[2], padding: 1).square(), Leaf([2, 3, 5], 1), Leaf([2, 3, 3], 2), Leaf([2], 3));
        CheckTwice(x => Engine.Conv2d(x[0].transpose(2, 3), x[1].permute(1, 0, 3, 2), null, [1, 1], [1, 1], [1, 1], 1).transpose(1, 3).square(), Leaf([2, 3, 4, 4], 1), Leaf([3, 2, 3, 3], 2));
    }

    [Fact]
    public void Of_pooling()
    {
        CheckTwice(x => Engine.MaxPool2d(x[0], [3, 2], [2, 2], [1, 1], [1, 1], true).output.square(), Leaf([2, 2, 7, 6]));
        CheckTwice(x => Engine.AvgPool2d(x[0], [3, 2], [2, 1], [1, 1], true, false, null).square(), Leaf([2, 2, 6, 5]));
        CheckTwice(x => Engine.AvgPool2d(x[0], [2, 2], [2, 2], [0, 0], false, true, 3).square(), Leaf([2, 4, 4]));
        CheckTwice(x => Engine.AdaptiveAvgPool2d(x[0], [3, 2]).square(), Leaf([2, 2, 7, 5]));
        CheckTwice(x => Engine.AdaptiveMaxPool2d(x[0], [3, 2]).output.square(), Leaf([2, 2, 7, 5]));
        CheckTwice(x => F.max_pool1d(x[0], 2).square(), Leaf([2, 3, 6]));
        CheckTwice(x => F.lp_pool2d(x[0], 3, 2).square(), Leaf([1, 2, 4, 4], 1, 0.2, 1));
    }

    [Fact]
    public void Of_unpooling()
    {
        var (_, indices) = Engine.MaxPool2d(Values([2, 2, 6, 6]), [2, 2], [2, 2], [0, 0], [1, 1], false);
        CheckTwice(x => Engine.MaxUnpool2d(x[0], indices, [6, 6]).square(), Leaf([2, 2, 3, 3]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_batch_norm(bool training)
    {
        CheckTwice(x => Engine.BatchNorm(x[0], x[1], x[2], Values([3], 7), Values([3], 8, 0.5, 2), training, 0.1, 1e-2).square(), Leaf([4, 3, 2, 3], 1), Leaf([3], 2), Leaf([3], 3));
        CheckTwice(x => Engine.BatchNorm(x[0], x[1], x[1], Values([3], 7), Values([3], 8, 0.5, 2), training, 0.1, 1e-2).square(), Leaf([6, 3], 1), Leaf([3], 2));
        CheckTwice(x => Engine.BatchNorm(x[0], null, null, Values([3], 7), Values([3], 8, 0.5, 2), training, 0.1, 1e-2).square(), Leaf([4, 3, 3], 1));
    }

    [Fact]
    public void Of_the_other_normalisations()
    {
        CheckTwice(x => Engine.LocalResponseNorm(x[0], 4, 0.9, 0.75, 1.5), Leaf([2, 6, 2, 2]));
        CheckTwice(x => Engine.LocalResponseNorm(x[0], 5, 0.9, 0.75, 1.5).square(), Leaf([1, 3, 2]));
        CheckTwice(x => F.layer_norm(x[0], [4], x[1], x[2], 1e-2).square(), Leaf([2, 3, 4], 1), Leaf([4], 2), Leaf([4], 3));
        CheckTwice(x => F.group_norm(x[0], 2, x[1], x[2], 1e-2).square(), Leaf([2, 4, 3], 1), Leaf([4], 2), Leaf([4], 3));
        CheckTwice(x => F.instance_norm(x[0], weight: x[1], bias: x[2], eps: 1e-2).square(), Leaf([2, 3, 5], 1), Leaf([3], 2), Leaf([3], 3));
        CheckTwice(x => F.normalize(x[0]).square(), Leaf([2, 3, 4]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_cross_entropy(long reduction)
    {
        var target = tensor(new long[] { 1, 0, 3 });
        CheckTwice(x => Engine.CrossEntropy(x[0], target, Values([4], 5, 0.5, 2), 0, reduction).square(), Leaf([3, 4]));
        CheckTwice(x => Engine.CrossEntropy(x[0], tensor(2L), null, -100, reduction).square(), Leaf([4]));
        CheckTwice(x => Engine.CrossEntropy(x[0], tensor(new long[] { 1, 0, 2, 2, 1, 0 }, [2, 3]), null, -100, reduction).square(), Leaf([2, 3, 3]));
        CheckTwice(x => F.cross_entropy(x[0], target, label_smoothing: 0.2).square(), Leaf([3, 4]));
    }

    [Fact]
    public void Of_losses()
    {
        var target = Values([3, 4], 9, 0.1, 0.9);
        Func<Tensor, Tensor>[] losses =
        [
            x => F.mse_loss(x, target), x => F.l1_loss(x, target), x => F.smooth_l1_loss(x, target), x => F.huber_loss(x, target, 0.5), x => F.kl_div(x.log_softmax(1), target), x => F.soft_margin_loss(x, target.sub(0.5).sign()),
            x => F.binary_cross_entropy_with_logits(x, target), x => F.binary_cross_entropy(x.sigmoid(), target), x => F.poisson_nll_loss(x, target), x => F.cosine_similarity(x, target), x => F.pairwise_distance(x, target),
        ];
        foreach (var loss in losses) CheckTwice(x => loss(x[0]).square(), Leaf([3, 4]));
    }

    [Fact]
    public void Of_activations_in_both_directions()
    {
        Func<Tensor, Tensor>[] functions =
        [
            x => F.relu(x), x => F.leaky_relu(x, 0.1), x => F.elu(x, 1.3), x => F.selu(x), x => F.gelu(x), x => F.gelu(x, Modules.GELU.Approximate.tanh), x => F.silu(x), x => F.mish(x), x => F.softplus(x), x => F.sigmoid(x), x => F.tanh(x), x => F.logsigmoid(x), x => F.softsign(x), x => F.tanhshrink(x),
            x => F.hardswish(x), x => F.relu6(x), x => F.celu(x, 1.3), x => F.softshrink(x), x => F.hardshrink(x), x => F.glu(x), x => F.softmax(x, 1), x => F.log_softmax(x, 1), x => F.softmin(x, 1),
        ];
        foreach (var function in functions) CheckTwice(x => function(x[0]).square(), Leaf([3, 4], 1, -2, 2));
        CheckTwice(x => F.prelu(x[0], x[1]).square(), Leaf([2, 3, 4]), Leaf([3], 2, 0.1, 0.9));
    }

    [Fact]
    public void Of_linear_layers_and_rows_picked_by_index()
    {
        CheckTwice(x => Engine.Linear(x[0], x[1], x[2]).square(), Leaf([2, 3, 4], 1), Leaf([5, 4], 2), Leaf([5], 3));
        CheckTwice(x => F.bilinear(x[0], x[1], x[2], x[3]).square(), Leaf([2, 3], 1), Leaf([2, 2], 2), Leaf([2, 3, 2], 3), Leaf([2], 4));
        CheckTwice(x => x[0][tensor(new long[] { 0, 2, 2 })].square(), Leaf([3, 2]));
    }

    [Fact]
    public void Of_padding_and_resampling()
    {
        foreach (var mode in Enum.GetValues<PaddingModes>())
            CheckTwice(x => Engine.Pad(x[0], [1, 2, 2, 0], mode, 0.7).square(), Leaf([1, 2, 4, 3]));
        foreach (var mode in Enum.GetValues<ResampleMode>())
            CheckTwice(x => Engine.Interpolate(x[0], [5, 4], mode, false, [1.7, 1.1]).square(), Leaf([1, 2, 3, 4]));
        CheckTwice(x => F.grid_sample(x[0], x[1] * 0.4).square(), Leaf([1, 2, 4, 3], 1), Leaf([1, 2, 2, 2], 2));
        CheckTwice(x => F.unfold(x[0], (2, 2), (1, 2), (1, 0), (2, 1)).square(), Leaf([1, 2, 4, 5]));
        CheckTwice(x => F.fold(x[0], (4, 5), (2, 2), (1, 2), (1, 0), (2, 1)).square(), Leaf([1, 8, 9]));
        CheckTwice(x => F.pixel_shuffle(x[0], 2).square(), Leaf([1, 4, 2, 2]));
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Of_views_indexing_and_reductions(string name) => CheckTwice(x => s_pieces[name](x[0] * 1).square(), Leaf([2, 3, 4]));

    [Fact]
    public void Of_changes_in_place()
    {
        CheckTwice(
            x =>
            {
                var a = x[0] * 2;
                a.select(0, 1).mul_(x[0].select(0, 0));
                return a.square();
            },
            Leaf([3, 3]));
        Func<Tensor, Tensor>[] functions =
        [
            x => (x * 1).mul_(x), x => (x * 1).div_(x.exp()), x => (x * 1).pow_(3), x => (x * 1).add_(x, 3).exp_(), x => (x * 1).sin_(), x => (x * 1).sigmoid_(), x => (x * 1).leaky_relu_(0.1), x => (x + 2).log_(), x => (x * 1).relu_(),
            x => F.silu(x * 1, inplace: true), x => F.elu(x * 1, 1, inplace: true), x => (x * 1).addcmul_(x, x, 2), x => (x * 1).clamp_(-0.5, 0.5), x => zeros_like(x).copy_(x), x => (x * 1).masked_fill_(x.gt(0.2), 3),
        ];
        foreach (var function in functions) CheckTwice(x => function(x[0]).square(), Leaf([3, 3]));
    }

    [Fact]
    public void Of_a_whole_network_with_respect_to_pictures_and_weights()
    {
        var target = tensor(new long[] { 0, 2, 1 });
        CheckTwice(
            x =>
            {
                var h = F.max_pool2d(F.relu(Engine.BatchNorm(Engine.Conv2d(x[0], x[1], null, [1, 1], [1, 1], [1, 1], 1), x[2], null, null, null, true, 0.1, 1e-2)), 2);
                return F.cross_entropy(Engine.Linear(h.flatten(1), x[3], null), target);
            },
            Leaf([3, 2, 4, 4], 1), Leaf([2, 2, 3, 3], 2), Leaf([2], 3, 0.5, 1.5), Leaf([3, 8], 4));
    }

    [Fact]
    public void A_penalty_on_the_gradient_of_a_picture_trains_the_weights()
    {
        var conv = nn.Conv2d(1, 2, 3, dtype: ScalarType.Float64);
        var norm = nn.BatchNorm2d(2, dtype: ScalarType.Float64);
        var picture = Leaf([2, 1, 5, 5]);
        var slope = autograd.grad([norm.call(conv.call(picture)).square().sum()], [picture], retain_graph: true, create_graph: true)[0];
        slope.square().sum().backward();
        Assert.All(conv.parameters(), p => Assert.True(p.grad!.isfinite().all().item<bool>()));
        Assert.NotEqual(0, conv.weight!.grad!.abs().sum().item<double>());
        Assert.NotEqual(0, picture.grad!.abs().sum().item<double>());
    }

    [Fact]
    public void And_third_derivatives_of_convolution() =>
        CheckTwice(
            x => autograd.grad([Engine.Conv2d(x[0], x[1], null, [1, 1], [1, 1], [1, 1], 1).pow(3).sum()], [x[0]], retain_graph: true, create_graph: true)[0],
            Leaf([1, 2, 3, 3], 1), Leaf([2, 2, 3, 3], 2));
}
