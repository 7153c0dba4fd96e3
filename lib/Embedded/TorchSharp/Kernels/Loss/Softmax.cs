using System.Numerics;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Loss;

/// <summary>
/// Softmax and its logarithm along the middle dimension of [outer, size, inner]. The largest element is subtracted
/// first, so nothing overflows: log softmax(x)[i] = (x[i] - max) - log(sum exp(x[j] - max)).
/// </summary>
internal static unsafe class Softmax
{
    public static void Forward<T>(bool log, long outer, long size, long inner, T* x, T* y) where T : unmanaged, IFloatingPointIeee754<T> =>
        WorkerTeam.For(outer * inner, Grain(size), new ForwardBody<T>(log, size, inner, x, y));

    /// <summary>From the output y: dx = y (dy - sum(dy y)), or for the logarithm dx = dy - exp(y) sum(dy).</summary>
    public static void Backward<T>(bool log, long outer, long size, long inner, T* y, T* dy, T* dx) where T : unmanaged, IFloatingPointIeee754<T> =>
        WorkerTeam.For(outer * inner, Grain(size), new BackwardBody<T>(log, size, inner, y, dy, dx));

    private static long Grain(long size) => Math.Max(1, 2048 / Math.Max(1, size));

    private readonly struct ForwardBody<T>(bool log, long size, long inner, T* x, T* y) : IRangeBody where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(long from, long to)
        {
            for (var lane = from; lane < to; lane++)
            {
                var at = lane / inner * size * inner + lane % inner;
                T* px = x + at, py = y + at;
                var max = px[0];
                for (long i = 1; i < size; i++) max = T.Max(max, px[i * inner]);
                // A lane of minus infinities has no finite shift: the result is NaN, as in PyTorch.
                double sum = 0;
                for (long i = 0; i < size; i++)
                {
                    var e = T.Exp(px[i * inner] - max);
                    py[i * inner] = e;
                    sum += double.CreateTruncating(e);
                }
                if (log)
                {
                    var shift = T.CreateTruncating(Math.Log(sum));
                    for (long i = 0; i < size; i++) py[i * inner] = px[i * inner] - max - shift;
                }
                else
                {
                    var total = T.CreateTruncating(sum);
                    for (long i = 0; i < size; i++) py[i * inner] /= total;
                }
            }
        }
    }

    private readonly struct BackwardBody<T>(bool log, long size, long inner, T* y, T* dy, T* dx) : IRangeBody where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(long from, long to)
        {
            for (var lane = from; lane < to; lane++)
            {
                var at = lane / inner * size * inner + lane % inner;
                T* py = y + at, pg = dy + at, pd = dx + at;
                double sum = 0;
                for (long i = 0; i < size; i++)
                    sum += double.CreateTruncating(log ? pg[i * inner] : pg[i * inner] * py[i * inner]);
                var total = T.CreateTruncating(sum);
                for (long i = 0; i < size; i++)
                    pd[i * inner] = log ? pg[i * inner] - T.Exp(py[i * inner]) * total : py[i * inner] * (pg[i * inner] - total);
            }
        }
    }
}
