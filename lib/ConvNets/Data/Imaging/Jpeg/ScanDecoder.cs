// The entropy-coded part of a JPEG file (ITU-T T.81, annexes F and G): sequential blocks, and the four kinds of progressive passes.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ConvNets.Data.Imaging;

/// <summary>Decodes single blocks.</summary>
internal static class ScanDecoder
{
    /// <summary>
    /// Where a block keeps its k-th coefficient; what runs over the end falls on the last one and is noticed afterwards.
    /// </summary>
    public static ReadOnlySpan<byte> Zigzag => Positions;

    private static readonly byte[] Positions = PositionsOfZigzag();

    /// <summary>Reads all coefficients of a sequential block into zeroed memory; returns whether only the first one is not zero.</summary>
    public static bool Sequential(ref BitReader reader, JpegComponent component, scoped Span<short> block)
    {
        block[0] = NextDc(ref reader, component);
        var table = component.Ac!;
        ref var zigzag = ref MemoryMarshal.GetArrayDataReference(Positions);
        ref var coefficients = ref MemoryMarshal.GetReference(block);
        // In locals, and so in registers: every symbol waits for the bits that the one before it leaves.
        var (bits, count) = (reader.Bits, reader.Count);
        var k = 1;
        while (k < 64)
        {
            if (count < 32)
                reader.Refill(ref bits, ref count);
            var entry = table.Look(bits);
            bits <<= entry & 255;
            count -= entry & 255;
            var value = entry >> 16;
            if (value == 0)
            {
                var size = entry >> 12 & 15;
                if (size == 0)
                {
                    if ((entry >> 8 & 15) < 15)
                        break;
                    k += 16;
                    continue;
                }
                value = BitReader.Extend((int)(bits >> (64 - size)), size);
                bits <<= size;
                count -= size;
            }
            k += entry >> 8 & 15;
            Unsafe.Add(ref coefficients, Unsafe.Add(ref zigzag, k++)) = (short)value;
        }
        (reader.Bits, reader.Count) = (bits, count);
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
            var run = symbol >> 8 & 15;
            var value = reader.Value(symbol);
            if (value != 0)
            {
                k += run;
                if (k > end)
                    throw RunsOver();
                block[Zigzag[k]] = (short)(value << low);
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
                var run = symbol >> 8 & 15;
                var value = reader.Value(symbol);
                short fresh = 0;
                if (value is 1 or -1)
                {
                    fresh = value > 0 ? bit : (short)-bit;
                }
                else if (value != 0)
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
        var symbol = reader.Symbol(component.Dc!);
        if ((symbol >> 8 & 15) != 0)
            throw new ImageFormatException("a DC difference of 16 bits or more was found where at most 11 are possible; the file is damaged.");
        component.Prediction += reader.Value(symbol);
        return (short)component.Prediction;
    }

    private static byte[] PositionsOfZigzag()
    {
        // From the upper left corner along the diagonals, up and down in turn.
        var order = from y in Enumerable.Range(0, 8)
                    from x in Enumerable.Range(0, 8)
                    orderby x + y, (x + y) % 2 == 0 ? x : y
                    select (byte)InverseDct.Position(y, x);
        return [.. order, .. Enumerable.Repeat((byte)InverseDct.Position(7, 7), 16)];
    }

    private static ImageFormatException RunsOver() => new("a run of coefficients goes over the end of its block; the file is damaged.");
}
