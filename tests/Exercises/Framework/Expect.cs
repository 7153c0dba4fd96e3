// What checks expect; each failure is a sentence with the expected and the actual value.

using System.Globalization;
using NotebookHost.Grading;

namespace Exercises;

/// <summary>Expectations.</summary>
public static class Expect
{
    /// <summary>Equal numbers, texts, or arrays.</summary>
    /// <param name="expected">What is right.</param>
    /// <param name="actual">What came.</param>
    /// <param name="what">What it is the value of, such as the call.</param>
    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!Same(expected, actual))
        {
            throw Unmet($"{what} must be {Words.Value(expected)}, not {Words.Value(actual)}.", expected, actual);
        }
    }

    /// <summary>Tensors of one shape whose elements differ by at most tolerance x (1 + |expected|).</summary>
    public static void Close(Tensor expected, Tensor actual, double tolerance, string what)
    {
        using var scope = NewDisposeScope();
        Shape(expected.shape, actual, what);
        var (right, came) = (expected.to(float64), actual.to(float64));
        var excess = (right - came).abs() / (right.abs() + 1);
        var worst = excess.numel() == 0 ? 0 : excess.max().item<double>();
        if (!(worst <= tolerance))
        {
            var at = (int)excess.flatten().argmax().item<long>();
            var place = Words.Shape(Indices(at, expected.shape));
            var (e, a) = (right.flatten()[at].item<double>(), came.flatten()[at].item<double>());
            throw new UnmetExpectation(
                string.Create(CultureInfo.InvariantCulture, $"{what}: the value at {place} must be {Words.Value(e)}, not {Words.Value(a)} (tolerance {tolerance:G3})."),
                Words.Value(e), Words.Value(a));
        }
    }

    /// <summary>Numbers that differ by at most tolerance x (1 + |expected|).</summary>
    public static void Close(double expected, double actual, double tolerance, string what)
    {
        if (!(Math.Abs(expected - actual) <= tolerance * (1 + Math.Abs(expected))))
        {
            throw Unmet(string.Create(CultureInfo.InvariantCulture, $"{what} must be {Words.Value(expected)}, not {Words.Value(actual)} (tolerance {tolerance:G3})."), expected, actual);
        }
    }

    /// <summary>A tensor of this shape.</summary>
    public static void Shape(long[] expected, Tensor actual, string what)
    {
        if (!expected.AsSpan().SequenceEqual(actual.shape))
        {
            throw new UnmetExpectation(
                $"{what} must have the shape {Words.Shape(expected)}, not {Words.Shape(actual.shape)}.", Words.Shape(expected), Words.Shape(actual.shape));
        }
    }

    /// <summary>Something holds.</summary>
    /// <param name="condition">Whether it holds.</param>
    /// <param name="sentence">The sentence that is then true, such as "the output is never negative".</param>
    public static void True(bool condition, string sentence)
    {
        if (!condition)
        {
            throw new UnmetExpectation($"It must hold that {sentence.TrimEnd('.')}.", sentence, "it does not hold");
        }
    }

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static void InRange(double low, double high, double actual, string what)
    {
        if (!(actual >= low && actual <= high))
        {
            var range = $"from {Words.Value(low)} to {Words.Value(high)}";
            throw new UnmetExpectation($"{what} must be {range}, not {Words.Value(actual)}.", range, Words.Value(actual));
        }
    }

    private static bool Same(object? expected, object? actual) => (expected, actual) switch
    {
        (Array a, Array b) => a.Length == b.Length && Enumerable.Range(0, a.Length).All(i => Same(a.GetValue(i), b.GetValue(i))),
        (Tensor a, Tensor b) => a.shape.AsSpan().SequenceEqual(b.shape) && a.equal(b).item<bool>(),
        _ => Equals(expected, actual),
    };

    private static UnmetExpectation Unmet(string sentence, object? expected, object? actual) => new(sentence, Words.Value(expected), Words.Value(actual));

    private static long[] Indices(long flat, long[] shape)
    {
        var at = new long[shape.Length];
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            (flat, at[i]) = (flat / shape[i], flat % shape[i]);
        }

        return at;
    }
}
