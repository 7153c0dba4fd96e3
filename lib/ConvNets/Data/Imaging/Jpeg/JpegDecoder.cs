// Reads JPEG files (ITU-T T.81): baseline, extended and progressive with Huffman coding, 8 bits a sample, any sampling, restart markers; grey,
// YCbCr, RGB, CMYK and YCCK by the JFIF and Adobe markers; turned upright by EXIF. Samples equal libjpeg's accurate decoding.
using System.Buffers;
using System.Buffers.Binary;

namespace ConvNets.Data.Imaging;

/// <summary>Decodes one JPEG file.</summary>
internal sealed class JpegDecoder(byte[] file, long maxPixels)
{
    /// <summary>More scans than any encoder writes; each can cost a pass over the picture for a few bytes.</summary>
    private const int MaxScans = 100;

    private readonly short[][] quantisation = new short[4][];
    private readonly HuffmanTable?[] dcTables = new HuffmanTable?[4], acTables = new HuffmanTable?[4];
    private JpegComponent[] components = [];
    private int position = 2, width, height, maxHorizontal, maxVertical, restartInterval, orientation = 1, scans;
    private bool progressive, sawJfif;
    private int adobeTransform = -1;

    public static bool IsJpeg(ReadOnlySpan<byte> file) => file.Length >= 3 && file[0] == 0xFF && file[1] == 0xD8 && file[2] == 0xFF;

    public Bitmap Decode()
    {
        try
        {
            return Read();
        }
        finally
        {
            foreach (var c in components)
                ArrayPool<byte>.Shared.Return(c.Samples);
        }
    }

