using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Elements picked, or written, at positions along one dimension that another tensor gives.</summary>
internal static unsafe class GatherScatter
{
    /// <summary>y = x at index along a dimension; all strides in the shape of the index, x's 0 at the dimension.</summary>
    public static void Gather<T>(long[] shape, T* y, long[] sy, long* index, long[] si, T* x, long[] sx, long stride, long size, int dim) where T : unmanaged =>
        new StridedLoop(shape, sy, si, sx).Run(new GatherBody<T>(y, index, x, stride, size, dim), 2);

    public static void Scatter<T>(long[] shape, T* y, long[] sy, long* index, long[] si, T* x, long[] sx, long stride, long size, int dim) where T : unmanaged =>
        new StridedLoop(shape, sy, si, sx).RunInOrder(new ScatterBody<T>(y, index, x, stride, size, dim));

    public static void ScatterAdd<T>(long[] shape, T* y, long[] sy, long* index, long[] si, T* x, long[] sx, long stride, long size, int dim) where T : unmanaged, INumber<T> =>
        new StridedLoop(shape, sy, si, sx).RunInOrder(new AddBody<T>(y, index, x, stride, size, dim));

    private static long Checked(string operation, long index, long size, int dim) => (ulong)index < (ulong)size
        ? index : throw new ExternalException($"{operation}: index {index} is out of bounds for dimension {dim} with size {size}");

    private readonly struct GatherBody<T>(T* y, long* index, T* x, long stride, long size, int dim) : IRunBody where T : unmanaged
    {
        public void Run(long o0, long o1, long o2, long o3, long s0, long s1, long s2, long s3, long n)
        {
            for (long i = 0; i < n; i++) y[o0 + i * s0] = x[o2 + i * s2 + Checked("gather", index[o1 + i * s1], size, dim) * stride];
        }
    }

    private readonly struct ScatterBody<T>(T* y, long* index, T* x, long stride, long size, int dim) : IRunBody where T : unmanaged
    {
        public void Run(long o0, long o1, long o2, long o3, long s0, long s1, long s2, long s3, long n)
        {
            for (long i = 0; i < n; i++) y[o0 + i * s0 + Checked("scatter", index[o1 + i * s1], size, dim) * stride] = x[o2 + i * s2];
        }
    }

    private readonly struct AddBody<T>(T* y, long* index, T* x, long stride, long size, int dim) : IRunBody where T : unmanaged, INumber<T>
    {
        public void Run(long o0, long o1, long o2, long o3, long s0, long s1, long s2, long s3, long n)
        {
            for (long i = 0; i < n; i++) y[o0 + i * s0 + Checked("scatter_add", index[o1 + i * s1], size, dim) * stride] += x[o2 + i * s2];
        }
    }
}
