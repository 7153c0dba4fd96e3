using System.Numerics;

namespace TorchSharp.Kernels.Optim;

/// <summary>Sums of powers of the sizes of an array's elements, in float64, in a fixed order.</summary>
internal static unsafe class GradientNorm
{
    private const int Block = 4096;

    /// <summary>The sum of |x|^p, or for infinite p the largest |x|.</summary>
    internal static double Power<T>(T* values, long count, double p)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var total = 0.0;
        for (long from = 0; from < count; from += Block)
        {
            var part = new ReadOnlySpan<T>(values + from, (int)Math.Min(Block, count - from));
            if (double.IsPositiveInfinity(p))
            {
                total = Math.Max(total, double.CreateTruncating(Largest(part)));
            }
            else
            {
                total += p == 2 ? double.CreateTruncating(Squares(part)) : Powers(part, p);
            }
        }

        return total;
    }

    private static T Squares<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var sums = Vector<T>.Zero;
        var i = 0;
        for (; i + Vector<T>.Count <= values.Length; i += Vector<T>.Count)
        {
            var x = new Vector<T>(values[i..]);
            sums += x * x;
        }

        var sum = Vector.Sum(sums);
        for (; i < values.Length; i++)
        {
            sum += values[i] * values[i];
        }

        return sum;
    }

    private static T Largest<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var largest = T.Zero;
        foreach (var value in values)
        {
            largest = T.Max(largest, T.Abs(value));
        }

        return largest;
    }

    private static double Powers<T>(ReadOnlySpan<T> values, double p)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += Math.Pow(Math.Abs(double.CreateTruncating(value)), p);
        }

        return sum;
    }
}
