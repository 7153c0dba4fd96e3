// Reads PNG files (ISO/IEC 15948): every colour type, depth and interlacing, palettes and transparency. Check sums are verified; samples of 16
// bits are rounded to 8, smaller ones are spread over 0 to 255.
using System.Buffers.Binary;
using System.IO.Compression;

namespace ConvNets.Data.Imaging;

/// <summary>Decodes PNG files.</summary>
internal static class PngDecoder
{
    private sealed record Header(int Width, int Height, int Depth, int Colour, bool Interlaced)
    {
        public int Samples => Colour switch { 0 or 3 => 1, 4 => 2, 2 => 3, _ => 4 };

        public int BitsPerPixel => Samples * Depth;
    }

    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(PngFormat.Signature);

    public static Bitmap Decode(byte[] file, long maxPixels)
    {
        Header? header = null;
        byte[]? palette = null, transparency = null;
        var data = new List<(int Start, int Length)>();
        var orientation = 1;
        var position = 8;
        for (var ended = false; !ended;)
        {
            if (position + 12 > file.Length)
                throw new ImageFormatException($"ends at byte {file.Length} without an IEND chunk; the file is truncated.");
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(position));
            var type = file.AsSpan(position + 4, 4);
            if (length > file.Length - position - 12)
                throw new ImageFormatException($"the chunk {Name(type)} at byte {position} has {length} bytes, more than the file; it is truncated or damaged.");
            var chunk = file.AsSpan(position + 8, (int)length);
            var critical = (type[0] & 32) == 0;
            if ((critical || type.SequenceEqual("tRNS"u8)) && Crc32.Append(0, file.AsSpan(position + 4, (int)length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(position + 8 + (int)length)))
                throw new ImageFormatException($"the chunk {Name(type)} at byte {position} does not match its check sum; the file is damaged.");
            if (header is null && !type.SequenceEqual("IHDR"u8))
                throw new ImageFormatException($"begins with the chunk {Name(type)}; expected IHDR.");

            if (type.SequenceEqual("IHDR"u8))
                header = header is null ? ReadHeader(chunk, maxPixels) : throw new ImageFormatException($"holds a second IHDR chunk at byte {position}.");
            else if (type.SequenceEqual("PLTE"u8))
                palette = chunk.Length is > 0 and <= 768 && chunk.Length % 3 == 0 ? chunk.ToArray() : throw new ImageFormatException($"has a palette of {chunk.Length} bytes; expected 1 to 256 colours of 3.");
            else if (type.SequenceEqual("tRNS"u8))
                transparency = chunk.ToArray();
            else if (type.SequenceEqual("eXIf"u8))
                orientation = Exif.TiffOrientation(chunk) ?? orientation;
            else if (type.SequenceEqual("IDAT"u8))
                data.Add((position + 8, (int)length));
            else if (type.SequenceEqual("IEND"u8))
                ended = true;
            else if (critical)
                throw new ImageFormatException($"holds a chunk {Name(type)} at byte {position} that is unknown and cannot be left out.");
            position += 12 + (int)length;
        }
        if (header!.Colour == 3 && palette is null)
            throw new ImageFormatException("has palette colours but no PLTE chunk.");
        // Deflate shrinks at most 1032 to 1.
        var raw = RawLength(header);
        if (raw > 1032L * data.Sum(part => (long)part.Length) + 1032)
            throw new ImageFormatException($"says that it is {header.Width}x{header.Height} pixels, which do not fit into its data; the file is truncated or damaged.");
        return ReadPicture(new ChunkStream(file, data), header, palette, transparency).Orient(orientation);
    }

    private static Header ReadHeader(ReadOnlySpan<byte> chunk, long maxPixels)
    {
        if (chunk.Length != 13)
            throw new ImageFormatException($"has an IHDR chunk of {chunk.Length} bytes; expected 13.");
        uint width = BinaryPrimitives.ReadUInt32BigEndian(chunk), height = BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
            throw new ImageFormatException($"says that it is {width}x{height} pixels; both sides must be at least 1.");
        if ((ulong)width * height > (ulong)maxPixels)
            throw new ImageFormatException($"is {width}x{height} = {(ulong)width * height:N0} pixels; at most {maxPixels:N0} are read.");
        int depth = chunk[8], colour = chunk[9];
        var allowed = colour switch
        {
            0 => depth is 1 or 2 or 4 or 8 or 16,
            3 => depth is 1 or 2 or 4 or 8,
            2 or 4 or 6 => depth is 8 or 16,
            _ => false,
        };
        if (!allowed || chunk[10] != 0 || chunk[11] != 0 || chunk[12] > 1)
            throw new ImageFormatException($"has colour type {colour} with {depth} bits, compression {chunk[10]}, filter {chunk[11]}, interlacing {chunk[12]}, which PNG does not have.");
        return new Header((int)width, (int)height, depth, colour, chunk[12] == 1);
    }

