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
    public void Add(Vector<T> v) => DoubleLanes.Add(v, ref _low, ref _high);
}

/// <summary>The same in two registers of the caller's: a loop over one row keeps them out of memory.</summary>
internal static class DoubleLanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<T>(Vector<T> v, ref Vector<double> low, ref Vector<double> high) where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            low += Vector.WidenLower(v.As<T, float>());
            high += Vector.WidenUpper(v.As<T, float>());
        }
        else
        {
            low += v.As<T, double>();
        }
    }
}
