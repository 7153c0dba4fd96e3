using TorchSharp.Kernels.Conv;
using TorchSharp.Kernels.Winograd;
using TorchSharp.Memory;

namespace TorchSharp.Tests.Kernels;

public unsafe class WinogradTests
{
    [Theory]
    [InlineData(16, 16, 32)]
    [InlineData(64, 64, 16)]
    [InlineData(256, 32, 16)]
    [InlineData(512, 16, 16)]
    public void The_largest_error_is_below_2e_5_of_the_root_mean_square_of_the_outputs(int channels, int outputs, int size)
    {
        var s = new ConvShape(4, channels, size, size, outputs, 3, 3, 1, 1, 1, 1, 1, 1, 1, size, size);
        Assert.True(WinogradPlan.Pays(s));
        using var x = Normal(s.N * s.C * s.H * s.W, 1);
        using var w = Normal(s.OC * s.C * 9, 2);
        using var g = Normal(s.N * s.OC * s.OH * s.OW, 3);
        using var xd = Double(x);
        using var wd = Double(w);
        using var gd = Double(g);

        using var y = new Scratch<float>(g.Elements);
        using var yd = new Scratch<double>(g.Elements);
        Assert.True(WinogradConvolution.TryForward(s, x.Pointer, w.Pointer, null, y.Pointer));
        ConvForward.Direct(s, xd.Pointer, wd.Pointer, null, yd.Pointer);
        Bounded("output", y, yd);

        using var dx = new Scratch<float>(x.Elements);
        using var dxd = new Scratch<double>(x.Elements);
        Assert.True(WinogradConvolution.TryBackwardInput(s, g.Pointer, w.Pointer, null, dx.Pointer));
        ConvBackwardInput.Direct(s, gd.Pointer, wd.Pointer, null, dxd.Pointer);
        Bounded("input gradient", dx, dxd);

        using var dw = new Scratch<float>(w.Elements);
        using var dwd = new Scratch<double>(w.Elements);
        Assert.True(WinogradBackwardWeight.TryRun(s, x.Pointer, g.Pointer, dw.Pointer));
        ConvBackwardWeight.Direct(s, xd.Pointer, gd.Pointer, dwd.Pointer);
        Bounded("weight gradient", dw, dwd);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_number_that_is_not_finite_reaches_only_the_outputs_whose_windows_hold_it(float wild)
    {
        var s = new ConvShape(4, 16, 16, 16, 16, 3, 3, 1, 1, 1, 1, 1, 1, 1, 16, 16);
        using var x = Normal(s.N * s.C * s.H * s.W, 1);
        using var w = Normal(s.OC * s.C * 9, 2);
        x.Pointer[(1 * s.C + 3) * 256 + 5 * 16 + 6] = wild;
        using var y = new Scratch<float>(x.Elements);
        ConvForward.Run(s, x.Pointer, w.Pointer, null, y.Pointer);
        for (long i = 0; i < y.Elements; i++)
        {
            long image = i / (16 * 256), row = i % 256 / 16, column = i % 16;
            Assert.Equal(image != 1 || Math.Abs(row - 5) > 1 || Math.Abs(column - 6) > 1, float.IsFinite(y.Pointer[i]));
        }
        using var dw = new Scratch<float>(w.Elements);
        ConvBackwardWeight.Run(s, x.Pointer, y.Pointer, dw.Pointer);
        Assert.Contains(new Span<float>(dw.Pointer, (int)dw.Elements).ToArray(), v => !float.IsFinite(v));
    }

    private static void Bounded(string what, in Scratch<float> actual, in Scratch<double> expected)
    {
        double squares = 0, worst = 0;
        for (long i = 0; i < expected.Elements; i++)
        {
            squares += expected.Pointer[i] * expected.Pointer[i];
            worst = Math.Max(worst, Math.Abs(actual.Pointer[i] - expected.Pointer[i]));
        }
        var relative = worst / Math.Sqrt(squares / expected.Elements);
        Assert.True(relative < 2e-5, $"{what}: {relative:E2}");
    }

    private static Scratch<float> Normal(long count, int seed)
    {
        var random = new Random(seed);
        var values = new Scratch<float>(count);
        for (long i = 0; i < count; i++)
            values.Pointer[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        return values;
    }

    private static Scratch<double> Double(in Scratch<float> from)
    {
        var values = new Scratch<double>(from.Elements);
        for (long i = 0; i < from.Elements; i++) values.Pointer[i] = from.Pointer[i];
        return values;
    }
}
