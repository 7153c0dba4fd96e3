using System.Numerics;

namespace TorchSharp.Kernels.Pool;

/// <summary>
/// The flat index of the largest element of one window of a map: the first of equals, or the last NaN. Float32 windows as wide
/// as the map are one stretch: each lane finds its own largest, and the lanes are compared at the end.
/// </summary>
internal static unsafe class WindowMax
{
    public static long Of<T>(T* map, long w, long y0, long y1, long x0, long x1) where T : unmanaged, INumber<T>
    {
        var count = (y1 - y0) * w;
        if (typeof(T) == typeof(float) && x1 - x0 == w && count >= Vector<float>.Count && count < int.MaxValue)
            return y0 * w + Stretch((float*)map + y0 * w, (int)count);
        var which = y0 * w + x0;
        for (var y = y0; y < y1; y++)
            for (var x = x0; x < x1; x++)
                if (map[y * w + x] > map[which] || T.IsNaN(map[y * w + x])) which = y * w + x;
        return which;
    }

    private static int Stretch(float* x, int count)
    {
        var best = Vector.Load(x);
        var which = Vector<int>.Indices;
        for (var i = Vector<float>.Count; i < count; i += Vector<float>.Count)
        {
            // The last register ends with the stretch; what it repeats is no larger than what its lanes have seen.
            var at = Math.Min(i, count - Vector<float>.Count);
            var v = Vector.Load(x + at);
            var better = Vector.GreaterThan(v, best) | ~Vector.Equals(v, v);
            best = Vector.ConditionalSelect(better, v, best);
            which = Vector.ConditionalSelect(better, Vector<int>.Indices + new Vector<int>(at), which);
        }
        var found = which[0];
        for (var lane = 1; lane < Vector<float>.Count; lane++)
        {
            var at = which[lane];
            var isBetter = float.IsNaN(x[at]) ? !float.IsNaN(x[found]) || at > found : x[at] > x[found] || (x[at] == x[found] && at < found);
            if (isBetter) found = at;
        }
        return found;
    }
}
