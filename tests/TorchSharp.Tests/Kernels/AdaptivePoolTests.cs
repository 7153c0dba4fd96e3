using System.Numerics;
using TorchSharp.Kernels.Pool;
using TorchSharp.Memory;

namespace TorchSharp.Tests.Kernels;

public unsafe class AdaptivePoolTests
{
    // H, W, OH, OW: one output, equal windows, windows of several sizes, more outputs than inputs
    [Theory]
    [InlineData(7, 7, 1, 1)]
    [InlineData(56, 56, 1, 1)]
    [InlineData(14, 28, 7, 7)]
    [InlineData(13, 37, 6, 6)]
    [InlineData(13, 40, 4, 1)]
    [InlineData(5, 6, 7, 9)]
    public void Outputs_and_gradients_are_those_of_the_definition(int h, int w, int oh, int ow)
    {
        Check<float>(h, w, oh, ow, 1e-5);
        Check<double>(h, w, oh, ow, 1e-14);
    }

    private static void Check<T>(long h, long w, long oh, long ow, double tolerance) where T : unmanaged, INumber<T>
    {
        const long Planes = 5;
        using var x = new Scratch<T>(Planes * h * w);
        using var expectedGrad = new Scratch<double>(x.Elements);
        using var dx = new Scratch<T>(x.Elements);
        using var mean = new Scratch<T>(Planes * oh * ow);
        using var grad = new Scratch<T>(mean.Elements);
        using var max = new Scratch<T>(mean.Elements);
        using var maxAlone = new Scratch<T>(mean.Elements);
        using var at = new Scratch<long>(mean.Elements);
        var random = new Random(1);
        for (long i = 0; i < x.Elements; i++)
        {
            // Few distinct values make ties; the second plane has NaNs, the third is minus infinity throughout.
            var plane = i / (h * w);
            x.Pointer[i] = T.CreateChecked(plane == 1 && i % 7 == 3 ? double.NaN : plane == 2 ? double.NegativeInfinity : random.Next(9));
            expectedGrad.Pointer[i] = 0;
        }
        for (long i = 0; i < grad.Elements; i++) grad.Pointer[i] = T.CreateChecked(random.NextDouble());
        AdaptivePool.Average(Planes, h, w, oh, ow, x.Pointer, mean.Pointer);
        AdaptivePool.AverageBackward(Planes, h, w, oh, ow, grad.Pointer, dx.Pointer);
        AdaptivePool.Max(Planes, h, w, oh, ow, x.Pointer, max.Pointer, at.Pointer);
        AdaptivePool.Max(Planes, h, w, oh, ow, x.Pointer, maxAlone.Pointer, null);
        for (long o = 0; o < mean.Elements; o++)
        {
            long p = o / (oh * ow), oy = o / ow % oh, ox = o % ow;
            long y0 = oy * h / oh, y1 = ((oy + 1) * h + oh - 1) / oh, x0 = ox * w / ow, x1 = ((ox + 1) * w + ow - 1) / ow;
            double sum = 0;
            var which = y0 * w + x0;
            for (var iy = y0; iy < y1; iy++)
                for (var ix = x0; ix < x1; ix++)
                {
                    var v = x.Pointer[p * h * w + iy * w + ix];
                    sum += double.CreateChecked(v);
                    if (v > x.Pointer[p * h * w + which] || T.IsNaN(v)) which = iy * w + ix;
                    expectedGrad.Pointer[p * h * w + iy * w + ix] += double.CreateChecked(grad.Pointer[o]) / ((y1 - y0) * (x1 - x0));
                }
            Assert.Equal(sum / ((y1 - y0) * (x1 - x0)), double.CreateChecked(mean.Pointer[o]), tolerance);
            Assert.Equal(which, at.Pointer[o]);
            Assert.Equal(x.Pointer[p * h * w + which], max.Pointer[o]);
            Assert.Equal(max.Pointer[o], maxAlone.Pointer[o]);
        }
        for (long i = 0; i < dx.Elements; i++) Assert.Equal(expectedGrad.Pointer[i], double.CreateChecked(dx.Pointer[i]), tolerance);
    }

    [Fact]
    public void Any_number_of_rows_without_columns_is_nothing_to_do()
    {
        using var maps = torch.ones(1, 2, 3, 4);
        Assert.Equal([1L, 2, 1L << 62, 0], torch.nn.functional.adaptive_max_pool2d(maps, [1L << 62, 0]).shape);
        Assert.Equal([1L, 2, 1L << 62, 0], torch.nn.functional.adaptive_avg_pool2d(maps, [1L << 62, 0]).shape);
    }
}
