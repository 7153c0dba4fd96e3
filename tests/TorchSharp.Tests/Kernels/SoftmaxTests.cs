using TorchSharp.Kernels.Loss;
using TorchSharp.Memory;

namespace TorchSharp.Tests.Kernels;

/// <summary>Rows and columns of sizes around a register and a block, against the formula number by number.</summary>
public unsafe class SoftmaxTests
{
    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(5, 3, 1)]
    [InlineData(2, 10, 1)]
    [InlineData(3, 16, 1)]
    [InlineData(2, 1001, 1)]
    [InlineData(2, 4, 3)]
    [InlineData(1, 21, 64)]
    [InlineData(2, 5, 131)]
    public void Values_and_gradients_are_those_of_the_formula(long outer, long size, long inner)
    {
        Check<float>(outer, size, inner, 3e-7);
        Check<double>(outer, size, inner, 1e-14);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_lane_with_NaN_or_only_minus_infinity_is_NaN_and_its_neighbours_are_not(long inner)
    {
        const long Size = 5;
        foreach (var log in new[] { false, true })
        {
            using var x = new Scratch<float>(3 * Size * inner);
            using var y = new Scratch<float>(x.Elements);
            for (long i = 0; i < x.Elements; i++)
            {
                var outer = i / (Size * inner);
                x.Pointer[i] = outer == 0 ? float.NegativeInfinity : outer == 1 && i / inner % Size == 2 ? float.NaN : 100 * (i % 7);
            }
            Softmax.Forward(log, 3, Size, inner, x.Pointer, y.Pointer);
            for (long i = 0; i < y.Elements; i++) Assert.Equal(i < 2 * Size * inner, float.IsNaN(y.Pointer[i]));
        }
    }

    private static void Check<T>(long outer, long size, long inner, double tolerance) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var random = new Random(7);
        using var x = new Scratch<T>(outer * size * inner);
        using var y = new Scratch<T>(x.Elements);
        using var dy = new Scratch<T>(x.Elements);
        using var dx = new Scratch<T>(x.Elements);
        for (long i = 0; i < x.Elements; i++)
        {
            x.Pointer[i] = T.CreateTruncating(8 * random.NextDouble() - 4);
            dy.Pointer[i] = T.CreateTruncating(2 * random.NextDouble() - 1);
        }
        double[] xs = Doubles(x), gs = Doubles(dy);
        foreach (var log in new[] { false, true })
        {
            Softmax.Forward(log, outer, size, inner, x.Pointer, y.Pointer);
            Softmax.Backward(log, outer, size, inner, y.Pointer, dy.Pointer, dx.Pointer);
            double[] values = Doubles(y), gradients = Doubles(dx);
            for (long lane = 0; lane < outer * inner; lane++)
            {
                var places = Enumerable.Range(0, (int)size).Select(i => lane / inner * size * inner + i * inner + lane % inner).ToArray();
                var total = places.Sum(p => Math.Exp(xs[p]));
                var sum = places.Sum(p => gs[p] * (log ? 1 : Math.Exp(xs[p]) / total));
                foreach (var p in places)
                {
                    var softmax = Math.Exp(xs[p]) / total;
                    var value = log ? Math.Log(softmax) : softmax;
                    Close(value, values[p], tolerance * (1 + Math.Abs(value)));
                    Close(log ? gs[p] - softmax * sum : softmax * (gs[p] - sum), gradients[p], tolerance * (1 + Math.Abs(sum)) * 4);
                }
            }
        }
    }

    private static double[] Doubles<T>(Scratch<T> numbers) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var all = new double[numbers.Elements];
        for (var i = 0; i < all.Length; i++) all[i] = double.CreateTruncating(numbers.Pointer[i]);
        return all;
    }

    private static void Close(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"expected {expected}, got {actual}");
}
