using System.Numerics;
using TorchSharp.Kernels.Norm;

namespace TorchSharp.Kernels.Pool;

/// <summary>The sum of one window of a map; windows as wide as the map are one stretch, summed in lanes.</summary>
internal static unsafe class WindowSum
{
    public static T Of<T>(T* map, long w, long y0, long y1, long x0, long x1) where T : unmanaged, INumber<T>
    {
        if (x1 - x0 == w) return ChannelMoments.Sum(map + y0 * w, (y1 - y0) * w);
        var sum = T.Zero;
        for (var y = y0; y < y1; y++)
            for (var x = x0; x < x1; x++)
                sum += map[y * w + x];
        return sum;
    }
}
