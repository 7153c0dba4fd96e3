using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Copies between tensors of any geometry and element type.</summary>
internal static unsafe class Convert
{
    /// <summary>Copies x to y, converting elements as C does; to bool everything but zero is true.</summary>
    public static void Copy(ReadOnlySpan<long> shape, nint y, ReadOnlySpan<long> sy, ScalarType ty, nint x, ReadOnlySpan<long> sx, ScalarType tx)
    {
        if (ty == tx)
        {
            switch (Dtypes.Size(ty))
            {
                case 1: StridedCopy.Run(shape, (byte*)y, sy, (byte*)x, sx); break;
                case 2: StridedCopy.Run(shape, (short*)y, sy, (short*)x, sx); break;
                case 4: StridedCopy.Run(shape, (int*)y, sy, (int*)x, sx); break;
                default: StridedCopy.Run(shape, (long*)y, sy, (long*)x, sx); break;
            }
            return;
        }
        switch (tx)
        {
            case ScalarType.Float32: From<float>(shape, y, sy, ty, x, sx); break;
            case ScalarType.Float64: From<double>(shape, y, sy, ty, x, sx); break;
            case ScalarType.Int64: From<long>(shape, y, sy, ty, x, sx); break;
            case ScalarType.Int32: From<int>(shape, y, sy, ty, x, sx); break;
            case ScalarType.Int16: From<short>(shape, y, sy, ty, x, sx); break;
            case ScalarType.Int8: From<sbyte>(shape, y, sy, ty, x, sx); break;
            case ScalarType.Byte or ScalarType.Bool: From<byte>(shape, y, sy, ty, x, sx); break;
            case ScalarType.Float16: From<Half>(shape, y, sy, ty, x, sx); break;
            case ScalarType.BFloat16: FromBFloat16(shape, y, sy, ty, x, sx); break;
            default: throw Dtypes.Unsupported(tx);
        }
    }

    /// <summary>Writes one element everywhere.</summary>
    public static void Fill(ReadOnlySpan<long> shape, nint y, ReadOnlySpan<long> sy, int size, nint cell, ReadOnlySpan<long> zeros)
    {
        switch (size)
        {
            case 1: StridedCopy.Run(shape, (byte*)y, sy, (byte*)cell, zeros); break;
            case 2: StridedCopy.Run(shape, (short*)y, sy, (short*)cell, zeros); break;
            case 4: StridedCopy.Run(shape, (int*)y, sy, (int*)cell, zeros); break;
            default: StridedCopy.Run(shape, (long*)y, sy, (long*)cell, zeros); break;
        }
    }

    private static void From<TIn>(ReadOnlySpan<long> shape, nint y, ReadOnlySpan<long> sy, ScalarType ty, nint x, ReadOnlySpan<long> sx) where TIn : unmanaged, INumber<TIn>
    {
        var from = (TIn*)x;
        switch (ty)
        {
            case ScalarType.Float32: Elementwise.Unary(new Cast<TIn, float>(), shape, (float*)y, sy, from, sx); break;
            case ScalarType.Float64: Elementwise.Unary(new Cast<TIn, double>(), shape, (double*)y, sy, from, sx); break;
            case ScalarType.Int64: Elementwise.Unary(new Cast<TIn, long>(), shape, (long*)y, sy, from, sx); break;
            case ScalarType.Int32: Elementwise.Unary(new Cast<TIn, int>(), shape, (int*)y, sy, from, sx); break;
            case ScalarType.Int16: Elementwise.Unary(new Cast<TIn, short>(), shape, (short*)y, sy, from, sx); break;
            case ScalarType.Int8: Elementwise.Unary(new Cast<TIn, sbyte>(), shape, (sbyte*)y, sy, from, sx); break;
            case ScalarType.Byte: Elementwise.Unary(new Cast<TIn, byte>(), shape, (byte*)y, sy, from, sx); break;
            case ScalarType.Bool: Elementwise.Unary(new Truth<TIn>(), shape, (byte*)y, sy, from, sx); break;
            case ScalarType.Float16: Elementwise.Unary(new Cast<TIn, Half>(), shape, (Half*)y, sy, from, sx); break;
            case ScalarType.BFloat16: Elementwise.Unary(new ToBFloat16<TIn>(), shape, (BFloat16*)y, sy, from, sx); break;
            default: throw Dtypes.Unsupported(ty);
        }
    }