    private Bitmap Read()
    {
        while (true)
        {
            var marker = NextMarker();
            if (marker == 0xD9)
                break;
            if (marker is >= 0xD0 and <= 0xD8 or 0x01)
                continue;
            var segment = Segment(marker);
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2:
                    ReadFrame(segment, marker == 0xC2);
                    break;
                case 0xC4:
                    ReadHuffmanTables(segment);
                    break;
                case 0xC8 or > 0xC2 and < 0xD0 and not 0xCC:
                    throw new ImageFormatException(
                        $"is a {(marker is 0xC3 or 0xC7 or 0xCB or 0xCF ? "lossless" : marker >= 0xC9 ? "arithmetic-coded" : "hierarchical")} JPEG (SOF{marker - 0xC0}); baseline and progressive Huffman files are read.");
                case 0xDA:
                    ReadScan(segment);
                    break;
                case 0xDB:
                    ReadQuantisationTables(segment);
                    break;
                case 0xDD:
                    restartInterval = segment.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(segment) : throw Short("DRI");
                    break;
                case 0xE0:
                    sawJfif |= segment.StartsWith("JFIF\0"u8);
                    break;
                case 0xE1:
                    orientation = Exif.Orientation(segment) ?? orientation;
                    break;
                case 0xEE when segment.Length >= 12 && segment.StartsWith("Adobe"u8):
                    adobeTransform = segment[11];
                    break;
            }
        }
        if (components.Length == 0 || scans == 0)
            throw new ImageFormatException("ends before any picture data; the file is truncated.");
        return Compose().Orient(orientation);
    }

    private int NextMarker()
    {
        // Between segments there should be nothing; stray bytes are passed over, as libjpeg does.
        while (true)
        {
            while (position < file.Length && file[position] != 0xFF)
                position++;
            while (position < file.Length && file[position] == 0xFF)
                position++;
            if (position >= file.Length)
                throw new ImageFormatException($"ends at byte {file.Length} without an end marker; the file is truncated.");
            if (file[position++] is not 0 and var marker)
                return marker;
        }
    }

    private ReadOnlySpan<byte> Segment(int marker)
    {
        var length = position + 2 <= file.Length ? BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(position)) : 0;
        if (length < 2 || position + length > file.Length)
            throw new ImageFormatException($"the segment FF{marker:X2} at byte {position - 2} goes over the end of the file ({file.Length} bytes).");
        var segment = file.AsSpan(position + 2, length - 2);
        position += length;
        return segment;
    }

    private void ReadFrame(ReadOnlySpan<byte> s, bool isProgressive)
    {
        if (components.Length > 0)
            throw new ImageFormatException($"holds a second frame at byte {position}; one is expected.");
        if (s.Length < 6 || s.Length < 6 + 3 * s[5])
            throw Short("frame");
        if (s[0] != 8)
            throw new ImageFormatException($"has {s[0]} bits a sample; files of 8 bits are read.");
        (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(s[1..]), BinaryPrimitives.ReadUInt16BigEndian(s[3..]));
        if (width == 0 || height == 0)
            throw new ImageFormatException($"says that it is {width}x{height} pixels; both sides must be at least 1.");
        if ((long)width * height > maxPixels)
            throw new ImageFormatException($"is {width}x{height} = {(long)width * height:N0} pixels; at most {maxPixels:N0} are read.");
        if (s[5] is not (1 or 3 or 4))
            throw new ImageFormatException($"has {s[5]} colour components; 1, 3 or 4 are read.");

        progressive = isProgressive;
        var found = new JpegComponent[s[5]];
        for (var i = 0; i < found.Length; i++)
        {
            int sampling = s[7 + 3 * i], table = s[8 + 3 * i];
            int h = sampling >> 4, v = sampling & 15;
            if (h is < 1 or > 4 || v is < 1 or > 4 || table > 3)
                throw new ImageFormatException($"component {i} has sampling {h}x{v} and quantisation table {table}; expected 1 to 4 and 0 to 3.");
            found[i] = new JpegComponent(s[6 + 3 * i], h, v, table);
        }
        if (found.Length == 1)
            found[0] = new JpegComponent(found[0].Id, 1, 1, found[0].Quantisation);
        (maxHorizontal, maxVertical) = (found.Max(c => c.Horizontal), found.Max(c => c.Vertical));
        int mcusWide = Up(width, 8 * maxHorizontal), mcusHigh = Up(height, 8 * maxVertical);
        var blocks = 0L;
        foreach (var c in found)
        {
            (c.Width, c.Height) = (Up(width * c.Horizontal, maxHorizontal), Up(height * c.Vertical, maxVertical));
            (c.BlocksWide, c.BlocksHigh) = (mcusWide * c.Horizontal, mcusHigh * c.Vertical);
            blocks += (long)Up(c.Width, 8) * Up(c.Height, 8);
        }
        // Every block takes a code of at least one bit, and without progression a second one: a file too short for that is refused before
        // memory is taken for its picture.
        if (blocks * (progressive ? 1 : 2) / 8 > file.Length)
            throw new ImageFormatException($"says that it is {width}x{height} pixels, which do not fit into {file.Length} bytes; the file is truncated or damaged.");
        foreach (var c in found)
        {
            // Not cleared: a picture is composed only after every block of it was placed.
            c.Samples = ArrayPool<byte>.Shared.Rent(checked(c.BlocksWide * c.BlocksHigh * 64));
            if (progressive)
                c.Coefficients = new short[checked(c.BlocksWide * c.BlocksHigh * 64)];
        }
        components = found;
    }

    private void ReadQuantisationTables(ReadOnlySpan<byte> s)
    {
        while (s.Length > 0)
        {
            int wide = s[0] >> 4, number = s[0] & 15, size = wide == 0 ? 64 : 128;
            if (wide > 1 || number > 3 || s.Length < 1 + size)
                throw Short("quantisation table");
            var table = new short[64];
            for (var k = 0; k < 64; k++)
                table[ScanDecoder.Zigzag[k]] = wide == 0 ? s[1 + k] : BinaryPrimitives.ReadInt16BigEndian(s[(1 + 2 * k)..]);
            quantisation[number] = table;
            s = s[(1 + size)..];
        }
    }

    private void ReadHuffmanTables(ReadOnlySpan<byte> s)
    {
        while (s.Length > 0)
        {
            if (s.Length < 17)
                throw Short("Huffman table");
            int kind = s[0] >> 4, number = s[0] & 15, total = 0;
            for (var i = 1; i <= 16; i++)
                total += s[i];
            if (kind > 1 || number > 3 || total > 256 || s.Length < 17 + total)
                throw Short("Huffman table");
            (kind == 0 ? dcTables : acTables)[number] = HuffmanTable.Of(s.Slice(1, 16), s.Slice(17, total));
            s = s[(17 + total)..];
        }
    }

    private void ReadScan(ReadOnlySpan<byte> s)
    {
        if (components.Length == 0)
            throw new ImageFormatException($"holds picture data at byte {position} before the frame that describes it.");
        if (++scans > MaxScans)
            throw new ImageFormatException($"has more than {MaxScans} scans; the file is damaged or made to waste time.");
        if (s.Length < 1 || s[0] is < 1 or > 4 || s.Length < 4 + 2 * s[0])
            throw Short("scan");
        var members = new JpegComponent[s[0]];
        int start = s[1 + 2 * s[0]], end = s[2 + 2 * s[0]], high = s[3 + 2 * s[0]] >> 4, low = s[3 + 2 * s[0]] & 15;
        if (progressive && (start > end || end > 63 || low > 13 || (start == 0 && end > 0) || (start > 0 && members.Length > 1)))
            throw new ImageFormatException($"scan {scans} sends coefficients {start} to {end} of {members.Length} components, which the standard forbids.");
        for (var i = 0; i < members.Length; i++)
        {
            var id = s[1 + 2 * i];
            var c = Array.Find(components, component => component.Id == id)
                ?? throw new ImageFormatException($"scan {scans} names a component {id} that the frame does not have.");
            if (Array.IndexOf(members, c) >= 0)
                throw new ImageFormatException($"scan {scans} names component {id} twice.");
            int dc = s[2 + 2 * i] >> 4, ac = s[2 + 2 * i] & 15;
            c.Dc = dc < 4 ? dcTables[dc] : null;
            c.Ac = ac < 4 ? acTables[ac] : null;
            if (((!progressive || (start == 0 && high == 0)) && c.Dc is null) || ((!progressive || start > 0) && c.Ac is null))
                throw new ImageFormatException($"scan {scans} uses a Huffman table that is not defined before it.");
            c.Factors ??= quantisation[c.Quantisation]
                ?? throw new ImageFormatException($"component {id} uses quantisation table {c.Quantisation}, which is not defined before it.");
            c.Prediction = 0;
            members[i] = c;
        }
        ReadEntropyCoded(members, start, end, high, low);
    }

    private void ReadEntropyCoded(JpegComponent[] members, int start, int end, int high, int low)
    {
        var reader = new BitReader(file, position);
        var alone = members.Length == 1;
        // A component alone sends only the blocks that touch the picture; several together send whole MCUs.
        var first = members[0];
        var wide = alone ? Up(first.Width, 8) : first.BlocksWide / first.Horizontal;
        var high2 = alone ? Up(first.Height, 8) : first.BlocksHigh / first.Vertical;
        int left = restartInterval, restart = 0, endRun = 0;
        Span<short> block = stackalloc short[64];
        for (var my = 0; my < high2; my++)
        {
            for (var mx = 0; mx < wide; mx++)
            {
                if (restartInterval > 0 && left-- == 0)
                {
                    if (!reader.Restart(restart))
                        throw new ImageFormatException($"scan {scans} should have restart marker {restart} near byte {reader.Position}; the file is damaged.");
                    (restart, left, endRun) = (restart + 1 & 7, restartInterval - 1, 0);
                    foreach (var c in members)
                        c.Prediction = 0;
                }
                foreach (var c in members)
                {
                    int across = alone ? 1 : c.Horizontal, down = alone ? 1 : c.Vertical;
                    for (var v = 0; v < down; v++)
                    {
                        for (var h = 0; h < across; h++)
                        {
                            int x = mx * across + h, y = my * down + v;
                            if (!progressive)
                            {
                                block.Clear();
                                var flat = ScanDecoder.Sequential(ref reader, c, block);
                                c.Place(block, x, y, flat);
                                continue;
                            }
                            var kept = c.Coefficients.AsSpan((y * c.BlocksWide + x) * 64, 64);
                            if (start > 0 && high == 0)
                                ScanDecoder.FirstAc(ref reader, c, kept, start, end, low, ref endRun);
                            else if (start > 0)
                                ScanDecoder.RefineAc(ref reader, c, kept, start, end, low, ref endRun);
                            else if (high == 0)
                                ScanDecoder.FirstDc(ref reader, c, kept, low);
                            else
                                ScanDecoder.RefineDc(ref reader, kept, low);
                        }
                    }
                }
                if (reader.Overrun)
                {
                    throw new ImageFormatException(
                        $"scan {scans} ends near byte {reader.Position} at block row {my} of {high2}, column {mx} of {wide}; the file is truncated or damaged.");
                }
            }
        }
        // The reader never goes past a marker: the next one is searched from where it stands.
        position = reader.Position;
    }

    private Bitmap Compose()
    {
        foreach (var c in components)
        {
            if (c.Factors is null)
                throw new ImageFormatException($"has no data for component {c.Id}; the file is truncated.");
            if (!progressive)
                continue;
            for (var y = 0; y < Up(c.Height, 8); y++)
            {
                for (var x = 0; x < Up(c.Width, 8); x++)
                {
                    var block = c.Coefficients.AsSpan((y * c.BlocksWide + x) * 64, 64);
                    c.Place(block, x, y, flat: block[1..].IndexOfAnyExcept((short)0) < 0);
                }
            }
            c.Coefficients = [];
        }

        var space = ColourSpace();
        var picture = new Bitmap(width, height, components.Length == 1 ? 1 : 3, GC.AllocateUninitializedArray<byte>(width * height * (components.Length == 1 ? 1 : 3)));
        var upsampling = Array.ConvertAll(components, c => new Upsampling(c, maxHorizontal, maxVertical, width));
        var black = new byte[width];
        for (var y = 0; y < height; y++)
        {
            var row = y * width;
            if (space == JpegColourSpace.Grey)
            {
                upsampling[0].Row(y)[..width].CopyTo(picture.Planes.AsSpan(row));
                continue;
            }
            Span<byte> r = picture.Plane(0).Slice(row, width), g = picture.Plane(1).Slice(row, width), b = picture.Plane(2).Slice(row, width);
            ReadOnlySpan<byte> first = upsampling[0].Row(y), second = upsampling[1].Row(y), third = upsampling[2].Row(y);
            if (space is JpegColourSpace.YCbCr or JpegColourSpace.Ycck)
            {
                JpegColour.ToRgb(first, second, third, r, g, b);
            }
            else
            {
                first[..width].CopyTo(r);
                second[..width].CopyTo(g);
                third[..width].CopyTo(b);
            }
            if (space is JpegColourSpace.Cmyk or JpegColourSpace.Ycck)
            {
                if (space == JpegColourSpace.Ycck)
                    JpegColour.Invert(r, g, b);
                upsampling[3].Row(y)[..width].CopyTo(black);
                JpegColour.InkToRgb(r, g, b, black);
            }
        }
        return picture;
    }

    private JpegColourSpace ColourSpace()
    {
        if (components.Length == 1)
            return JpegColourSpace.Grey;
        if (components.Length == 4)
            return adobeTransform == 2 ? JpegColourSpace.Ycck : JpegColourSpace.Cmyk;
        if (sawJfif)
            return JpegColourSpace.YCbCr;
        if (adobeTransform >= 0)
            return adobeTransform == 0 ? JpegColourSpace.Rgb : JpegColourSpace.YCbCr;
        return (components[0].Id, components[1].Id, components[2].Id) == ('R', 'G', 'B') ? JpegColourSpace.Rgb : JpegColourSpace.YCbCr;
    }

    private static int Up(int value, int unit) => (value + unit - 1) / unit;

    private ImageFormatException Short(string what) => new($"the {what} segment before byte {position} is damaged.");
}
