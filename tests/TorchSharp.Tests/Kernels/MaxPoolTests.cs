using TorchSharp.Kernels.Pool;
using TorchSharp.Memory;

namespace TorchSharp.Tests.Kernels;

public unsafe class MaxPoolTests
{
    // H, W, KH, KW, SH, SW, PH, PW, ceil
    [Theory]
    [InlineData(32, 32, 2, 2, 2, 2, 0, 0, false)]
    [InlineData(33, 31, 3, 3, 2, 2, 1, 1, false)]
    [InlineData(28, 28, 3, 3, 1, 1, 1, 1, false)]
    [InlineData(14, 15, 3, 3, 2, 2, 0, 0, true)]
    [InlineData(9, 40, 5, 3, 3, 4, 2, 1, true)]
    [InlineData(7, 7, 3, 3, 1, 1, 1, 1, false)]
    [InlineData(21, 38, 2, 2, 2, 2, 1, 1, false)]
    [InlineData(10, 50, 3, 3, 2, 2, 0, 0, true)]
    [InlineData(21, 39, 2, 2, 2, 2, 0, 0, false)]
    public void The_vector_path_gives_the_values_and_indices_of_the_plain_loop(int h, int w, int kh, int kw, int sh, int sw, int ph, int pw, bool ceil)
    {
        var s = new PoolShape(3, h, w, kh, kw, sh, sw, ph, pw, 1, 1,
            PoolShape.OutputSize(h, kh, sh, ph, 1, ceil), PoolShape.OutputSize(w, kw, sw, pw, 1, ceil));
        Assert.True(VectorMaxPool.Fits(s));
        using var x = new Scratch<float>(3L * h * w);
        using var xd = new Scratch<double>(x.Elements);
        var random = new Random(1);
        for (long i = 0; i < x.Elements; i++)
        {
            // Few distinct values make ties; one plane has a NaN, one is minus infinity throughout.
            x.Pointer[i] = i / (h * w) == 2 ? float.NegativeInfinity : i == h * w + w + 5 ? float.NaN : random.Next(5);
            xd.Pointer[i] = x.Pointer[i];
        }
        var outputs = 3 * s.OH * s.OW;
        using var y = new Scratch<float>(outputs);
        using var yd = new Scratch<double>(outputs);
        using var at = new Scratch<long>(outputs);
        using var atd = new Scratch<long>(outputs);
        MaxPool.Forward(s, x.Pointer, y.Pointer, at.Pointer);
        MaxPool.Forward(s, xd.Pointer, yd.Pointer, atd.Pointer);
        for (long i = 0; i < outputs; i++)
        {
            Assert.Equal(yd.Pointer[i], y.Pointer[i]);
            Assert.Equal(atd.Pointer[i], at.Pointer[i]);
        }

        using var values = new Scratch<float>(outputs);
        MaxPool.Forward(s, x.Pointer, values.Pointer, null);
        MaxPool.Forward(s, xd.Pointer, yd.Pointer, null);
        for (long i = 0; i < outputs; i++)
        {
            Assert.Equal(y.Pointer[i], values.Pointer[i]);
            Assert.Equal(y.Pointer[i], yd.Pointer[i]);
        }
    }
}
