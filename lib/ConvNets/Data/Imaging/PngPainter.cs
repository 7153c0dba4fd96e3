namespace ConvNets.Data.Imaging;

/// <summary>Places the samples of unfiltered PNG rows into the planes of a picture: 8 bits, colours of the palette, transparency as alpha.</summary>
internal sealed class PngPainter
{
    private readonly int depth, colour, width;
    private readonly byte[]? palette, transparency;
    private readonly int keyR = -1, keyG = -1, keyB = -1;

    public PngPainter(int width, int height, int depth, int colour, byte[]? palette, byte[]? transparency)
    {
        (this.width, this.depth, this.colour, this.palette, this.transparency) = (width, depth, colour, palette, transparency);
        if (transparency is not null && colour is 0 or 2)
        {
            // One grey value or one colour counts as transparent.
            if (transparency!.Length < (colour == 0 ? 2 : 6))
                throw new ImageFormatException($"has a tRNS chunk of {transparency.Length} bytes; expected {(colour == 0 ? 2 : 6)}.");
            keyR = transparency[0] << 8 | transparency[1];
            if (colour == 2)
                (keyG, keyB) = (transparency[2] << 8 | transparency[3], transparency[4] << 8 | transparency[5]);
        }
        var alpha = colour is 4 or 6 || transparency is not null;
        var channels = (colour is 0 or 4 ? 1 : 3) + (alpha ? 1 : 0);
        Picture = new Bitmap(width, height, channels, new byte[checked(width * height * channels)]);
    }

    public Bitmap Picture { get; }

    /// <summary>Places a row of <paramref name="count"/> pixels at columns x, x + step, ... of picture row y.</summary>
    public void Paint(ReadOnlySpan<byte> row, int count, int x, int step, int y)
    {
        var at = y * width + x;
        switch (colour)
        {
            case 3:
                PaintIndexed(row, count, at, step, y);
                break;
            case 0 or 4:
                PaintGrey(row, count, at, step);
                break;
            default:
                PaintColour(row, count, at, step);
                break;
        }
    }

    private void PaintIndexed(ReadOnlySpan<byte> row, int count, int at, int step, int y)
    {
        Span<byte> r = Picture.Plane(0), g = Picture.Plane(1), b = Picture.Plane(2);
        for (var i = 0; i < count; i++, at += step)
        {
            var index = Sample(row, i);
            if (3 * index >= palette!.Length)
                throw new ImageFormatException($"row {y} uses colour {index}, but the palette has {palette.Length / 3}; the file is damaged.");
            (r[at], g[at], b[at]) = (palette[3 * index], palette[3 * index + 1], palette[3 * index + 2]);
            if (transparency is not null)
                Picture.Plane(3)[at] = index < transparency.Length ? transparency[index] : (byte)255;
        }
    }

    private void PaintGrey(ReadOnlySpan<byte> row, int count, int at, int step)
    {
        var grey = Picture.Plane(0);
        var samples = colour == 4 ? 2 : 1;
        for (var i = 0; i < count; i++, at += step)
        {
            var value = Sample(row, i * samples);
            grey[at] = ToByte(value);
            if (samples == 2)
                Picture.Plane(1)[at] = ToByte(Sample(row, 2 * i + 1));
            else if (keyR >= 0)
                Picture.Plane(1)[at] = (byte)(value == keyR ? 0 : 255);
        }
    }

    private void PaintColour(ReadOnlySpan<byte> row, int count, int at, int step)
    {
        Span<byte> r = Picture.Plane(0), g = Picture.Plane(1), b = Picture.Plane(2);
        var samples = colour == 6 ? 4 : 3;
        for (var i = 0; i < count; i++, at += step)
        {
            int red = Sample(row, i * samples), green = Sample(row, i * samples + 1), blue = Sample(row, i * samples + 2);
            (r[at], g[at], b[at]) = (ToByte(red), ToByte(green), ToByte(blue));
            if (samples == 4)
                Picture.Plane(3)[at] = ToByte(Sample(row, 4 * i + 3));
            else if (keyR >= 0)
                Picture.Plane(3)[at] = (byte)(red == keyR && green == keyG && blue == keyB ? 0 : 255);
        }
    }

    private int Sample(ReadOnlySpan<byte> row, int index) => depth switch
    {
        8 => row[index],
        16 => row[2 * index] << 8 | row[2 * index + 1],
        _ => row[index * depth >> 3] >> (8 - depth - (index * depth & 7)) & (1 << depth) - 1,
    };

    private byte ToByte(int sample) => depth switch
    {
        8 => (byte)sample,
        16 => (byte)((sample * 255 + 32895) >> 16),
        4 => (byte)(sample * 17),
        2 => (byte)(sample * 85),
        _ => (byte)(sample * 255),
    };
}
