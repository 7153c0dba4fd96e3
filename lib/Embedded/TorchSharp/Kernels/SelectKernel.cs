namespace TorchSharp.Kernels;

/// <summary>y = c ? a : b for elements of any type, broadcast.</summary>
internal static unsafe class SelectKernel
{
    public static void Execute(long[] shape, ScalarType dtype, nint y, long[] sy, Tensor condition, Operand a, Operand b)
    {
        switch (Dtypes.Size(dtype))
        {
            case 1: Run<byte>(shape, dtype, y, sy, condition, a, b); break;
            case 2: Run<short>(shape, dtype, y, sy, condition, a, b); break;
            case 4: Run<int>(shape, dtype, y, sy, condition, a, b); break;
            default: Run<long>(shape, dtype, y, sy, condition, a, b); break;
        }
    }

    private static void Run<T>(long[] shape, ScalarType dtype, nint y, long[] sy, Tensor condition, Operand a, Operand b) where T : unmanaged
    {
        long ca = 0, cb = 0;
        var pa = Cell<T>(a, dtype, &ca);
        var pb = Cell<T>(b, dtype, &cb);
        var c = condition.Impl;
        new StridedLoop(shape, sy, Shapes.Expand(c.Shape, c.Strides, shape), a.StridesIn(shape), b.StridesIn(shape))
            .Run(new Body<T>((T*)y, condition.Pointer<byte>(), pa, pb));
    }

    private static T* Cell<T>(Operand x, ScalarType dtype, long* cell) where T : unmanaged
    {
        if (x.Tensor is not null) return x.Tensor.Pointer<T>();
        Ops.Write((nint)cell, x.Number!, dtype);
        return (T*)cell;
    }

    private readonly struct Body<T>(T* y, byte* c, T* a, T* b) : IRunBody where T : unmanaged
    {
        public void Run(long o0, long o1, long o2, long o3, long s0, long s1, long s2, long s3, long n)
        {
            for (long i = 0; i < n; i++) y[o0 + i * s0] = c[o1 + i * s1] != 0 ? a[o2 + i * s2] : b[o3 + i * s3];
        }
    }
}
