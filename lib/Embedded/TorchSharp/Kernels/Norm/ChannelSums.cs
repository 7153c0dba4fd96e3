using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Norm;

/// <summary>sums[c] = sum over n and s of x[n, c, s]: the gradient of a bias. Stretches in lanes, merged in double.</summary>
internal static unsafe class ChannelSums
{
    private const long ChannelBlock = 64;

    public static void Run<T>(long n, long c, long s, T* x, T* sums) where T : unmanaged, INumber<T>
    {
        if (s == 1) WorkerTeam.For((c + ChannelBlock - 1) / ChannelBlock, 1, new ColumnBody<T>(n, c, x, sums));
        else WorkerTeam.For(c, Math.Max(1, 16384 / Math.Max(1, n * s)), new StretchBody<T>(n, c, s, x, sums));
    }

    private readonly struct StretchBody<T>(long n, long c, long s, T* x, T* sums) : IRangeBody where T : unmanaged, INumber<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            for (var k = from; k < to; k++)
            {
                double sum = 0;
                for (long i = 0; i < n; i++) sum += double.CreateTruncating(ChannelMoments.Sum(x + (i * c + k) * s, s));
                sums[k] = T.CreateTruncating(sum);
            }
        }
    }

    private readonly struct ColumnBody<T>(long n, long c, T* x, T* sums) : IRangeBody where T : unmanaged, INumber<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var sum = stackalloc double[(int)ChannelBlock];
            for (var block = from; block < to; block++)
            {
                var first = block * ChannelBlock;
                var width = Math.Min(ChannelBlock, c - first);
                new Span<double>(sum, (int)width).Clear();
                for (long i = 0; i < n; i++)
                    for (long k = 0; k < width; k++)
                        sum[k] += double.CreateTruncating(x[i * c + first + k]);
                for (long k = 0; k < width; k++) sums[first + k] = T.CreateTruncating(sum[k]);
            }
        }
    }
}
