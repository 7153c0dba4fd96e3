using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Tests.Kernels;

public class ExponentialTests
{
    private static readonly double[] s_places =
        [-200, -104, -60, -45.5, -17.3, -5, -1.4, -0.7, -0.35, -0.3, -1e-2, -1e-5, -1e-9, -1e-30, 1e-30, 1e-9, 1e-5, 1e-2, 0.3, 0.35, 0.7, 1.4, 5, 17.3, 45.5, 60, 80, 88.5];

    [Fact]
    public void Expm1_has_full_precision_near_zero_and_reaches_both_ends()
    {
        foreach (var x in s_places)
        {
            Near(Reference((float)x), new Expm1().Of(new Vector<float>((float)x))[0], 4e-7);
            Near(Reference(x), new Expm1().Of(new Vector<double>(x))[0], 1e-15);
        }
        Assert.Equal(float.PositiveInfinity, new Expm1().Of(new Vector<float>(89))[0]);
        Assert.Equal(double.PositiveInfinity, new Expm1().Of(new Vector<double>(710))[0]);
        Assert.Equal(-1, new Expm1().Of(new Vector<float>(float.NegativeInfinity))[0]);
        Assert.Equal(-1, new Expm1().Of(new Vector<double>(double.NegativeInfinity))[0]);
        Assert.True(float.IsNaN(new Expm1().Of(new Vector<float>(float.NaN))[0]));
        Assert.True(float.IsNegative(new Expm1().Of(new Vector<float>(-0f))[0]));
    }

    [Fact]
    public void Log1p_inverts_expm1_and_knows_its_ends()
    {
        foreach (var x in s_places.Where(x => x > -15))
            Near(x, new Log1p().Of(new Expm1().Of(new Vector<double>(x)))[0], 1e-9);
        Assert.Equal(float.PositiveInfinity, new Log1p().Of(new Vector<float>(float.PositiveInfinity))[0]);
        Assert.Equal(float.NegativeInfinity, new Log1p().Of(new Vector<float>(-1))[0]);
        Assert.True(float.IsNaN(new Log1p().Of(new Vector<float>(-2))[0]));
        Assert.True(double.IsNaN(new Log1p().Of(new Vector<double>(double.NaN))[0]));
        Assert.Equal(1e-30f, new Log1p().Of(new Vector<float>(1e-30f))[0]);
    }

    [Fact]
    public void The_error_function_of_float_is_that_of_double_to_three_last_places()
    {
        for (var x = -6f; x <= 6; x += 1 / 1024f)
            Near(new Erf().Of(new Vector<double>(x))[0], new Erf().Of(new Vector<float>(x))[0], 2e-7);
        Assert.Equal(1, new Erf().Of(new Vector<float>(float.PositiveInfinity))[0]);
        Assert.Equal(-1, new Erf().Of(new Vector<float>(-30))[0]);
        Assert.True(float.IsNaN(new Erf().Of(new Vector<float>(float.NaN))[0]));
        Assert.True(double.IsNaN(new Erf().Of(new Vector<double>(double.NaN))[0]));
        Assert.True(float.IsNegative(new Erf().Of(new Vector<float>(-0f))[0]));
    }

    // A short series where e^x - 1 cancels.
    private static double Reference(double x)
    {
        if (Math.Abs(x) > 0.5) return Math.Exp(x) - 1;
        double term = x, sum = x;
        for (var n = 2; n < 25; n++) sum += term *= x / n;
        return sum;
    }

    private static void Near(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(expected - actual) <= relative * Math.Abs(expected), $"expected {expected:R}, got {actual:R}");
}
