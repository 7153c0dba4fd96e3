using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ConvNets.Data.Imaging;

/// <summary>
/// A Huffman code of a JPEG file (ITU-T T.81, annex C and F), with tables that resolve most codes, and most codes together with their value,
/// in one look at the next ten bits.
/// </summary>
internal sealed class HuffmanTable
{
    private const int LookBits = 10;
    private const int CacheSize = 64;

    /// <summary>Most files carry the standard's example tables: built tables are kept.</summary>
    private static readonly ConcurrentDictionary<string, HuffmanTable> Cache = new();

    private readonly int[] entries = new int[1 << LookBits];
    private readonly int[] maxCode = new int[18];
    private readonly int[] offset = new int[17];
    private readonly byte[] symbols;

    private HuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        this.symbols = symbols.ToArray();
        var code = 0;
        var index = 0;
        for (var length = 1; length <= 16; length++)
        {
            offset[length] = index - code;
            for (var i = 0; i < counts[length - 1]; i++, code++, index++)
            {
                if (code >= 1 << length)
                    throw new ImageFormatException($"a Huffman table has more codes of {length} bits than there are.");
                if (length > LookBits)
                    continue;
                var span = 1 << (LookBits - length);
                entries.AsSpan(code << (LookBits - length), span).Fill(Entry(symbols[index], length));
            }
            maxCode[length] = counts[length - 1] > 0 ? code - 1 : -1;
            code <<= 1;
        }
        maxCode[17] = int.MaxValue;
        PutValuesIn();
    }

    /// <summary>The table of these code counts (16, by length) and symbols.</summary>
    public static HuffmanTable Of(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        Span<char> key = stackalloc char[16 + 256];
        for (var i = 0; i < 16; i++)
            key[i] = (char)counts[i];
        for (var i = 0; i < symbols.Length; i++)
            key[16 + i] = (char)symbols[i];
        key = key[..(16 + symbols.Length)];
        var lookup = Cache.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(key, out var table))
            return table;
        table = new HuffmanTable(counts, symbols);
        if (Cache.Count < CacheSize)
            Cache.TryAdd(new string(key), table);
        return table;
    }

    /// <summary>
    /// What the code at the top of the bits stands for: bits to skip (8 bits), run (4), size of the value that follows (4), and the value (16),
    /// where it is one of those next ten bits; then they are skipped with the code, and the size is 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Look(ulong bits)
    {
        var entry = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(entries), (nint)(bits >> (64 - LookBits)));
        return entry != 0 ? entry : LookLong(bits);
    }

    private int LookLong(ulong bits)
    {
        var top = (int)(bits >> 48);
        for (var length = LookBits + 1; length <= 16; length++)
        {
            var code = top >> (16 - length);
            if (code <= maxCode[length])
            {
                var index = offset[length] + code;
                if ((uint)index < (uint)symbols.Length)
                    return Entry(symbols[index], length);
            }
        }
        throw new ImageFormatException("the data holds a bit pattern that is no Huffman code; the file is damaged.");
    }

    private static int Entry(int symbol, int length) => (symbol & 15) << 12 | symbol >> 4 << 8 | length;

    private void PutValuesIn()
    {
        for (var i = 0; i < entries.Length; i++)
        {
            int length = entries[i] & 255, run = entries[i] >> 8 & 15, size = entries[i] >> 12;
            if (length == 0 || size == 0 || length + size > LookBits)
                continue;
            var value = (i << length & (1 << LookBits) - 1) >> (LookBits - size);
            entries[i] = BitReader.Extend(value, size) << 16 | run << 8 | length + size;
        }
    }
}
