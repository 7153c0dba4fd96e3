using TorchSharp.Kernels.Norm;
using TorchSharp.Memory;

namespace TorchSharp.Tests.Kernels;

/// <summary>Rows of sizes around a register and a stretch, against the formula in double, number by number.</summary>
public sealed unsafe class RowNormTests
{
    [Theory]
    [InlineData(6, 3, 4, 5)]
    [InlineData(2, 1, 3, 37)]
    [InlineData(4, 2, 2, 5000)]
    [InlineData(3, 1, 1, 1)]
    [InlineData(5, 1, 19, 1)]
    [InlineData(6, 2, 16, 1)]
    [InlineData(600, 1, 7, 1)]
    [InlineData(2, 1, 9001, 1)]
    public void Values_and_gradients_are_those_of_the_formula(long rows, long groups, long channels, long size)
    {
        foreach (var affine in new[] { false, true })
        {
            Check<float>(new RowNorm(rows, groups, channels, size), affine, 2e-5);
            Check<double>(new RowNorm(rows, groups, channels, size), affine, 1e-11);
        }
    }

    [Fact]
    public void No_rows_give_parameters_a_gradient_of_zero()
    {
        var gradients = stackalloc float[4] { 1, 2, 3, 4 };
        new RowNorm(0, 1, 2, 1).Backward<float>(null, null, null, null, null, null, gradients, gradients + 2);
        Assert.Equal([0f, 0, 0, 0], new ReadOnlySpan<float>(gradients, 4).ToArray());
        (gradients[0], gradients[3]) = (1, 4);
        new RowNorm(0, 1, 2, 3).Backward<float>(null, null, null, null, null, null, gradients, gradients + 2);
        Assert.Equal([0f, 0, 0, 0], new ReadOnlySpan<float>(gradients, 4).ToArray());
    }

    private static void Check<T>(RowNorm shape, bool affine, double tolerance) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        const double Eps = 1e-5;
        var random = new Random(5);
        var (rows, length, parameters) = (shape.Rows, shape.Channels * shape.Size, shape.Parameters);
        using var x = Numbers<T>(random, rows * length, 3);
        using var dy = Numbers<T>(random, rows * length, 0);
        using var w = Numbers<T>(random, parameters, 1);
        using var b = Numbers<T>(random, parameters, 0);
        using var y = new Scratch<T>(rows * length);
        using var dx = new Scratch<T>(rows * length);
        using var dw = new Scratch<T>(parameters);
        using var db = new Scratch<T>(parameters);
        using var mean = new Scratch<T>(rows);
        using var invStd = new Scratch<T>(rows);
        shape.Forward(x.Pointer, affine ? w.Pointer : null, affine ? b.Pointer : null, Eps, y.Pointer, mean.Pointer, invStd.Pointer);
        shape.Backward(x.Pointer, dy.Pointer, affine ? w.Pointer : null, mean.Pointer, invStd.Pointer, dx.Pointer, dw.Pointer, db.Pointer);

        T* px = x.Pointer, pw = w.Pointer;
        double[] sumW = new double[parameters], sumB = new double[parameters];
        for (long r = 0; r < rows; r++)
        {
            double m = 0, v = 0, g1 = 0, g2 = 0;
            for (long i = 0; i < length; i++) m += X(r, i) / length;
            for (long i = 0; i < length; i++) v += (X(r, i) - m) * (X(r, i) - m) / length;
            var s = 1 / Math.Sqrt(v + Eps);
            for (long i = 0; i < length; i++)
            {
                var (p, h, g) = (P(r, i), (X(r, i) - m) * s, double.CreateChecked(dy.Pointer[r * length + i]));
                sumW[p] += g * h;
                sumB[p] += g;
                g1 += g * W(p) / length;
                g2 += g * W(p) * h / length;
                Near(h * W(p) + (affine ? double.CreateChecked(b.Pointer[p]) : 0), y.Pointer[r * length + i], 1);
            }
            for (long i = 0; i < length; i++)
                Near(s * (double.CreateChecked(dy.Pointer[r * length + i]) * W(P(r, i)) - g1 - (X(r, i) - m) * s * g2), dx.Pointer[r * length + i], s);
        }
        for (long p = 0; p < parameters; p++)
        {
            Near(sumW[p], dw.Pointer[p], 20);
            Near(sumB[p], db.Pointer[p], 20);
        }

        double X(long r, long i) => double.CreateChecked(px[r * length + i]);
        long P(long r, long i) => r % shape.Groups * shape.Channels + i / shape.Size;
        double W(long p) => affine ? double.CreateChecked(pw[p]) : 1;
        void Near(double expected, T actual, double scale) => Assert.InRange(double.CreateChecked(actual) - expected, -tolerance * scale, tolerance * scale);
    }

    private static Scratch<T> Numbers<T>(Random random, long n, double offset) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var numbers = new Scratch<T>(n);
        for (long i = 0; i < n; i++) numbers.Pointer[i] = T.CreateChecked(offset + 2 * random.NextDouble() - 1);
        return numbers;
    }
}
