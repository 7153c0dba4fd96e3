// The inverse DCT of a JPEG block in whole numbers: the algorithm of Loeffler, Ligtenberg and Moschytz 1989 ("Practical fast 1-D DCT algorithms
// with 11 multiplications") with 13 bits of fraction, rounded where libjpeg's accurate method ("islow") rounds, so that the samples are equal to
// its samples. Eight columns are transformed at once; with AVX2 the sums of products are multiplied out, which one instruction does in pairs.
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConvNets.Data.Imaging;

/// <summary>
/// Turns coefficients into samples. A block keeps its rows y and y + 4 side by side, value by value, as the first pass takes them.
/// </summary>
internal static class InverseDct
{
    private const int Bits = 13;
    private const int ExtraBits = 2;
    private const int ColumnShift = Bits - ExtraBits;
    private const int RowShift = Bits + ExtraBits + 3;

    /// <summary>Rounds the second pass and moves its samples from -128..127 to 0..255.</summary>
    private const int RowBias = (1 << (RowShift - 1)) + (128 << RowShift);

    /// <summary>Where a block keeps the coefficient of row <paramref name="y"/> (vertical frequency) and column <paramref name="x"/>.</summary>
    public static int Position(int y, int x) => 16 * (y & 3) + 2 * x + (y >> 2);

