using TorchSharp.Kernels.Pool;
using TorchSharp.Memory;

namespace TorchSharp.Tests.Kernels;

public unsafe class AvgPoolTests
{
    // H, W, KH, KW, SH, SW, PH, PW, ceil, whether padding counts, divisor or 0
    [Theory]
    [InlineData(32, 32, 2, 2, 2, 2, 0, 0, false, true, 0)]
    [InlineData(33, 31, 3, 3, 2, 2, 1, 1, false, true, 0)]
    [InlineData(35, 35, 3, 3, 1, 1, 1, 1, false, false, 0)]
    [InlineData(14, 15, 3, 3, 2, 2, 0, 0, true, true, 0)]
    [InlineData(9, 40, 5, 3, 3, 4, 2, 1, true, false, 0)]
    [InlineData(12, 50, 3, 2, 2, 5, 1, 1, true, true, 7)]
    [InlineData(6, 6, 1, 1, 4, 1, 0, 0, true, false, 0)]
    [InlineData(8, 8, 8, 8, 8, 8, 0, 0, false, true, 0)]
    [InlineData(17, 33, 2, 2, 2, 2, 1, 1, false, false, 0)]
    [InlineData(20, 70, 1, 2, 3, 3, 0, 0, false, true, 0)]
    public void Means_are_those_of_the_definition(int h, int w, int kh, int kw, int sh, int sw, int ph, int pw, bool ceil, bool padding, int divisor)
    {
        var s = new PoolShape(3, h, w, kh, kw, sh, sw, ph, pw, 1, 1,
            PoolShape.OutputSize(h, kh, sh, ph, 1, ceil), PoolShape.OutputSize(w, kw, sw, pw, 1, ceil));
        Check<float>(s, padding, divisor == 0 ? null : divisor, 1e-6);
        Check<double>(s, padding, divisor == 0 ? null : divisor, 1e-15);
    }

    private static void Check<T>(PoolShape s, bool padding, long? divisor, double tolerance) where T : unmanaged, System.Numerics.INumber<T>
    {
        using var x = new Scratch<T>(s.Planes * s.H * s.W);
        using var y = new Scratch<T>(s.Planes * s.OH * s.OW);
        var random = new Random(1);
        for (long i = 0; i < x.Elements; i++) x.Pointer[i] = T.CreateChecked(random.NextDouble());
        AvgPool.Forward(s, padding, divisor, x.Pointer, y.Pointer);
        for (long p = 0; p < s.Planes; p++)
            for (long oy = 0; oy < s.OH; oy++)
                for (long ox = 0; ox < s.OW; ox++)
                {
                    long top = oy * s.SH - s.PH, left = ox * s.SW - s.PW;
                    long bottom = Math.Min(top + s.KH, s.H + s.PH), right = Math.Min(left + s.KW, s.W + s.PW);
                    double sum = 0;
                    long inside = 0;
                    for (var iy = Math.Max(top, 0); iy < Math.Min(bottom, s.H); iy++)
                        for (var ix = Math.Max(left, 0); ix < Math.Min(right, s.W); ix++, inside++)
                            sum += double.CreateChecked(x.Pointer[(p * s.H + iy) * s.W + ix]);
                    var expected = inside == 0 ? 0 : sum / (divisor ?? (padding ? (bottom - top) * (right - left) : inside));
                    Assert.Equal(expected, double.CreateChecked(y.Pointer[(p * s.OH + oy) * s.OW + ox]), tolerance);
                }

        // Pooling is linear: the gradient of sum(g y) is g carried by the transposed map, so sum(g y) = sum(x dx).
        using var g = new Scratch<T>(y.Elements);
        using var dx = new Scratch<T>(x.Elements);
        for (long i = 0; i < g.Elements; i++) g.Pointer[i] = T.CreateChecked(random.NextDouble());
        AvgPool.Backward(s, padding, divisor, g.Pointer, dx.Pointer);
        Assert.Equal(1, Dot(x, dx) / Dot(g, y), tolerance * 20);
        for (long i = 0; i < g.Elements; i++) g.Pointer[i] = i == g.Elements / 2 ? T.One : T.Zero;
        AvgPool.Backward(s, padding, divisor, g.Pointer, dx.Pointer);
        Assert.Equal(Dot(g, y), Dot(x, dx), tolerance);
    }

    private static double Dot<T>(Scratch<T> a, Scratch<T> b) where T : unmanaged, System.Numerics.INumber<T>
    {
        double sum = 0;
        for (long i = 0; i < a.Elements; i++) sum += double.CreateChecked(a.Pointer[i]) * double.CreateChecked(b.Pointer[i]);
        return sum;
    }
}
