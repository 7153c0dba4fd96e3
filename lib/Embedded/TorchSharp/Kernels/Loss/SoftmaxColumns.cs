using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Loss;

/// <summary><see cref="Softmax"/> of [outer, size, inner] by blocks of neighbouring columns: a lane of a register is one column.</summary>
internal static unsafe class SoftmaxColumns
{
    private const long Block = 64;

    public static void Forward<T>(bool log, long outer, long size, long inner, T* x, T* y) where T : unmanaged, IFloatingPointIeee754<T> =>
        WorkerTeam.For(outer * Blocks(inner), Grain(size), new ForwardBody<T>(log, size, inner, x, y));

    public static void Backward<T>(bool log, long outer, long size, long inner, T* y, T* dy, T* dx) where T : unmanaged, IFloatingPointIeee754<T> =>
        WorkerTeam.For(outer * Blocks(inner), Grain(size), new BackwardBody<T>(log, size, inner, y, dy, dx));

    private static long Blocks(long inner) => (inner + Block - 1) / Block;

    private static long Grain(long size) => Math.Max(1, 64 / Math.Max(1, size));

    // Where the columns of a task begin, and how many they are.
    private static (long At, long Columns) Place(long task, long size, long inner)
    {
        var (o, block) = Math.DivRem(task, Blocks(inner));
        return (o * size * inner + block * Block, Math.Min(Block, inner - block * Block));
    }

    private readonly struct ForwardBody<T>(bool log, long size, long inner, T* x, T* y) : IRangeBody where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var max = stackalloc T[(int)Block];
            var total = stackalloc T[(int)Block];
            var sums = stackalloc DoubleLanes<T>[(int)Block / Vector<T>.Count];
            var w = Vector<T>.Count;
            for (var task = from; task < to; task++)
            {
                var (at, columns) = Place(task, size, inner);
                T* px = x + at, py = y + at;
                for (long j = 0; j < columns; j += w)
                {
                    // Two at a time: each waits only for its own last one.
                    Vector<T> even = Vector.Load(px + j), odd = even;
                    long i = 1;
                    for (; i + 2 <= size; i += 2)
                    {
                        even = Vector.MaxNative(even, Vector.Load(px + i * inner + j));
                        odd = Vector.MaxNative(odd, Vector.Load(px + (i + 1) * inner + j));
                    }
                    if (i < size) even = Vector.MaxNative(even, Vector.Load(px + i * inner + j));
                    Vector.MaxNative(even, odd).Store(max + j);
                    sums[j / w] = default;
                }
                for (long i = 0; i < size; i++)
                    for (long j = 0; j < columns; j += w)
                    {
                        var e = Softmax.Decay(Vector.Load(px + i * inner + j) - Vector.Load(max + j));
                        if (!log) Rows.StoreUpTo(e, py + i * inner + j, py + i * inner + columns);
                        sums[j / w].Add(e);
                    }
                for (long j = 0; j < columns; j++)
                {
                    var sum = sums[j / w][(int)(j % w)];
                    total[j] = T.CreateTruncating(log ? Math.Log(sum) : 1 / sum);
                }
                for (long i = 0; i < size; i++)
                    for (long j = 0; j < columns; j += w)
                    {
                        var to0 = py + i * inner + j;
                        var v = log ? Vector.Load(px + i * inner + j) - Vector.Load(max + j) - Vector.Load(total + j) : Vector.Load(to0) * Vector.Load(total + j);
                        Rows.StoreUpTo(v, to0, py + i * inner + columns);
                    }
            }
        }
    }

    private readonly struct BackwardBody<T>(bool log, long size, long inner, T* y, T* dy, T* dx) : IRangeBody where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var total = stackalloc T[(int)Block];
            var sums = stackalloc DoubleLanes<T>[(int)Block / Vector<T>.Count];
            var w = Vector<T>.Count;
            for (var task = from; task < to; task++)
            {
                var (at, columns) = Place(task, size, inner);
                T* py = y + at, pg = dy + at, pd = dx + at;
                for (long j = 0; j < columns; j += w) sums[j / w] = default;
                for (long i = 0; i < size; i++)
                    for (long j = 0; j < columns; j += w)
                    {
                        var g = Vector.Load(pg + i * inner + j);
                        sums[j / w].Add(log ? g : g * Vector.Load(py + i * inner + j));
                    }
                for (long j = 0; j < columns; j++) total[j] = T.CreateTruncating(sums[j / w][(int)(j % w)]);
                for (long i = 0; i < size; i++)
                    for (long j = 0; j < columns; j += w)
                    {
                        var k = i * inner + j;
                        Rows.StoreUpTo(Softmax.Gradient(log, Vector.Load(py + k), Vector.Load(pg + k), Vector.Load(total + j)), pd + k, pd + i * inner + columns);
                    }
            }
        }
    }
}
