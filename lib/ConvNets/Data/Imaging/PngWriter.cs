// Writes PNG files (ISO/IEC 15948): 8 bits a sample, grey, grey with alpha, RGB or RGBA. Each row takes the filter whose bytes, read as signed,
// have the least sum, as the standard suggests.
using System.Buffers.Binary;
using System.IO.Compression;

namespace ConvNets.Data.Imaging;

/// <summary>Writes PNG files.</summary>
public static class PngWriter
{
    /// <summary>The picture as the bytes of a PNG file.</summary>
    public static byte[] Encode(Bitmap picture)
    {
        using var file = new MemoryStream();
        file.Write(PngFormat.Signature);

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        header[8] = 8;
        header[9] = picture.Channels switch { 1 => 0, 2 => 4, 3 => 2, _ => 6 };
        WriteChunk(file, "IHDR"u8, header);

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            WriteRows(zlib, picture);
        WriteChunk(file, "IDAT"u8, packed.GetBuffer().AsSpan(0, (int)packed.Length));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Writes the picture to a PNG file.</summary>
    public static void Save(Bitmap picture, string path) => File.WriteAllBytes(path, Encode(picture));

    private static void WriteRows(Stream zlib, Bitmap picture)
    {
        var stride = picture.Width * picture.Channels;
        var pixels = picture.ToInterleaved();
        var zeros = new byte[stride];
        var candidates = new byte[5][];
        for (var filter = 0; filter < 5; filter++)
            candidates[filter] = new byte[stride + 1];
        for (var y = 0; y < picture.Height; y++)
        {
            var row = pixels.AsSpan(y * stride, stride);
            var above = y == 0 ? zeros : pixels.AsSpan((y - 1) * stride, stride);
            var best = 0;
            var least = int.MaxValue;
            for (var filter = 0; filter < 5; filter++)
            {
                var sum = Filter(filter, row, above, picture.Channels, candidates[filter]);
                if (sum < least)
                    (best, least) = (filter, sum);
            }
            zlib.Write(candidates[best]);
        }
    }

    private static int Filter(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, byte[] filtered)
    {
        filtered[0] = (byte)filter;
        var sum = 0;
        for (var x = 0; x < row.Length; x++)
        {
            int left = x >= step ? row[x - step] : 0, corner = x >= step ? above[x - step] : 0;
            var predicted = filter switch
            {
                0 => 0,
                1 => left,
                2 => above[x],
                3 => (left + above[x]) / 2,
                _ => PngFormat.Paeth(left, above[x], corner),
            };
            filtered[x + 1] = (byte)(row[x] - predicted);
            sum += Math.Abs((int)(sbyte)filtered[x + 1]);
        }
        return sum;
    }

    private static void WriteChunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
        file.Write(word);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(word, Crc32.Append(Crc32.Append(0, type), data));
        file.Write(word);
    }
}
