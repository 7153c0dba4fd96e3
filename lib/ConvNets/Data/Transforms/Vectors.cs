using System.Numerics;

namespace ConvNets.Data.Transforms;

/// <summary>Inner products along memory.</summary>
internal static class Vectors
{
    public static T Dot<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b) where T : unmanaged, INumber<T>
    {
        Vector<T> sum = Vector<T>.Zero, other = Vector<T>.Zero;
        var i = 0;
        for (; i <= a.Length - 2 * Vector<T>.Count; i += 2 * Vector<T>.Count)
        {
            sum += new Vector<T>(a[i..]) * new Vector<T>(b[i..]);
            other += new Vector<T>(a[(i + Vector<T>.Count)..]) * new Vector<T>(b[(i + Vector<T>.Count)..]);
        }
        var total = Vector.Sum(sum + other);
        for (; i < a.Length; i++)
            total += a[i] * b[i];
        return total;
    }

    public static float Dot(float[] a, float[] b) => Dot<float>(a, b);

    public static float Dot(Span<float> a, float[] b) => Dot<float>(a, b);

    public static double Dot(Span<double> a, Span<double> b) => Dot<double>(a, b);

    /// <summary>a += scale * b.</summary>
    public static void AddScaled<T>(Span<T> a, T scale, ReadOnlySpan<T> b) where T : unmanaged, INumber<T>
    {
        var i = 0;
        for (; i <= a.Length - Vector<T>.Count; i += Vector<T>.Count)
            (new Vector<T>(a[i..]) + scale * new Vector<T>(b[i..])).CopyTo(a[i..]);
        for (; i < a.Length; i++)
            a[i] += scale * b[i];
    }
}
