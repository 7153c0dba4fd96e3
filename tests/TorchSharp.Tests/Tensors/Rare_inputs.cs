using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Tensors;

/// <summary>Whole numbers, truth values, NaN, infinity, nothing at all and padding that crops, where few look; the numbers are those of PyTorch 2.14.</summary>
public class Rare_inputs
{
    private const double NaN = double.NaN;
    private const double Infinity = double.PositiveInfinity;

    private static readonly Tensor Five = tensor(new[] { 1f, 2, 3, 4, 5 }).reshape(1, 5);
    private static readonly Tensor Twice = tensor([0L, 0]), Truths = tensor(new[] { true, true }), Falses = zeros([2], @bool);

    private static readonly Dictionary<string, (Func<Tensor> Call, double[] Wanted)> Cases = new()
    {
        ["a batched product of whole numbers stays whole"] = (() => ones([1, 1, 1], int64).baddbmm(ones([1, 1, 2], int64), ones([1, 2, 1], int64)).mul(7).div(2, RoundingMode.floor), [10]),
        ["what addmv multiplies by zero does not count"] = (() => tensor([float.NaN]).addmv(ones(1, 2), ones(2), beta: 0), [2]),
        ["what addr multiplies by zero does not count"] = (() => full([1, 1], NaN).addr(ones(1), ones(1), beta: 0), [1]),
        ["what addbmm multiplies by zero does not count"] = (() => full([1, 1], NaN).addbmm(ones(1, 1, 2), ones(1, 2, 1), beta: 0), [2]),
        ["what baddbmm multiplies by zero does not count"] = (() => full([1, 1, 1], NaN).baddbmm(ones(1, 1, 2), ones(1, 2, 1), beta: 0), [2]),
        ["the covariance of whole numbers"] = (() => cov(tensor([1L, 2, 4])), [7.0 / 3]),

        ["a lower bound that is NaN"] = (() => clamp(tensor([1f, 2, float.NaN]), min: tensor([float.NaN, 3f, 0])), [NaN, 3, NaN]),
        ["an upper bound that is NaN"] = (() => clamp(tensor([1f, 2]), max: tensor([float.NaN, 0f])), [NaN, 0]),
        ["bounds of whole numbers"] = (() => clamp(tensor([1L, 5, 9]), tensor(2L), tensor(6L)), [2, 5, 6]),

        ["truth values scattered twice to a place"] = (() => Falses.scatter_add(0, Twice, Truths).to(int64), [1, 0]),
        ["truth values added twice at an index"] = (() => Falses.index_add(0, Twice, Truths, 1).to(int64), [1, 0]),
        ["truth values put twice at an index"] = (() => zeros([2], @bool).index_put_(Truths, [Twice], accumulate: true).to(int64), [1, 0]),

        ["circular padding, the left cropped"] = (() => F.pad(Five, [-1, 1], PaddingModes.Circular), [2, 3, 4, 5, 2]),
        ["circular padding, the right cropped"] = (() => F.pad(Five, [2, -2], PaddingModes.Circular), [2, 3, 1, 2, 3]),
        ["circular padding, cropped and gone round once"] = (() => F.pad(Five, [-2, 3], PaddingModes.Circular), [3, 4, 5, 3, 4, 5]),
        ["circular padding, both sides cropped"] = (() => F.pad(Five, [-1, -1], PaddingModes.Circular), [2, 3, 4]),

        ["a row that is interpolated beside infinity"] = (() => F.interpolate(tensor([float.PositiveInfinity, 1f]).reshape(1, 1, 2), scale_factor: [2.0], mode: InterpolationMode.Linear, align_corners: false), [Infinity, Infinity, Infinity, 1]),
        ["attention of a query that may see nothing"] = (() => F.scaled_dot_product_attention(ones(1, 2, 2), ones(1, 2, 2), ones(1, 2, 1), tensor(new[] { false, false, true, false }).reshape(2, 2)), [0, 1]),
        ["the Gaussian loss of nothing"] = (() => F.gaussian_nll_loss(zeros(0, 2), zeros(0, 2), zeros(0, 2), reduction: Reduction.Sum), [0]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void They_give_what_PyTorch_gives(string name)
    {
        var (call, wanted) = Cases[name];
        Assert.Equal(wanted, call().to(float64).reshape(-1).data<double>().ToArray(), (a, b) => a.Equals(b) || Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Volumes_of_an_empty_batch_can_be_enlarged() =>
        Assert.Equal([0, 2, 4, 4, 6], F.conv_transpose3d(zeros([0, 3, 2, 2, 3]), zeros([3, 2, 2, 2, 2]), strides: [2, 2, 2]).shape);

    [Fact]
    public void Whole_numbers_that_are_added_to_a_product_keep_their_type() =>
        Assert.Equal(int64, ones([1], int64).addmv(ones([1, 2], int64), ones([2], int64)).dtype);

    [Fact]
    public void A_query_that_may_see_nothing_leaves_the_gradients_finite()
    {
        var query = ones(1, 2, 2).requires_grad_();
        F.scaled_dot_product_attention(query, ones(1, 2, 2), ones(1, 2, 1), zeros([2, 2], @bool)).sum().backward();
        Assert.Equal([0, 0, 0, 0], query.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_bound_that_a_number_passes_takes_its_gradient()
    {
        var (x, low) = (tensor([1f, 5]).requires_grad_(), tensor([2f, 2]).requires_grad_());
        clamp(x, min: low).sum().backward();
        Assert.Equal([0, 1], x.grad!.data<float>().ToArray());
        Assert.Equal([1, 0], low.grad!.data<float>().ToArray());
    }

    [Fact]
    public void The_gradient_of_fixed_moments_does_not_see_an_infinite_input()
    {
        var x = tensor([1f, float.PositiveInfinity, float.NaN, 4]).reshape(1, 1, 2, 2).requires_grad_();
        F.batch_norm(x, zeros(1), full([1], 3.0), training: false, eps: 1).sum().backward();
        Assert.Equal([0.5f, 0.5f, 0.5f, 0.5f], x.grad!.data<float>().ToArray());
    }
}
