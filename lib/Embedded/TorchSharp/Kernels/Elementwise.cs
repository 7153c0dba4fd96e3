using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>A function of one element, applied to n elements that lie one after another.</summary>
internal unsafe interface IUnaryOp<TIn, TOut> where TIn : unmanaged where TOut : unmanaged
{
    void Apply(TIn* x, TOut* y, long n);
}

/// <summary>A function of two elements; a step is 1 (elements one after another) or 0 (one element for all).</summary>
internal unsafe interface IBinaryOp<TIn, TOut> where TIn : unmanaged where TOut : unmanaged
{
    void Apply(TIn* a, int stepA, TIn* b, int stepB, TOut* y, long n);
}

/// <summary>A function of three elements, steps as in <see cref="IBinaryOp{TIn,TOut}"/>.</summary>
internal unsafe interface ITernaryOp<TIn, TOut> where TIn : unmanaged where TOut : unmanaged
{
    void Apply(TIn* a, int stepA, TIn* b, int stepB, TIn* c, int stepC, TOut* y, long n);
}

/// <summary>
/// Elementwise kernels over strided tensors. Operations see only contiguous runs; what is strided otherwise passes
/// through a small buffer, so that every path gives the same bits.
/// </summary>
internal static unsafe class Elementwise
{
    private const int Block = 512;

    public static void Unary<TIn, TOut, TOp>(TOp op, ReadOnlySpan<long> shape, TOut* y, ReadOnlySpan<long> sy, TIn* x, ReadOnlySpan<long> sx, int cost = 1)
        where TIn : unmanaged where TOut : unmanaged where TOp : struct, IUnaryOp<TIn, TOut> =>
        new StridedLoop(shape, sy, sx).Run(new UnaryBody<TIn, TOut, TOp>(op, y, x), cost);

    public static void Binary<TIn, TOut, TOp>(TOp op, ReadOnlySpan<long> shape, TOut* y, ReadOnlySpan<long> sy, TIn* a, ReadOnlySpan<long> sa, TIn* b, ReadOnlySpan<long> sb, int cost = 1)
        where TIn : unmanaged where TOut : unmanaged where TOp : struct, IBinaryOp<TIn, TOut> =>
        new StridedLoop(shape, sy, sa, sb).Run(new BinaryBody<TIn, TOut, TOp>(op, y, a, b), cost);

    public static void Ternary<TIn, TOut, TOp>(TOp op, ReadOnlySpan<long> shape, TOut* y, ReadOnlySpan<long> sy, TIn* a, ReadOnlySpan<long> sa, TIn* b, ReadOnlySpan<long> sb, TIn* c, ReadOnlySpan<long> sc, int cost = 1)
        where TIn : unmanaged where TOut : unmanaged where TOp : struct, ITernaryOp<TIn, TOut> =>
        new StridedLoop(shape, sy, sa, sb, sc).Run(new TernaryBody<TIn, TOut, TOp>(op, y, a, b, c), cost);

    private readonly struct UnaryBody<TIn, TOut, TOp>(TOp op, TOut* y, TIn* x) : IRunBody
        where TIn : unmanaged where TOut : unmanaged where TOp : struct, IUnaryOp<TIn, TOut>
    {
        [SkipLocalsInit]
        public void Run(long o0, long o1, long o2, long o3, long s0, long s1, long s2, long s3, long n)
        {
            if (s0 == 1 && s1 == 1)
            {
                op.Apply(x + o1, y + o0, n);
                return;
            }
            var bx = stackalloc TIn[Block];
            var by = stackalloc TOut[Block];
            for (long i = 0; i < n; i += Block)
            {
                var m = Math.Min(Block, n - i);
                op.Apply(Load(x + o1 + i * s1, s1, bx, m), s0 == 1 ? y + o0 + i : by, m);
                if (s0 != 1) Store(by, y + o0 + i * s0, s0, m);
            }
        }
    }

