using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels.Norm;

/// <summary>What the gradient of a normalisation needs of a stretch: sum(dy) and sum(dy (x - center)), collected in T.</summary>
internal static unsafe class GradientSums
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (T Sum, T Dot) Of<T>(T* x, T* dy, long n, T center) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var m = new Vector<T>(center);
        Vector<T> s0 = default, s1 = default, d0 = default, d1 = default;
        var w = Vector<T>.Count;
        long i = 0;
        for (; i + 2 * w <= n; i += 2 * w)
        {
            Vector<T> g0 = Vector.Load(dy + i), g1 = Vector.Load(dy + i + w);
            s0 += g0;
            s1 += g1;
            d0 += g0 * (Vector.Load(x + i) - m);
            d1 += g1 * (Vector.Load(x + i + w) - m);
        }
        T sum = Vector.Sum(s0 + s1), dot = Vector.Sum(d0 + d1);
        for (; i < n; i++)
        {
            sum += dy[i];
            dot += dy[i] * (x[i] - center);
        }
        return (sum, dot);
    }
}
