namespace ConvNets.Data.Imaging;

/// <summary>The check sum of PNG chunks and gzip (ISO 3309, polynomial 0xEDB88320), eight bytes a step.</summary>
internal static class Crc32
{
    private static readonly uint[] Tables = MakeTables();

    /// <summary>Continues a check sum over more bytes; begin with 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var t = Tables;
        crc = ~crc;
        while (bytes.Length >= 8)
        {
            var low = BitConverter.ToUInt32(bytes) ^ crc;
            var high = BitConverter.ToUInt32(bytes[4..]);
            crc = t[7 * 256 + (low & 255)] ^ t[6 * 256 + (low >> 8 & 255)] ^ t[5 * 256 + (low >> 16 & 255)] ^ t[4 * 256 + (low >> 24)]
                ^ t[3 * 256 + (high & 255)] ^ t[2 * 256 + (high >> 8 & 255)] ^ t[256 + (high >> 16 & 255)] ^ t[high >> 24];
            bytes = bytes[8..];
        }
        foreach (var b in bytes)
            crc = t[(crc ^ b) & 255] ^ crc >> 8;
        return ~crc;
    }

    private static uint[] MakeTables()
    {
        var tables = new uint[8 * 256];
        for (var n = 0u; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++)
                c = (c & 1) != 0 ? 0xEDB88320 ^ c >> 1 : c >> 1;
            tables[n] = c;
        }
        for (var n = 256; n < tables.Length; n++)
            tables[n] = tables[tables[n - 256] & 255] ^ tables[n - 256] >> 8;
        return tables;
    }
}