    private readonly struct BinaryBody<TIn, TOut, TOp>(TOp op, TOut* y, TIn* a, TIn* b) : IRunBody
        where TIn : unmanaged where TOut : unmanaged where TOp : struct, IBinaryOp<TIn, TOut>
    {
        [SkipLocalsInit]
        public void Run(long o0, long o1, long o2, long o3, long s0, long s1, long s2, long s3, long n)
        {
            if (s0 == 1 && (ulong)s1 <= 1 && (ulong)s2 <= 1)
            {
                op.Apply(a + o1, (int)s1, b + o2, (int)s2, y + o0, n);
                return;
            }
            var ba = stackalloc TIn[Block];
            var bb = stackalloc TIn[Block];
            var by = stackalloc TOut[Block];
            for (long i = 0; i < n; i += Block)
            {
                var m = Math.Min(Block, n - i);
                var pa = s1 == 0 ? a + o1 : Load(a + o1 + i * s1, s1, ba, m);
                var pb = s2 == 0 ? b + o2 : Load(b + o2 + i * s2, s2, bb, m);
                op.Apply(pa, s1 == 0 ? 0 : 1, pb, s2 == 0 ? 0 : 1, s0 == 1 ? y + o0 + i : by, m);
                if (s0 != 1) Store(by, y + o0 + i * s0, s0, m);
            }
        }
    }

    private readonly struct TernaryBody<TIn, TOut, TOp>(TOp op, TOut* y, TIn* a, TIn* b, TIn* c) : IRunBody
        where TIn : unmanaged where TOut : unmanaged where TOp : struct, ITernaryOp<TIn, TOut>
    {
        [SkipLocalsInit]
        public void Run(long o0, long o1, long o2, long o3, long s0, long s1, long s2, long s3, long n)
        {
            if (s0 == 1 && (ulong)s1 <= 1 && (ulong)s2 <= 1 && (ulong)s3 <= 1)
            {
                op.Apply(a + o1, (int)s1, b + o2, (int)s2, c + o3, (int)s3, y + o0, n);
                return;
            }
            var ba = stackalloc TIn[Block];
            var bb = stackalloc TIn[Block];
            var bc = stackalloc TIn[Block];
            var by = stackalloc TOut[Block];
            for (long i = 0; i < n; i += Block)
            {
                var m = Math.Min(Block, n - i);
                var pa = s1 == 0 ? a + o1 : Load(a + o1 + i * s1, s1, ba, m);
                var pb = s2 == 0 ? b + o2 : Load(b + o2 + i * s2, s2, bb, m);
                var pc = s3 == 0 ? c + o3 : Load(c + o3 + i * s3, s3, bc, m);
                op.Apply(pa, s1 == 0 ? 0 : 1, pb, s2 == 0 ? 0 : 1, pc, s3 == 0 ? 0 : 1, s0 == 1 ? y + o0 + i : by, m);
                if (s0 != 1) Store(by, y + o0 + i * s0, s0, m);
            }
        }
    }

    private static T* Load<T>(T* x, long stride, T* block, long n) where T : unmanaged
    {
        if (stride == 1) return x;
        for (long i = 0; i < n; i++) block[i] = x[i * stride];
        return block;
    }

    private static void Store<T>(T* block, T* y, long stride, long n) where T : unmanaged
    {
        for (long i = 0; i < n; i++) y[i * stride] = block[i];
    }
}

/// <summary>A function of a vector; the last, partial vector takes the same way through a padded buffer.</summary>
internal interface IVectorUnary
{
    Vector<T> Of<T>(Vector<T> x) where T : unmanaged;
}

internal interface IVectorBinary
{
    Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged;
}

internal interface IVectorTernary
{
    Vector<T> Of<T>(Vector<T> a, Vector<T> b, Vector<T> c) where T : unmanaged;
}

/// <summary>A function of a number that has no vector form.</summary>
internal interface INumberUnary
{
    T Of<T>(T x) where T : unmanaged, INumber<T>;
}

internal interface INumberBinary
{
    T Of<T>(T a, T b) where T : unmanaged, INumber<T>;
}

/// <summary>A function of a floating number that has no vector form.</summary>
internal interface IFloatUnary
{
    T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T>;
}

internal interface IFloatBinary
{
    T Of<T>(T a, T b) where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>A statement about a number.</summary>
internal interface INumberTest
{
    bool Of<T>(T x) where T : unmanaged, INumber<T>;
}

/// <summary>A relation of two numbers.</summary>
internal interface IRelation
{
    bool Of<T>(T a, T b) where T : unmanaged, INumber<T>;

