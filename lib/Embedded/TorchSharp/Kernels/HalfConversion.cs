using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// float32 to the two half precisions and back, registers at a time, in whole numbers: the machine's own instructions are not to
/// be had from .NET. Rounds to nearest, ties to even.
/// </summary>
internal static unsafe class HalfConversion
{
    private const uint Infinity = 0x7F800000;
    private const uint Sign = 0x80000000;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(float* x, Half* y, long n)
    {
        long i = 0;
        for (; i <= n - Vector<ushort>.Count; i += Vector<ushort>.Count)
            Vector.Store(Vector.Narrow(ToFloat16(Bits(x + i)), ToFloat16(Bits(x + i + Vector<uint>.Count))), (ushort*)y + i);
        for (; i < n; i++) y[i] = (Half)x[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(float* x, BFloat16* y, long n)
    {
        long i = 0;
        for (; i <= n - Vector<ushort>.Count; i += Vector<ushort>.Count)
            Vector.Store(Vector.Narrow(ToBFloat16(Bits(x + i)), ToBFloat16(Bits(x + i + Vector<uint>.Count))), (ushort*)y + i);
        for (; i < n; i++) y[i] = new BFloat16(x[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Widen(Half* x, float* y, long n)
    {
        long i = 0;
        for (; i <= n - Vector<ushort>.Count; i += Vector<ushort>.Count)
        {
            Vector.Widen(Vector.Load((ushort*)x + i), out var low, out var high);
            FromFloat16(low).Store(y + i);
            FromFloat16(high).Store(y + i + Vector<float>.Count);
        }
        for (; i < n; i++) y[i] = (float)x[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Widen(BFloat16* x, float* y, long n)
    {
        long i = 0;
        for (; i <= n - Vector<ushort>.Count; i += Vector<ushort>.Count)
        {
            Vector.Widen(Vector.Load((ushort*)x + i), out var low, out var high);
            Vector.ShiftLeft(low, 16).As<uint, float>().Store(y + i);
            Vector.ShiftLeft(high, 16).As<uint, float>().Store(y + i + Vector<float>.Count);
        }
        for (; i < n; i++) y[i] = x[i].ToSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Bits(float* x) => Vector.Load((uint*)x);

    // Normal: the exponent is moved from bias 127 to 15, and half of the last bit that stays is added, less one where that bit
    // is even. Subnormal: adding 0.5 puts the bits that stay at the low end, rounded. What is too large is infinite.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> ToFloat16(Vector<uint> bits)
    {
        var a = bits & new Vector<uint>(~Sign);
        var odd = Vector.ShiftRightLogical(a, 13) & Vector<uint>.One;
        var normal = Vector.ShiftRightLogical(a - new Vector<uint>(112u << 23) + new Vector<uint>(0xFFF) + odd, 13);
        var subnormal = (a.As<uint, float>() + new Vector<float>(0.5f)).As<float, uint>() - new Vector<uint>(126u << 23);
        var nan = new Vector<uint>(0x7E00) | (Vector.ShiftRightLogical(a, 13) & new Vector<uint>(0x3FF));
        var y = Vector.ConditionalSelect(Vector.LessThan(a, new Vector<uint>(113u << 23)), subnormal, normal);
        y = Vector.ConditionalSelect(Vector.GreaterThanOrEqual(a, new Vector<uint>(143u << 23)), new Vector<uint>(0x7C00), y);
        y = Vector.ConditionalSelect(Vector.GreaterThan(a, new Vector<uint>(Infinity)), nan, y);
        return y | Vector.ShiftRightLogical(bits & new Vector<uint>(Sign), 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> ToBFloat16(Vector<uint> bits)
    {
        var rounded = Vector.ShiftRightLogical(bits + new Vector<uint>(0x7FFF) + (Vector.ShiftRightLogical(bits, 16) & Vector<uint>.One), 16);
        return Vector.ConditionalSelect(Vector.GreaterThan(bits & new Vector<uint>(~Sign), new Vector<uint>(Infinity)), new Vector<uint>(0x7FC0), rounded);
    }

    // Read as a float32 the bits are the number times 2^-112, subnormal or not; infinity and NaN need the highest exponent.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> FromFloat16(Vector<uint> half)
    {
        var a = half & new Vector<uint>(0x7FFF);
        var scaled = (Vector.ShiftLeft(a, 13).As<uint, float>() * new Vector<float>(5.192296858534828e33f)).As<float, uint>();
        var special = Vector.ShiftLeft(a, 13) | new Vector<uint>(Infinity);
        var y = Vector.ConditionalSelect(Vector.GreaterThanOrEqual(a, new Vector<uint>(0x7C00)), special, scaled);
        return (y | Vector.ShiftLeft(half & new Vector<uint>(0x8000), 16)).As<uint, float>();
    }
}