    /// <summary>First pixel and step of the seven passes of Adam7, or of the one pass.</summary>
    private static IEnumerable<(int X, int Y, int StepX, int StepY)> Passes(bool interlaced) => interlaced
        ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
        : [(0, 0, 1, 1)];

    private static long RawLength(Header h)
    {
        var total = 0L;
        foreach (var (x, y, stepX, stepY) in Passes(h.Interlaced))
        {
            long columns = (h.Width - x + stepX - 1) / stepX, rows = (h.Height - y + stepY - 1) / stepY;
            if (columns > 0 && rows > 0)
                total += rows * (1 + (columns * h.BitsPerPixel + 7) / 8);
        }
        return total;
    }

    private static Bitmap ReadPicture(Stream packed, Header h, byte[]? palette, byte[]? transparency)
    {
        var painter = new PngPainter(h.Width, h.Height, h.Depth, h.Colour, palette, transparency);
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        try
        {
            foreach (var (x, y, stepX, stepY) in Passes(h.Interlaced))
            {
                int columns = (h.Width - x + stepX - 1) / stepX, rows = (h.Height - y + stepY - 1) / stepY;
                if (columns <= 0 || rows <= 0)
                    continue;
                var stride = (int)(((long)columns * h.BitsPerPixel + 7) / 8);
                byte[] above = new byte[stride], row = new byte[stride];
                for (var line = 0; line < rows; line++)
                {
                    var filter = zlib.ReadByte();
                    if (filter < 0 || zlib.ReadAtLeast(row, stride, throwOnEndOfStream: false) < stride)
                        throw new ImageFormatException($"its data ends in row {line} of {rows}; the file is truncated or damaged.");
                    Unfilter(filter, row, above, Math.Max(1, h.BitsPerPixel / 8), line);
                    painter.Paint(row, columns, x, stepX, y + line * stepY);
                    (above, row) = (row, above);
                }
            }
            // Reading on to the end makes the stream verify its own check sum.
            if (zlib.ReadByte() >= 0)
                throw new ImageFormatException("holds more data than its rows need; the file is damaged.");
        }
        catch (InvalidDataException)
        {
            throw new ImageFormatException("its compressed data is damaged.");
        }
        return painter.Picture;
    }

    private static void Unfilter(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step, int line)
    {
        switch (filter)
        {
            case 0:
                break;
            case 1:
                for (var x = step; x < row.Length; x++)
                    row[x] += row[x - step];
                break;
            case 2:
                for (var x = 0; x < row.Length; x++)
                    row[x] += above[x];
                break;
            case 3:
                for (var x = 0; x < row.Length; x++)
                    row[x] += (byte)((x >= step ? row[x - step] : 0) + above[x] >> 1);
                break;
            case 4:
                for (var x = 0; x < row.Length; x++)
                    row[x] += (byte)(x >= step ? PngFormat.Paeth(row[x - step], above[x], above[x - step]) : above[x]);
                break;
            default:
                throw new ImageFormatException($"row {line} has filter {filter}; expected 0 to 4.");
        }
    }

    private static string Name(ReadOnlySpan<byte> type)
    {
        foreach (var b in type)
        {
            if (!char.IsAsciiLetter((char)b))
                return Convert.ToHexString(type);
        }
        return System.Text.Encoding.ASCII.GetString(type);
    }

    /// <summary>The IDAT chunks as one stream, without copying them together.</summary>
    private sealed class ChunkStream(byte[] file, List<(int Start, int Length)> parts) : Stream
    {
        private int part, offset;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int start, int count) => Read(buffer.AsSpan(start, count));

        public override int Read(Span<byte> buffer)
        {
            while (part < parts.Count && offset == parts[part].Length)
                (part, offset) = (part + 1, 0);
            if (part == parts.Count)
                return 0;
            var taken = Math.Min(buffer.Length, parts[part].Length - offset);
            file.AsSpan(parts[part].Start + offset, taken).CopyTo(buffer);
            offset += taken;
            return taken;
        }

        public override void Flush() { }

        public override long Seek(long to, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int start, int count) => throw new NotSupportedException();
    }
}