    /// <summary>All bits set where the relation holds.</summary>
    Vector<T> Mask<T>(Vector<T> a, Vector<T> b) where T : unmanaged;
}

internal readonly unsafe struct VectorUnary<T, TF>(TF f) : IUnaryOp<T, T> where T : unmanaged where TF : struct, IVectorUnary
{
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(T* x, T* y, long n)
    {
        long i = 0;
        for (; i <= n - 2 * Vector<T>.Count; i += 2 * Vector<T>.Count)
        {
            var u = f.Of(Vector.Load(x + i));
            var v = f.Of(Vector.Load(x + i + Vector<T>.Count));
            u.Store(y + i);
            v.Store(y + i + Vector<T>.Count);
        }
        for (; i <= n - Vector<T>.Count; i += Vector<T>.Count) f.Of(Vector.Load(x + i)).Store(y + i);
        if (i == n) return;
        var tail = stackalloc T[Vector<T>.Count];
        Tail.Load(x + i, n - i, tail);
        f.Of(Vector.Load(tail)).Store(tail);
        Unsafe.CopyBlockUnaligned(y + i, tail, (uint)((n - i) * sizeof(T)));
    }
}

internal readonly unsafe struct VectorBinary<T, TF>(TF f) : IBinaryOp<T, T> where T : unmanaged where TF : struct, IVectorBinary
{
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(T* a, int stepA, T* b, int stepB, T* y, long n)
    {
        long i = 0;
        if (stepA == 1 && stepB == 1)
        {
            for (; i <= n - 2 * Vector<T>.Count; i += 2 * Vector<T>.Count)
            {
                var u = f.Of(Vector.Load(a + i), Vector.Load(b + i));
                var v = f.Of(Vector.Load(a + i + Vector<T>.Count), Vector.Load(b + i + Vector<T>.Count));
                u.Store(y + i);
                v.Store(y + i + Vector<T>.Count);
            }
            for (; i <= n - Vector<T>.Count; i += Vector<T>.Count) f.Of(Vector.Load(a + i), Vector.Load(b + i)).Store(y + i);
        }
        else if (stepA == 1)
        {
            var vb = new Vector<T>(*b);
            for (; i <= n - Vector<T>.Count; i += Vector<T>.Count) f.Of(Vector.Load(a + i), vb).Store(y + i);
        }
        else
        {
            var va = new Vector<T>(*a);
            for (; i <= n - Vector<T>.Count; i += Vector<T>.Count) f.Of(va, stepB == 1 ? Vector.Load(b + i) : new Vector<T>(*b)).Store(y + i);
        }
        if (i == n) return;
        var ta = stackalloc T[Vector<T>.Count];
        var tb = stackalloc T[Vector<T>.Count];
        Tail.Load(a + i * stepA, n - i, ta, stepA);
        Tail.Load(b + i * stepB, n - i, tb, stepB);
        f.Of(Vector.Load(ta), Vector.Load(tb)).Store(ta);
        Unsafe.CopyBlockUnaligned(y + i, ta, (uint)((n - i) * sizeof(T)));
    }
}

internal readonly unsafe struct VectorTernary<T, TF>(TF f) : ITernaryOp<T, T> where T : unmanaged where TF : struct, IVectorTernary
{
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(T* a, int stepA, T* b, int stepB, T* c, int stepC, T* y, long n)
    {
        long i = 0;
        if (stepA == 1 && stepB == 1 && stepC == 1)
        {
            for (; i <= n - Vector<T>.Count; i += Vector<T>.Count) f.Of(Vector.Load(a + i), Vector.Load(b + i), Vector.Load(c + i)).Store(y + i);
        }
        else
        {
            for (; i <= n - Vector<T>.Count; i += Vector<T>.Count)
            {
                f.Of(
                    stepA == 1 ? Vector.Load(a + i) : new Vector<T>(*a),
                    stepB == 1 ? Vector.Load(b + i) : new Vector<T>(*b),
                    stepC == 1 ? Vector.Load(c + i) : new Vector<T>(*c)).Store(y + i);
            }
        }
        if (i == n) return;
        var ta = stackalloc T[Vector<T>.Count];
        var tb = stackalloc T[Vector<T>.Count];
        var tc = stackalloc T[Vector<T>.Count];
        Tail.Load(a + i * stepA, n - i, ta, stepA);
        Tail.Load(b + i * stepB, n - i, tb, stepB);
        Tail.Load(c + i * stepC, n - i, tc, stepC);
        f.Of(Vector.Load(ta), Vector.Load(tb), Vector.Load(tc)).Store(ta);
        Unsafe.CopyBlockUnaligned(y + i, ta, (uint)((n - i) * sizeof(T)));
    }
}

internal readonly unsafe struct EachNumber<T, TF>(TF f) : IUnaryOp<T, T> where T : unmanaged, INumber<T> where TF : struct, INumberUnary
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(T* x, T* y, long n)
    {
        for (long i = 0; i < n; i++) y[i] = f.Of(x[i]);
    }
}