    /// <summary>A block whose coefficients are all zero but the first: every sample has the same value.</summary>
    public static void Flat(int dc, Span<byte> samples, int stride)
    {
        var value = (byte)Math.Clamp(((dc << ExtraBits) + (1 << (ExtraBits + 2)) >> (ExtraBits + 3)) + 128, 0, 255);
        _ = samples[7 * stride + 7];
        ref var to = ref MemoryMarshal.GetReference(samples);
        for (var y = 0; y < 8; y++)
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, y * stride), value * 0x0101010101010101UL);
    }

    /// <summary>Dequantises a block, transforms it, and writes 8 rows of 8 samples.</summary>
    /// <param name="block">64 coefficients, each at its <see cref="Position"/>.</param>
    /// <param name="factors">64 factors of dequantisation, likewise.</param>
    /// <param name="samples">Where the rows go.</param>
    /// <param name="stride">Bytes from one row to the next.</param>
    public static void Transform(ReadOnlySpan<short> block, ReadOnlySpan<short> factors, Span<byte> samples, int stride)
    {
        if (Avx2.IsSupported)
            TransformInPairs(block, factors, samples, stride);
        else
            TransformPortably(block, factors, samples, stride);
    }

    private static void TransformInPairs(ReadOnlySpan<short> block, ReadOnlySpan<short> factors, Span<byte> samples, int stride)
    {
        _ = (block[63], factors[63], samples[7 * stride + 7]);
        ref var from = ref MemoryMarshal.GetReference(block);
        ref var by = ref MemoryMarshal.GetReference(factors);
        ref var to = ref MemoryMarshal.GetReference(samples);

        PassInPairs(
            Pair(ref from, ref by, 0), Pair(ref from, ref by, 1), Pair(ref from, ref by, 2), Pair(ref from, ref by, 3), 1 << (ColumnShift - 1), ColumnShift,
            out var r0, out var r1, out var r2, out var r3, out var r4, out var r5, out var r6, out var r7);

        // The results of row y stand in ry: pair them by columns x and x + 4, then turn rows into columns.
        var (z0, z1, z2, z3) = (Beside(r0, r4), Beside(r1, r5), Beside(r2, r6), Beside(r3, r7));
        var (a0, a1, a2, a3) = (Avx2.UnpackLow(z0, z1).AsInt64(), Avx2.UnpackHigh(z0, z1).AsInt64(), Avx2.UnpackLow(z2, z3).AsInt64(), Avx2.UnpackHigh(z2, z3).AsInt64());
        PassInPairs(
            Avx2.UnpackLow(a0, a2).AsInt16(), Avx2.UnpackHigh(a0, a2).AsInt16(), Avx2.UnpackLow(a1, a3).AsInt16(), Avx2.UnpackHigh(a1, a3).AsInt16(), RowBias, RowShift,
            out r0, out r1, out r2, out r3, out r4, out r5, out r6, out r7);

        // Now column x stands in rx: clip to bytes, four columns of four rows in each half, and turn them back.
        var order = Vector256.Create((byte)0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15, 0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
        var left = Avx2.Shuffle(Avx2.PackUnsignedSaturate(Avx2.PackSignedSaturate(r0, r1), Avx2.PackSignedSaturate(r2, r3)), order).AsInt32();
        var right = Avx2.Shuffle(Avx2.PackUnsignedSaturate(Avx2.PackSignedSaturate(r4, r5), Avx2.PackSignedSaturate(r6, r7)), order).AsInt32();
        var (outer, inner) = (Avx2.UnpackLow(left, right).AsUInt64(), Avx2.UnpackHigh(left, right).AsUInt64());
        StoreTwo(outer.GetLower(), ref to, stride, 0);
        StoreTwo(inner.GetLower(), ref to, stride, 2);
        StoreTwo(outer.GetUpper(), ref to, stride, 4);
        StoreTwo(inner.GetUpper(), ref to, stride, 6);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Pair(ref short block, ref short factors, int pair) =>
        Vector256.LoadUnsafe(ref block, (nuint)(16 * pair)) * Vector256.LoadUnsafe(ref factors, (nuint)(16 * pair));

    /// <summary>The columns x and x + 4 of two rows as pairs of 16 bits: four pairs of the one row, then four of the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Beside(Vector256<int> row, Vector256<int> other)
    {
        var (left, right) = (Avx2.Permute2x128(row, other, 0x20), Avx2.Permute2x128(row, other, 0x31));
        return Avx2.Blend(left.AsInt16(), (right << 16).AsInt16(), 0b10101010).AsInt32();
    }

    /// <summary>The pass below with its products multiplied out, on inputs k and k + 4 in pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PassInPairs(
        Vector256<short> r04, Vector256<short> r15, Vector256<short> r26, Vector256<short> r37, int bias, [ConstantExpected] int shift,
        out Vector256<int> r0, out Vector256<int> r1, out Vector256<int> r2, out Vector256<int> r3,
        out Vector256<int> r4, out Vector256<int> r5, out Vector256<int> r6, out Vector256<int> r7)
    {
        var t0 = Sum(r04, 1 << Bits, 1 << Bits) + Vector256.Create(bias);
        var t1 = Sum(r04, 1 << Bits, -(1 << Bits)) + Vector256.Create(bias);
        var t2 = Sum(r26, 4433, -10704);
        var t3 = Sum(r26, 10703, 4433);
        var (e0, e1, e2, e3) = (t0 + t3, t1 + t2, t1 - t2, t0 - t3);
        var o0 = Sum(r15, 2260, 9633) + Sum(r37, -6436, -11363);
        var o1 = Sum(r15, 6437, 2261) + Sum(r37, -11362, 9633);
        var o2 = Sum(r15, 9633, -11362) + Sum(r37, -2259, -6436);
        var o3 = Sum(r15, 11363, 6437) + Sum(r37, 9633, 2260);
        (r0, r7) = (e0 + o3 >> shift, e0 - o3 >> shift);
        (r1, r6) = (e1 + o2 >> shift, e1 - o2 >> shift);
        (r2, r5) = (e2 + o1 >> shift, e2 - o1 >> shift);
        (r3, r4) = (e3 + o0 >> shift, e3 - o0 >> shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Sum(Vector256<short> pairs, short first, short second) =>
        Avx2.MultiplyAddAdjacent(pairs, Vector256.Create((ushort)first | second << 16).AsInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreTwo(Vector128<ulong> rows, ref byte samples, int stride, int row)
    {
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref samples, row * stride), rows[0]);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref samples, (row + 1) * stride), rows[1]);
    }

    /// <summary>What <see cref="Transform"/> does where there is no AVX2.</summary>
    internal static void TransformPortably(ReadOnlySpan<short> block, ReadOnlySpan<short> factors, Span<byte> samples, int stride)
    {
        Span<Vector256<int>> r = stackalloc Vector256<int>[8];
        for (var pair = 0; pair < 4; pair++)
        {
            var both = (Vector256.Create(block[(16 * pair)..]) * Vector256.Create(factors[(16 * pair)..])).AsInt32();
            (r[pair], r[pair + 4]) = (both << 16 >> 16, both >> 16);
        }
        Pass(r, 1 << (ColumnShift - 1), ColumnShift);
        Transpose(r);
        Pass(r, RowBias, RowShift);
        Transpose(r);
        for (var y = 0; y < 8; y++)
        {
            var row = Vector256.Min(Vector256.Max(r[y], Vector256<int>.Zero), Vector256.Create(255));
            var words = Vector128.Narrow(row.GetLower(), row.GetUpper()).AsUInt16();
            BitConverter.TryWriteBytes(samples[(y * stride)..], Vector128.Narrow(words, words).AsUInt64()[0]);
        }
    }

    /// <summary>One-dimensional inverse DCT of eight columns, with the result rounded by <paramref name="shift"/> bits.</summary>
    private static void Pass(Span<Vector256<int>> r, int bias, int shift)
    {
        // Even part: constants are the paper's, times 2^13.
        var z = (r[2] + r[6]) * 4433;
        var t2 = z - r[6] * 15137;
        var t3 = z + r[2] * 6270;
        var t0 = (r[0] + r[4] << Bits) + Vector256.Create(bias);
        var t1 = (r[0] - r[4] << Bits) + Vector256.Create(bias);
        var (e0, e3, e1, e2) = (t0 + t3, t0 - t3, t1 + t2, t1 - t2);

        // Odd part.
        var (z1, z2, z3, z4) = (r[7] + r[1], r[5] + r[3], r[7] + r[3], r[5] + r[1]);
        var z5 = (z3 + z4) * 9633;
        z1 *= -7373;
        z2 *= -20995;
        z3 = z3 * -16069 + z5;
        z4 = z4 * -3196 + z5;
        var o0 = r[7] * 2446 + z1 + z3;
        var o1 = r[5] * 16819 + z2 + z4;
        var o2 = r[3] * 25172 + z2 + z3;
        var o3 = r[1] * 12299 + z1 + z4;

        (r[0], r[7]) = (e0 + o3 >> shift, e0 - o3 >> shift);
        (r[1], r[6]) = (e1 + o2 >> shift, e1 - o2 >> shift);
        (r[2], r[5]) = (e2 + o1 >> shift, e2 - o1 >> shift);
        (r[3], r[4]) = (e3 + o0 >> shift, e3 - o0 >> shift);
    }

    private static void Transpose(Span<Vector256<int>> rows)
    {
        var values = MemoryMarshal.Cast<Vector256<int>, int>(rows);
        for (var y = 0; y < 8; y++)
        {
            for (var x = 0; x < y; x++)
                (values[8 * y + x], values[8 * x + y]) = (values[8 * x + y], values[8 * y + x]);
        }
    }
}
