using System.Runtime.InteropServices;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.NetworkOps;

/// <summary>Which layers take integers, as PyTorch 1.13, 2.6 and 2.14 do on the CPU.</summary>
public class Layers_of_integers
{
    public static TheoryData<ScalarType> Integers => [int64, int32, int16, int8, uint8];

    private static Tensor Whole(ScalarType dtype, params long[] shape) => (arange(shape.Aggregate(1L, (a, b) => a * b)) % 7 - 3).reshape(shape).to(dtype);

    private static void Equal(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.to(int64).to(actual.dtype).to(int64).data<long>().ToArray(), actual.to(int64).contiguous().data<long>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Integers))]
    public void Convolutions_of_integers_are_exact_and_wrap_around(ScalarType dtype)
    {
        Tensor I(params long[] shape) => Whole(dtype, shape);
        Tensor D(params long[] shape) => Whole(dtype, shape).to(float64);
        Equal(F.conv1d(D(2, 4, 9), D(6, 4, 3), D(6), 2, 1), F.conv1d(I(2, 4, 9), I(6, 4, 3), I(6), 2, 1));
        Equal(F.conv2d(D(2, 4, 9, 8), D(6, 4, 3, 2), D(6), [2, 1], [1, 2]), F.conv2d(I(2, 4, 9, 8), I(6, 4, 3, 2), I(6), [2, 1], [1, 2]));
        Equal(F.conv2d(D(4, 9, 8), D(6, 2, 3, 3), null, groups: 2), F.conv2d(I(4, 9, 8), I(6, 2, 3, 3), null, groups: 2));
        Equal(F.conv3d(D(2, 4, 5, 6, 7), D(6, 2, 3, 2, 3), D(6), [1, 2, 1], [1, 0, 1], groups: 2), F.conv3d(I(2, 4, 5, 6, 7), I(6, 2, 3, 2, 3), I(6), [1, 2, 1], [1, 0, 1], groups: 2));
        Equal(F.linear(D(3, 5), D(4, 5), D(4)), F.linear(I(3, 5), I(4, 5), I(4)));
        Equal(F.linear(D(2, 3, 5), D(4, 5)), F.linear(I(2, 3, 5), I(4, 5)));
        Equal(D(2, 3, 5).matmul(D(2, 5, 4)), I(2, 3, 5).matmul(I(2, 5, 4)));
        Assert.Equal(dtype, F.conv2d(I(1, 1, 3, 3), I(1, 1, 2, 2)).dtype);
    }

    [Fact]
    public void Integers_of_64_bits_are_dilated_and_transposed_too()
    {
        Tensor I(params long[] shape) => Whole(int64, shape);
        Tensor D(params long[] shape) => Whole(float64, shape);
        Equal(F.conv2d(D(2, 4, 9, 8), D(6, 4, 3, 3), null, null, [1], [2]), F.conv2d(I(2, 4, 9, 8), I(6, 4, 3, 3), null, null, [1], [2]));
        Equal(F.conv3d(D(1, 2, 5, 5, 5), D(2, 2, 2, 2, 2), null, null, null, [2, 1, 2]), F.conv3d(I(1, 2, 5, 5, 5), I(2, 2, 2, 2, 2), null, null, null, [2, 1, 2]));
        Equal(F.conv_transpose1d(D(2, 4, 9), D(4, 6, 3), D(6), 2), F.conv_transpose1d(I(2, 4, 9), I(4, 6, 3), I(6), 2));
        Equal(F.conv_transpose2d(D(2, 4, 5, 6), D(4, 3, 3, 2), D(6), [2, 1], [1], [1, 0], [1, 2], 2), F.conv_transpose2d(I(2, 4, 5, 6), I(4, 3, 3, 2), I(6), [2, 1], [1], [1, 0], [1, 2], 2));
        Equal(F.conv_transpose3d(D(1, 2, 3, 3, 3), D(2, 2, 2, 2, 2), D(2)), F.conv_transpose3d(I(1, 2, 3, 3, 3), I(2, 2, 2, 2, 2), I(2)));
    }

    [Theory]
    [InlineData(ScalarType.Int32)]
    [InlineData(ScalarType.Int16)]
    [InlineData(ScalarType.Int8)]
    [InlineData(ScalarType.Byte)]
    public void Narrower_integers_are_neither_dilated_nor_transposed(ScalarType dtype)
    {
        Tensor I(params long[] shape) => Whole(dtype, shape);
        Assert.Throws<ExternalException>(() => F.conv1d(I(1, 2, 9), I(2, 2, 3), dilation: 2));
        Assert.Throws<ExternalException>(() => F.conv2d(I(1, 2, 9, 9), I(2, 2, 3, 3), dilation: [1, 2]));
        Assert.Throws<ExternalException>(() => F.conv3d(I(1, 2, 9, 9, 9), I(2, 2, 3, 3, 3), dilation: [2, 1, 1]));
        Assert.Throws<ExternalException>(() => F.conv_transpose2d(I(1, 2, 3, 3), I(2, 2, 3, 3)));
    }

    [Fact]
    public void Truth_values_have_no_convolution() =>
        Assert.Throws<ExternalException>(() => F.conv2d(ones([1, 1, 3, 3], dtype: @bool), ones([1, 1, 2, 2], dtype: @bool)));

    [Fact]
    public void The_nearest_bytes_are_those_of_floats_and_other_integers_are_refused()
    {
        Tensor B(params long[] shape) => (arange(shape.Aggregate(1L, (a, b) => a * b)) % 251).reshape(shape).to(uint8);
        foreach (var (images, size) in new (Tensor, long[])[] { (B(2, 3, 7), [11]), (B(2, 3, 4, 5), [7, 9]), (B(2, 3, 4, 6), [2, 12]), (B(1, 2, 3, 4, 5), [5, 2, 7]) })
        {
            Equal(F.interpolate(images.to(float64), size), F.interpolate(images, size));
            Assert.Throws<ExternalException>(() => F.interpolate(images.to(int64), size));
            Assert.Throws<ExternalException>(() => F.interpolate(images.to(int32), size));
        }
        Equal(F.interpolate(B(1, 2, 4, 5).to(float64), scale_factor: [1.7]), F.interpolate(B(1, 2, 4, 5), scale_factor: [1.7]));
    }

    // From PyTorch 2.14 (2.6 has the same, 1.13 refuses): x = (arange(20) * 73 % 256).reshape(1, 1, 4, 5).to(torch.uint8), to (3, 7) or by 1.7.
    private static readonly Dictionary<(InterpolationMode Mode, bool? Corners), byte[]> s_bytes = new()
    {
        [(InterpolationMode.Bilinear, false)] = [18, 60, 112, 164, 186, 135, 54, 164, 132, 130, 182, 142, 158, 200, 95, 113, 147, 199, 98, 89, 131],
        [(InterpolationMode.Bilinear, true)] = [0, 49, 97, 146, 195, 158, 36, 164, 127, 133, 182, 145, 151, 200, 71, 120, 168, 217, 95, 58, 107],
        [(InterpolationMode.Bilinear, null)] = [0, 28, 71, 114, 157, 200, 160, 52, 42, 70, 113, 156, 184, 169, 136, 85, 106, 134, 177, 220, 226, 122, 98, 136],
        [(InterpolationMode.Bicubic, false)] = [13, 51, 117, 164, 207, 138, 39, 193, 134, 121, 182, 133, 161, 228, 91, 105, 155, 199, 89, 72, 135],
        [(InterpolationMode.Bicubic, true)] = [0, 42, 100, 146, 220, 170, 36, 188, 126, 126, 182, 137, 151, 224, 71, 113, 185, 217, 88, 37, 107],
        [(InterpolationMode.Bicubic, null)] = [0, 11, 59, 100, 157, 235, 180, 41, 28, 61, 120, 176, 199, 179, 126, 75, 97, 128, 179, 249, 238, 113, 73, 135],
    };

    [Fact]
    public void Images_of_bytes_are_resampled_in_whole_numbers()
    {
        var x = (arange(20) * 73 % 256).reshape(1, 1, 4, 5).to(uint8);
        foreach (var ((mode, corners), expected) in s_bytes)
        {
            var y = corners is null ? F.interpolate(x, scale_factor: [1.7], mode: mode) : F.interpolate(x, [3, 7], mode: mode, align_corners: corners);
            Assert.Equal(expected, y.data<byte>().ToArray().Take(expected.Length));
        }
        Assert.Throws<ExternalException>(() => F.interpolate(x[0], [7], mode: InterpolationMode.Linear));
        Assert.Throws<ExternalException>(() => F.interpolate(x.unsqueeze(0), [7, 7, 7], mode: InterpolationMode.Trilinear));
    }
}
