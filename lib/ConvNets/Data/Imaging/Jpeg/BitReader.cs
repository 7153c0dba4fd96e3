using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ConvNets.Data.Imaging;

/// <summary>
/// Reads the bits of a JPEG scan, highest first. FF 00 stands for FF; any other marker ends the data, after which zeros come and
/// <see cref="Overrun"/> tells that they were used.
/// </summary>
internal ref struct BitReader(ReadOnlySpan<byte> data, int start)
{
    private readonly ReadOnlySpan<byte> data = data;
    private int position = start;

    /// <summary>The next bits, at the top of the word.</summary>
    public ulong Bits;

    /// <summary>How many bits of <see cref="Bits"/> are loaded.</summary>
    public int Count;

    private int padding;

    /// <summary>Whether more bits were taken than the scan has.</summary>
    public readonly bool Overrun => Count < padding;

    /// <summary>Where the next byte would be loaded from; after the scan's last bit, the position of the marker.</summary>
    public readonly int Position => position;

    /// <summary>Loads bits until at least 56 are there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Refill(ref ulong bits, ref int count)
    {
        if (position + 8 <= data.Length)
        {
            var word = BinaryPrimitives.ReadUInt64BigEndian(data[position..]);
            // A byte FF is a byte 0 of the complement (Mycroft's test).
            var complement = ~word;
            if (((complement - 0x0101010101010101) & word & 0x8080808080808080) == 0)
            {
                // The bits beyond the whole bytes are loaded again, to the same place, by the next refill.
                var bytes = (63 - count) >> 3;
                bits |= word >> count;
                position += bytes;
                count += bytes << 3;
                return;
            }
        }
        (Bits, Count) = (bits, count);
        RefillBytewise();
        (bits, count) = (Bits, Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RefillBytewise()
    {
        while (Count <= 56)
        {
            var next = 0UL;
            if (position < data.Length && data[position] != 0xFF)
            {
                next = data[position++];
            }
            else if (position + 1 < data.Length && data[position + 1] == 0)
            {
                next = 0xFF;
                position += 2;
            }
            else
            {
                padding += 8;
            }
            Bits |= next << (56 - Count);
            Count += 8;
        }
    }

    /// <summary>The next Huffman symbol as the table's entry: its run, its size, and its value where the size is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Symbol(HuffmanTable table)
    {
        if (Count < 32)
            Refill(ref Bits, ref Count);
        var entry = table.Look(Bits);
        Bits <<= entry & 255;
        Count -= entry & 255;
        return entry;
    }

    /// <summary>The next <paramref name="bits"/> (0 to 16) as a whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Take(int bits)
    {
        if (bits == 0)
            return 0;
        if (Count < bits)
            Refill(ref Bits, ref Count);
        var value = (int)(Bits >> (64 - bits));
        Bits <<= bits;
        Count -= bits;
        return value;
    }

    /// <summary>The value of a symbol: in its entry, or in the bits that follow it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Value(int entry)
    {
        var size = entry >> 12 & 15;
        return entry >> 16 != 0 || size == 0 ? entry >> 16 : Extend(Take(size), size);
    }

    /// <summary>Bits as a signed difference: those that begin with 0 are negative (the standard's EXTEND).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Extend(int value, int size) => value < 1 << (size - 1) ? value - (1 << size) + 1 : value;

    /// <summary>
    /// Goes to the restart marker that must come here, and on behind it. Returns false where another marker or data comes instead.
    /// </summary>
    public bool Restart(int number)
    {
        // Whole bytes that were loaded and not used mean that the interval is longer than it should be; up to 7 bits are padding.
        if (Count - padding >= 8)
            return false;
        (Bits, Count, padding) = (0, 0, 0);
        while (position + 1 < data.Length && data[position] == 0xFF && data[position + 1] == 0xFF)
            position++;
        if (position + 1 >= data.Length || data[position] != 0xFF || data[position + 1] != 0xD0 + number)
            return false;
        position += 2;
        return true;
    }
}
