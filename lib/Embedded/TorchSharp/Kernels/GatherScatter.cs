using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Threading;

namespace TorchSharp.Kernels;

/// <summary>Elements picked, or written, at positions along one dimension that another tensor gives.</summary>
internal static unsafe class GatherScatter
{
    /// <summary>y = x at index along a dimension; all strides in the shape of the index, x's 0 at the dimension.</summary>
    public static void Gather<T>(long[] shape, T* y, long[] sy, long* index, long[] si, T* x, long[] sx, long stride, long size, int dim) where T : unmanaged =>
        new StridedLoop(shape, sy, si, sx).Run(new GatherBody<T>(y, index, x, stride, size, dim), 2);

    public static void Scatter<T>(long[] shape, T* y, long[] sy, long* index, long[] si, T* x, long[] sx, long stride, long size, int dim) where T : unmanaged =>
        Apart(shape, sy, si, sx, dim, new ScatterBody<T>(y, index, x, stride, size, dim));

    public static void ScatterAdd<T>(long[] shape, T* y, long[] sy, long* index, long[] si, T* x, long[] sx, long stride, long size, int dim) where T : unmanaged, INumber<T> =>
        Apart(shape, sy, si, sx, dim, new AddBody<T>(y, index, x, stride, size, dim));

    // Writes meet only along the dimension of the index, so slices of the largest other one are shared out, each in order.
    private static void Apart<TBody>(long[] shape, long[] sy, long[] si, long[] sx, int dim, TBody body) where TBody : struct, IRunBody
    {
        var cut = -1;
        for (var d = 0; d < shape.Length; d++)
            if (d != dim && sy[d] != 0 && (cut < 0 || shape[d] > shape[cut])) cut = d;
        if (cut < 0 || shape[cut] <= 1)
        {
            new StridedLoop(shape, sy, si, sx).RunInOrder(body);
            return;
        }
        var slice = Shapes.Count(shape) / shape[cut];
        WorkerTeam.For(shape[cut], Math.Max(1, 16384 / Math.Max(1, slice)), new SliceBody<TBody>(shape, sy, si, sx, cut, body));
    }

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void Refuse(string operation, long index, long size, int dim) =>
        throw new ExternalException($"{operation}: index {index} is out of bounds for dimension {dim} with size {size}");

    private readonly struct SliceBody<TBody>(long[] shape, long[] sy, long[] si, long[] sx, int cut, TBody body) : IRangeBody where TBody : struct, IRunBody
    {
        public void Run(long from, long to)
        {
            var part = (long[])shape.Clone();
            part[cut] = to - from;
            new StridedLoop(part, sy, si, sx).RunInOrder(new Shifted<TBody>(body, from * sy[cut], from * si[cut], from * sx[cut]));
        }
    }

    private readonly struct Shifted<TBody>(TBody body, long by0, long by1, long by2) : IRunBody where TBody : struct, IRunBody
    {
        public void Run(long o0, long o1, long o2, long o3, long s0, long s1, long s2, long s3, long n) => body.Run(o0 + by0, o1 + by1, o2 + by2, o3, s0, s1, s2, s3, n);
    }

    private readonly struct GatherBody<T>(T* y, long* index, T* x, long stride, long size, int dim) : IRunBody where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long o0, long o1, long o2, long o3, long s0, long s1, long s2, long s3, long n)
        {
            T* to = y + o0, from = x + o2;
            var at = index + o1;
            if (s0 == 1 && s1 == 1)
            {
                for (long i = 0; i < n; i++, from += s2)
                {
                    var k = at[i];
                    if ((ulong)k >= (ulong)size) Refuse("gather", k, size, dim);
                    to[i] = from[k * stride];
                }
                return;
            }
            for (long i = 0; i < n; i++, to += s0, at += s1, from += s2)
            {
                if ((ulong)*at >= (ulong)size) Refuse("gather", *at, size, dim);
                *to = from[*at * stride];
            }
        }
    }

    private readonly struct ScatterBody<T>(T* y, long* index, T* x, long stride, long size, int dim) : IRunBody where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long o0, long o1, long o2, long o3, long s0, long s1, long s2, long s3, long n)
        {
            T* to = y + o0, from = x + o2;
            for (var at = index + o1; n > 0; n--, to += s0, at += s1, from += s2)
            {
                if ((ulong)*at >= (ulong)size) Refuse("scatter", *at, size, dim);
                to[*at * stride] = *from;
            }
        }
    }

    private readonly struct AddBody<T>(T* y, long* index, T* x, long stride, long size, int dim) : IRunBody where T : unmanaged, INumber<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long o0, long o1, long o2, long o3, long s0, long s1, long s2, long s3, long n)
        {
            T* to = y + o0, from = x + o2;
            for (var at = index + o1; n > 0; n--, to += s0, at += s1, from += s2)
            {
                if ((ulong)*at >= (ulong)size) Refuse("scatter_add", *at, size, dim);
                to[*at * stride] += *from;
            }
        }
    }
}
