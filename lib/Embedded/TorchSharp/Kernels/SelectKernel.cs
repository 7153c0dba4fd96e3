using System.Numerics;
using System.Runtime.CompilerServices;

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
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long o0, long o1, long o2, long o3, long s0, long s1, long s2, long s3, long n)
        {
            long i = 0;
            if (sizeof(T) >= 4 && s0 == 1 && s1 == 1 && (ulong)s2 <= 1 && (ulong)s3 <= 1)
            {
                for (; i <= n - Vector<byte>.Count; i += Vector<byte>.Count)
                {
                    Vector.Widen(Vector.Load(c + o1 + i), out var low, out var high);
                    Half(low, y + o0 + i, a + o2 + i * s2, s2, b + o3 + i * s3, s3);
                    var half = Vector<ushort>.Count;
                    Half(high, y + o0 + i + half, a + o2 + (i + half) * s2, s2, b + o3 + (i + half) * s3, s3);
                }
            }
            for (; i < n; i++) y[o0 + i * s0] = c[o1 + i * s1] != 0 ? a[o2 + i * s2] : b[o3 + i * s3];
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Half(Vector<ushort> mask, T* y, T* a, long stepA, T* b, long stepB)
        {
            Vector.Widen(mask, out var low, out var high);
            if (sizeof(T) == 4)
            {
                One(low.As<uint, T>(), y, a, stepA, b, stepB, 0);
                One(high.As<uint, T>(), y, a, stepA, b, stepB, 1);
                return;
            }
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            One(first.As<ulong, T>(), y, a, stepA, b, stepB, 0);
            One(second.As<ulong, T>(), y, a, stepA, b, stepB, 1);
            One(third.As<ulong, T>(), y, a, stepA, b, stepB, 2);
            One(fourth.As<ulong, T>(), y, a, stepA, b, stepB, 3);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void One(Vector<T> mask, T* y, T* a, long stepA, T* b, long stepB, int k)
        {
            var u = stepA == 1 ? Vector.Load(a + k * Vector<T>.Count) : new Vector<T>(*a);
            var v = stepB == 1 ? Vector.Load(b + k * Vector<T>.Count) : new Vector<T>(*b);
            Vector.ConditionalSelect(Vector.Equals(mask, Vector<T>.Zero), v, u).Store(y + k * Vector<T>.Count);
        }
    }
}