internal readonly unsafe struct EachNumberPair<T, TF>(TF f) : IBinaryOp<T, T> where T : unmanaged, INumber<T> where TF : struct, INumberBinary
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(T* a, int stepA, T* b, int stepB, T* y, long n)
    {
        for (long i = 0; i < n; i++) y[i] = f.Of(a[i * stepA], b[i * stepB]);
    }
}

internal readonly unsafe struct EachFloat<T, TF>(TF f) : IUnaryOp<T, T> where T : unmanaged, IFloatingPointIeee754<T> where TF : struct, IFloatUnary
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(T* x, T* y, long n)
    {
        for (long i = 0; i < n; i++) y[i] = f.Of(x[i]);
    }
}

internal readonly unsafe struct EachFloatPair<T, TF>(TF f) : IBinaryOp<T, T> where T : unmanaged, IFloatingPointIeee754<T> where TF : struct, IFloatBinary
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(T* a, int stepA, T* b, int stepB, T* y, long n)
    {
        for (long i = 0; i < n; i++) y[i] = f.Of(a[i * stepA], b[i * stepB]);
    }
}

internal readonly unsafe struct Tests<T, TF>(TF f) : IUnaryOp<T, byte> where T : unmanaged, INumber<T> where TF : struct, INumberTest
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(T* x, byte* y, long n)
    {
        for (long i = 0; i < n; i++) y[i] = f.Of(x[i]) ? (byte)1 : (byte)0;
    }
}

internal readonly unsafe struct Relates<T, TF>(TF f) : IBinaryOp<T, byte> where T : unmanaged, INumber<T> where TF : struct, IRelation
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(T* a, int stepA, T* b, int stepB, byte* y, long n)
    {
        long i = 0;
        for (; i <= n - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            var p = a + i * stepA;
            var q = b + i * stepB;
            Vector<sbyte> mask;
            if (sizeof(T) == 1) mask = At(p, stepA, q, stepB, 0).As<T, sbyte>();
            else if (sizeof(T) == 2) mask = Shorts(p, stepA, q, stepB, 0);
            else if (sizeof(T) == 4) mask = Vector.Narrow(Ints(p, stepA, q, stepB, 0), Ints(p, stepA, q, stepB, 2));
            else mask = Vector.Narrow(Vector.Narrow(Longs(p, stepA, q, stepB, 0), Longs(p, stepA, q, stepB, 2)), Vector.Narrow(Longs(p, stepA, q, stepB, 4), Longs(p, stepA, q, stepB, 6)));
            (mask.As<sbyte, byte>() & Vector<byte>.One).Store(y + i);
        }
        for (; i < n; i++) y[i] = f.Of(a[i * stepA], b[i * stepB]) ? (byte)1 : (byte)0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<T> At(T* a, int stepA, T* b, int stepB, int k) => f.Mask(
        stepA == 1 ? Vector.Load(a + k * Vector<T>.Count) : new Vector<T>(*a),
        stepB == 1 ? Vector.Load(b + k * Vector<T>.Count) : new Vector<T>(*b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<sbyte> Shorts(T* a, int stepA, T* b, int stepB, int k) =>
        Vector.Narrow(At(a, stepA, b, stepB, k).As<T, short>(), At(a, stepA, b, stepB, k + 1).As<T, short>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<short> Ints(T* a, int stepA, T* b, int stepB, int k) =>
        Vector.Narrow(At(a, stepA, b, stepB, k).As<T, int>(), At(a, stepA, b, stepB, k + 1).As<T, int>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<int> Longs(T* a, int stepA, T* b, int stepB, int k) =>
        Vector.Narrow(At(a, stepA, b, stepB, k).As<T, long>(), At(a, stepA, b, stepB, k + 1).As<T, long>());
}

/// <summary>The last elements of a run, padded to a vector with their own first element.</summary>
internal static unsafe class Tail
{
    public static void Load<T>(T* x, long n, T* tail, int step = 1) where T : unmanaged
    {
        for (var i = 0; i < Vector<T>.Count; i++) tail[i] = x[i < n ? i * step : 0];
    }
}
