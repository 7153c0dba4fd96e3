using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Sums of the lanes of float or double registers, collected in double.</summary>
internal struct DoubleLanes<T> where T : unmanaged
{
    private Vector<double> _low;
    private Vector<double> _high;

    /// <summary>The sum of a lane.</summary>
    public readonly double this[int lane] => lane < Vector<double>.Count ? _low[lane] : _high[lane - Vector<double>.Count];

    /// <summary>The sum of all lanes.</summary>
    public readonly double Total => Vector.Sum(_low + _high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector<T> v)
    {
        if (typeof(T) == typeof(float))
        {
            Vector.Widen(v.As<T, float>(), out var low, out var high);
            _low += low;
            _high += high;
        }
        else
        {
            _low += v.As<T, double>();
        }
    }
}
