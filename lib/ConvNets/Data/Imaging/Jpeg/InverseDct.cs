// The inverse DCT of a JPEG block in whole numbers: the algorithm of Loeffler, Ligtenberg and Moschytz 1989 ("Practical fast 1-D DCT algorithms
// with 11 multiplications") with 13 bits of fraction, rounded where libjpeg's accurate method ("islow") rounds, so that the samples are equal to
// its samples. Eight columns are transformed at once.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConvNets.Data.Imaging;

/// <summary>Turns coefficients into samples.</summary>
internal static class InverseDct
{
    private const int Bits = 13;
    private const int ExtraBits = 2;

    /// <summary>A block whose coefficients are all zero but the first: every sample has the same value.</summary>
    public static void Flat(int dc, Span<byte> samples, int stride)
    {
        var value = (byte)Math.Clamp(((dc << ExtraBits) + (1 << (ExtraBits + 2)) >> (ExtraBits + 3)) + 128, 0, 255);
        for (var y = 0; y < 8; y++)
            samples.Slice(y * stride, 8).Fill(value);
    }

    /// <summary>Dequantises a block (natural order), transforms it, and writes 8 rows of 8 samples.</summary>
    public static void Transform(ReadOnlySpan<short> block, ReadOnlySpan<int> factors, Span<byte> samples, int stride)
    {
        ref var from = ref MemoryMarshal.GetReference(block);
        ref var by = ref MemoryMarshal.GetReference(factors);
        _ = samples[7 * stride + 7];
        ref var to = ref MemoryMarshal.GetReference(samples);

        var r0 = Row(ref from, ref by, 0);
        var r1 = Row(ref from, ref by, 1);
        var r2 = Row(ref from, ref by, 2);
        var r3 = Row(ref from, ref by, 3);
        var r4 = Row(ref from, ref by, 4);
        var r5 = Row(ref from, ref by, 5);
        var r6 = Row(ref from, ref by, 6);
        var r7 = Row(ref from, ref by, 7);
        Pass(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7, Bits - ExtraBits);
        Transpose(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7);
        Pass(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7, Bits + ExtraBits + 3);
        Transpose(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7);
        Store(r0, r1, ref to, stride, 0);
        Store(r2, r3, ref to, stride, 2);
        Store(r4, r5, ref to, stride, 4);
        Store(r6, r7, ref to, stride, 6);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Row(ref short block, ref int factors, int row)
    {
        var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref block, (nuint)(8 * row)));
        return Vector256.Create(low, high) * Vector256.LoadUnsafe(ref factors, (nuint)(8 * row));
    }

    /// <summary>One-dimensional inverse DCT of eight columns, with the result rounded by <paramref name="shift"/> bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pass(
        ref Vector256<int> r0, ref Vector256<int> r1, ref Vector256<int> r2, ref Vector256<int> r3,
        ref Vector256<int> r4, ref Vector256<int> r5, ref Vector256<int> r6, ref Vector256<int> r7, int shift)
    {
        // Even part: constants are the paper's, times 2^13.
        var z = (r2 + r6) * Fix(4433);
        var t2 = z - r6 * Fix(15137);
        var t3 = z + r2 * Fix(6270);
        var t0 = (r0 + r4) << Bits;
        var t1 = (r0 - r4) << Bits;
        var (e0, e3, e1, e2) = (t0 + t3, t0 - t3, t1 + t2, t1 - t2);

        // Odd part.
        var (z1, z2, z3, z4) = (r7 + r1, r5 + r3, r7 + r3, r5 + r1);
        var z5 = (z3 + z4) * Fix(9633);
        z1 *= Fix(-7373);
        z2 *= Fix(-20995);
        z3 = z3 * Fix(-16069) + z5;
        z4 = z4 * Fix(-3196) + z5;
        var o0 = r7 * Fix(2446) + z1 + z3;
        var o1 = r5 * Fix(16819) + z2 + z4;
        var o2 = r3 * Fix(25172) + z2 + z3;
        var o3 = r1 * Fix(12299) + z1 + z4;

        var half = Vector256.Create(1 << (shift - 1));
        (e0, e1, e2, e3) = (e0 + half, e1 + half, e2 + half, e3 + half);
        (r0, r7) = ((e0 + o3) >> shift, (e0 - o3) >> shift);
        (r1, r6) = ((e1 + o2) >> shift, (e1 - o2) >> shift);
        (r2, r5) = ((e2 + o1) >> shift, (e2 - o1) >> shift);
        (r3, r4) = ((e3 + o0) >> shift, (e3 - o0) >> shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Fix(int value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(
        ref Vector256<int> r0, ref Vector256<int> r1, ref Vector256<int> r2, ref Vector256<int> r3,
        ref Vector256<int> r4, ref Vector256<int> r5, ref Vector256<int> r6, ref Vector256<int> r7)
    {
        if (!Avx2.IsSupported)
        {
            TransposeScalar(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7);
            return;
        }
        var (a0, a1, a2, a3) = (Avx2.UnpackLow(r0, r1), Avx2.UnpackHigh(r0, r1), Avx2.UnpackLow(r2, r3), Avx2.UnpackHigh(r2, r3));
        var (a4, a5, a6, a7) = (Avx2.UnpackLow(r4, r5), Avx2.UnpackHigh(r4, r5), Avx2.UnpackLow(r6, r7), Avx2.UnpackHigh(r6, r7));
        var (b0, b1) = (Pairs(a0, a2, low: true), Pairs(a0, a2, low: false));
        var (b2, b3) = (Pairs(a1, a3, low: true), Pairs(a1, a3, low: false));
        var (b4, b5) = (Pairs(a4, a6, low: true), Pairs(a4, a6, low: false));
        var (b6, b7) = (Pairs(a5, a7, low: true), Pairs(a5, a7, low: false));
        (r0, r1, r2, r3) = (
            Avx2.Permute2x128(b0, b4, 0x20), Avx2.Permute2x128(b1, b5, 0x20), Avx2.Permute2x128(b2, b6, 0x20), Avx2.Permute2x128(b3, b7, 0x20));
        (r4, r5, r6, r7) = (
            Avx2.Permute2x128(b0, b4, 0x31), Avx2.Permute2x128(b1, b5, 0x31), Avx2.Permute2x128(b2, b6, 0x31), Avx2.Permute2x128(b3, b7, 0x31));

        static Vector256<int> Pairs(Vector256<int> a, Vector256<int> b, bool low) => low
            ? Avx2.UnpackLow(a.AsInt64(), b.AsInt64()).AsInt32()
            : Avx2.UnpackHigh(a.AsInt64(), b.AsInt64()).AsInt32();
    }

    private static void TransposeScalar(
        ref Vector256<int> r0, ref Vector256<int> r1, ref Vector256<int> r2, ref Vector256<int> r3,
        ref Vector256<int> r4, ref Vector256<int> r5, ref Vector256<int> r6, ref Vector256<int> r7)
    {
        Span<Vector256<int>> rows = [r0, r1, r2, r3, r4, r5, r6, r7];
        var values = MemoryMarshal.Cast<Vector256<int>, int>(rows);
        for (var y = 0; y < 8; y++)
        {
            for (var x = 0; x < y; x++)
                (values[8 * y + x], values[8 * x + y]) = (values[8 * x + y], values[8 * y + x]);
        }
        (r0, r1, r2, r3, r4, r5, r6, r7) = (rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6], rows[7]);
    }

    /// <summary>Adds the level shift, clips, and writes two rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> upper, Vector256<int> lower, ref byte samples, int stride, int row)
    {
        var low = Vector256.Create(0);
        var high = Vector256.Create(255);
        upper = Vector256.Min(Vector256.Max(upper + Vector256.Create(128), low), high);
        lower = Vector256.Min(Vector256.Max(lower + Vector256.Create(128), low), high);
        var words = Vector256.Narrow(upper, lower).AsUInt16();
        var bytes = Vector128.Narrow(words.GetLower(), words.GetUpper());
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref samples, row * stride), bytes.AsUInt64()[0]);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref samples, (row + 1) * stride), bytes.AsUInt64()[1]);
    }
}
