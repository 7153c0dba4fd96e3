using static TorchSharp.Tests.GradCheck;
using static TorchSharp.torch;
using Engine = TorchSharp.Tests.Functions;

namespace TorchSharp.Tests.NetworkOps;

/// <summary>Analytic against numeric gradients in float64, and learners' habits: non-contiguous, expanded and unbatched inputs.</summary>
public class Gradients_of_network_operations
{
    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(2, 1, 1, 2)]
    [InlineData(3, 2, 2, 1)]
    [InlineData(1, 0, 3, 2)]
    public void Convolution(long stride, long padding, long dilation, long groups) =>
        Check(x => Engine.Conv2d(x[0], x[1], x[2], [stride, stride], [padding, padding], [dilation, dilation], groups),
            Leaf([2, 4, 8, 7], 1), Leaf([6, 4 / groups, 3, 3], 2), Leaf([6], 3));

    [Theory]
    [InlineData(1, 0, 0, 1)]
    [InlineData(2, 1, 1, 2)]
    [InlineData(3, 0, 2, 1)]
    public void Transposed_convolution(long stride, long padding, long extra, long groups) =>
        Check(x => Engine.ConvTranspose2d(x[0], x[1], x[2], [stride, stride], [padding, padding], [extra, extra], [1, 1], groups),
            Leaf([2, 4, 3, 4], 1), Leaf([4, 3, 3, 3], 2), Leaf([3 * groups], 3));

    [Fact]
    public void Max_pooling() => Check(x => Engine.MaxPool2d(x[0], [3, 2], [2, 2], [1, 1], [1, 1], true).output, Leaf([2, 2, 7, 6]));

    [Fact]
    public void Average_pooling() => Check(x => Engine.AvgPool2d(x[0], [3, 2], [2, 1], [1, 1], true, false, null), Leaf([2, 2, 6, 5]));

    [Fact]
    public void Adaptive_pooling()
    {
        Check(x => Engine.AdaptiveAvgPool2d(x[0], [3, 2]), Leaf([2, 2, 7, 5]));
        Check(x => Engine.AdaptiveMaxPool2d(x[0], [3, 2]).output, Leaf([2, 2, 7, 5]));
    }

    [Fact]
    public void Unpooling()
    {
        var (_, indices) = Engine.MaxPool2d(Values([2, 2, 6, 6]), [2, 2], [2, 2], [0, 0], [1, 1], false);
        Check(x => Engine.MaxUnpool2d(x[0], indices, [6, 6]), Leaf([2, 2, 3, 3]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Batch_norm(bool training) =>
        Check(x => Engine.BatchNorm(x[0], x[1], x[2], Values([3], 7), Values([3], 8, 0.5, 2), training, 0.1, 1e-5), 1e-5, 1e-5,
            Leaf([4, 3, 3, 5], 1), Leaf([3], 2), Leaf([3], 3));

    [Fact]
    public void Local_response_norm() => Check(x => Engine.LocalResponseNorm(x[0], 4, 0.9, 0.75, 1.5), Leaf([2, 6, 2, 3]));

    [Fact]
    public void Softmax_and_its_logarithm_twice()
    {
        CheckTwice(x => Engine.Softmax(x[0], 1), Leaf([2, 4, 3]));
        CheckTwice(x => Engine.LogSoftmax(x[0], -1), Leaf([3, 5]));
    }

    [Fact]
    public void Negative_log_likelihood() => Check(x => Engine.CrossEntropy(x[0], tensor(new long[] { 1, 0, 3 }), Values([4], 5, 0.5, 2), 0, 1), Leaf([3, 4]));

    [Fact]
    public void Resampling()
    {
        foreach (var mode in Enum.GetValues<ResampleMode>())
            Check(x => Engine.Interpolate(x[0], [5, 7], mode, false, [1.7, 1.8]), Leaf([1, 2, 3, 4]));
    }

    [Fact]
    public void Padding_of_every_kind()
    {
        foreach (var mode in Enum.GetValues<PaddingModes>())
            Check(x => Engine.Pad(x[0], [1, 2, 2, 0], mode), Leaf([2, 2, 4, 3]));
        Check(x => Engine.Pad(x[0], [-1, 1, 0, 0, 2, 1]), Leaf([2, 3, 4, 3]));
    }

    [Fact]
    public void Linear_and_matrix_products_twice()
    {
        Check(x => Engine.Linear(x[0], x[1], x[2]), Leaf([2, 3, 4], 1), Leaf([5, 4], 2), Leaf([5], 3));
        CheckTwice(x => Engine.Linear(x[0], x[1], null), Leaf([2, 3, 4], 1), Leaf([5, 4], 2));
        CheckTwice(x => Engine.Matmul(x[0], x[1]), Leaf([2, 1, 3, 4], 1), Leaf([3, 4, 2], 2));
        Check(x => Engine.Addmm(x[0], x[1], x[2], 0.5f, 2), Leaf([4], 1), Leaf([3, 2], 2), Leaf([2, 4], 3));
    }

    [Fact]
    public void Non_contiguous_and_expanded_inputs_give_the_gradients_of_their_copies()
    {
        Check(x => Engine.Conv2d(x[0].transpose(2, 3), x[1].permute(1, 0, 3, 2), null, [1, 1], [1, 1], [1, 1], 1), Leaf([2, 3, 5, 6], 1), Leaf([3, 4, 3, 3], 2));
        Check(x => Engine.Conv2d(x[0].expand(2, 3, 5, 5), x[1], null, [1, 1], [0, 0], [1, 1], 1), Leaf([2, 1, 5, 5], 1), Leaf([2, 3, 3, 3], 2));
        Check(x => Engine.BatchNorm(x[0].transpose(0, 1), x[1], null, null, null, true, 0.1, 1e-5), 1e-5, 1e-5, Leaf([3, 4, 2, 2], 1), Leaf([3], 2));
        Check(x => Engine.Mm(x[0].t(), x[1].t()), Leaf([4, 3], 1), Leaf([5, 4], 2));
        Check(x => Engine.MaxPool2d(x[0].transpose(1, 3), [2, 2], [2, 2], [0, 0], [1, 1], false).output, Leaf([1, 4, 5, 3]));
    }

    [Fact]
    public void An_unbatched_image_is_a_batch_of_one() =>
        Check(x => Engine.Conv2d(x[0], x[1], null, [1, 1], [1, 1], [1, 1], 1), Leaf([3, 5, 5], 1), Leaf([2, 3, 3, 3], 2));
}