    // Through float32, in a buffer: conversions from bfloat16 only happen at the edges of a computation.
    private static void FromBFloat16(ReadOnlySpan<long> shape, nint y, ReadOnlySpan<long> sy, ScalarType ty, nint x, ReadOnlySpan<long> sx)
    {
        using var wide = new Memory.Scratch<float>(Math.Max(1, Shapes.Count(shape)));
        var strides = Shapes.Contiguous(shape);
        Elementwise.Unary(new FromBFloat(), shape, wide.Pointer, strides, (BFloat16*)x, sx);
        Copy(shape, y, sy, ty, (nint)wide.Pointer, strides, ScalarType.Float32);
    }

    private readonly struct Cast<TIn, TOut> : IUnaryOp<TIn, TOut> where TIn : unmanaged, INumber<TIn> where TOut : unmanaged, INumber<TOut>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Apply(TIn* x, TOut* y, long n)
        {
            if (typeof(TIn) == typeof(float) && typeof(TOut) == typeof(Half))
            {
                HalfConversion.Narrow((float*)x, (Half*)y, n);
                return;
            }
            if (typeof(TIn) == typeof(Half) && typeof(TOut) == typeof(float))
            {
                HalfConversion.Widen((Half*)x, (float*)y, n);
                return;
            }
            long i = 0;
            if (typeof(TIn) == typeof(byte) && typeof(TOut) == typeof(float))
            {
                for (; i <= n - Vector<byte>.Count; i += Vector<byte>.Count)
                {
                    Vector.Widen(Vector.Load((byte*)x + i), out var low, out var high);
                    Vector.Widen(low, out var a, out var b);
                    Vector.Widen(high, out var c, out var d);
                    var to = (float*)y + i;
                    Vector.ConvertToSingle(a.As<uint, int>()).Store(to);
                    Vector.ConvertToSingle(b.As<uint, int>()).Store(to + Vector<float>.Count);
                    Vector.ConvertToSingle(c.As<uint, int>()).Store(to + 2 * Vector<float>.Count);
                    Vector.ConvertToSingle(d.As<uint, int>()).Store(to + 3 * Vector<float>.Count);
                }
            }
            for (; i < n; i++) y[i] = One(x[i]);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TOut One(TIn x)
        {
            // Floating to a narrow integer goes by way of 64 bits and keeps the low bits, as C compilers do.
            if ((typeof(TIn) == typeof(float) || typeof(TIn) == typeof(double) || typeof(TIn) == typeof(Half)) && typeof(TOut) != typeof(float) && typeof(TOut) != typeof(double) && typeof(TOut) != typeof(Half))
                return TOut.CreateTruncating(long.CreateSaturating(x));
            // PyTorch takes a double to float16 by way of float32, which rounds twice.
            if (typeof(TIn) == typeof(double) && typeof(TOut) == typeof(Half)) return TOut.CreateTruncating(float.CreateTruncating(x));
            return TOut.CreateTruncating(x);
        }
    }

    private readonly struct Truth<TIn> : IUnaryOp<TIn, byte> where TIn : unmanaged, INumber<TIn>
    {
        public void Apply(TIn* x, byte* y, long n)
        {
            for (long i = 0; i < n; i++) y[i] = TIn.IsZero(x[i]) ? (byte)0 : (byte)1;
        }
    }

    private readonly struct ToBFloat16<TIn> : IUnaryOp<TIn, BFloat16> where TIn : unmanaged, INumber<TIn>
    {
        public void Apply(TIn* x, BFloat16* y, long n)
        {
            if (typeof(TIn) == typeof(float))
            {
                HalfConversion.Narrow((float*)x, y, n);
                return;
            }
            for (long i = 0; i < n; i++) y[i] = new BFloat16(float.CreateTruncating(x[i]));
        }
    }

    private readonly struct FromBFloat : IUnaryOp<BFloat16, float>
    {
        public void Apply(BFloat16* x, float* y, long n) => HalfConversion.Widen(x, y, n);
    }
}
