// The entropy-coded part of a JPEG file (ITU-T T.81, annexes F and G): sequential blocks, and the four kinds of progressive passes.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ConvNets.Data.Imaging;

/// <summary>Decodes single blocks.</summary>
internal static class ScanDecoder
{
    /// <summary>Position in the 8x8 block of the k-th coefficient; what runs over the end falls on the last one and is noticed afterwards.</summary>
    public static ReadOnlySpan<byte> Zigzag =>
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
        63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
    ];

    /// <summary>Reads all coefficients of a sequential block into zeroed memory; returns whether only the first one is not zero.</summary>
    public static bool Sequential(ref BitReader reader, JpegComponent component, scoped Span<short> block)
    {
        block[0] = NextDc(ref reader, component);
        var table = component.Ac!;
        ref var zigzag = ref MemoryMarshal.GetReference(Zigzag);
        ref var coefficients = ref MemoryMarshal.GetReference(block);
        var k = 1;
        while (k < 64)
        {
            if (reader.Count < 32)
                reader.Refill();
            var look = table.LookValue(reader.Bits);
            if (look != 0)
            {
                k += look >> 4 & 15;
                Unsafe.Add(ref coefficients, Unsafe.Add(ref zigzag, k++)) = (short)(look >> 8);
                reader.Skip(look & 15);
                continue;
            }
            var (symbol, length) = table.Look(reader.Bits);
            reader.Skip(length);
            int run = symbol >> 4, size = symbol & 15;
            if (size == 0)
            {
                if (run < 15)
                    break;
                k += 16;
                continue;
            }
            k += run;
            Unsafe.Add(ref coefficients, Unsafe.Add(ref zigzag, k++)) = (short)reader.TakeSigned(size);
        }
        if (k > 64)
            throw RunsOver();
        return k == 1;
    }

    /// <summary>The first pass of a DC coefficient.</summary>
    public static void FirstDc(ref BitReader reader, JpegComponent component, scoped Span<short> block, int low) =>
        block[0] = (short)(NextDc(ref reader, component) << low);

    /// <summary>A later pass of a DC coefficient: one more bit.</summary>
    public static void RefineDc(ref BitReader reader, scoped Span<short> block, int low)
    {
        if (reader.Take(1) != 0)
            block[0] |= (short)(1 << low);
    }

    /// <summary>The first pass of a band of AC coefficients; <paramref name="endRun"/> counts further blocks without any.</summary>
    public static void FirstAc(ref BitReader reader, JpegComponent component, scoped Span<short> block, int start, int end, int low, ref int endRun)
    {
        if (endRun > 0)
        {
            endRun--;
            return;
        }
        for (var k = start; k <= end; k++)
        {
            var symbol = reader.Symbol(component.Ac!);
            int run = symbol >> 4, size = symbol & 15;
            if (size != 0)
            {
                k += run;
                if (k > end)
                    throw RunsOver();
                block[Zigzag[k]] = (short)(reader.TakeSigned(size) << low);
            }
            else if (run == 15)
            {
                k += 15;
            }
            else
            {
                endRun = (1 << run) - 1 + reader.Take(run);
                break;
            }
        }
    }

    /// <summary>A later pass of a band: one more bit for every coefficient that is not zero, and new ones of size one.</summary>
    public static void RefineAc(ref BitReader reader, JpegComponent component, scoped Span<short> block, int start, int end, int low, ref int endRun)
    {
        var bit = (short)(1 << low);
        var k = start;
        if (endRun == 0)
        {
            while (k <= end)
            {
                var symbol = reader.Symbol(component.Ac!);
                int run = symbol >> 4, size = symbol & 15;
                short fresh = 0;
                if (size == 1)
                {
                    fresh = reader.Take(1) != 0 ? bit : (short)-bit;
                }
                else if (size != 0)
                {
                    throw new ImageFormatException("a refinement pass sets a coefficient to more than one bit; the file is damaged.");
                }
                else if (run < 15)
                {
                    endRun = (1 << run) + reader.Take(run);
                    break;
                }
                // Skip `run` zero coefficients, refining those in between that are not zero.
                for (; k <= end; k++)
                {
                    ref var coefficient = ref block[Zigzag[k]];
                    if (coefficient != 0)
                    {
                        Refine(ref reader, ref coefficient, bit);
                    }
                    else if (run-- == 0)
                    {
                        coefficient = fresh;
                        k++;
                        break;
                    }
                }
            }
        }
        if (endRun > 0)
        {
            for (; k <= end; k++)
            {
                ref var coefficient = ref block[Zigzag[k]];
                if (coefficient != 0)
                    Refine(ref reader, ref coefficient, bit);
            }
            endRun--;
        }
    }

    private static void Refine(ref BitReader reader, ref short coefficient, short bit)
    {
        if (reader.Take(1) != 0 && (coefficient & bit) == 0)
            coefficient += coefficient > 0 ? bit : (short)-bit;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static short NextDc(ref BitReader reader, JpegComponent component)
    {
        var size = reader.Symbol(component.Dc!);
        if (size > 15)
            throw new ImageFormatException($"a DC difference of {size} bits was found where at most 11 are possible; the file is damaged.");
        component.Prediction += reader.TakeSigned(size);
        return (short)component.Prediction;
    }

    private static ImageFormatException RunsOver() => new("a run of coefficients goes over the end of its block; the file is damaged.");
}
