namespace ConvNets.Data.Imaging;

/// <summary>
/// A decoded picture of 8-bit samples, interleaved: the bytes of a pixel lie together, rows from top to bottom without gaps.
/// </summary>
public sealed class Bitmap
{
    /// <summary>Takes the pixels over: <paramref name="height"/> rows of <paramref name="width"/> pixels of <paramref name="channels"/> bytes.</summary>
    public Bitmap(int width, int height, int channels, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (channels is < 1 or > 4)
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "A bitmap has 1 (grey), 2 (grey, alpha), 3 (RGB) or 4 (RGBA) channels.");
        if (pixels.LongLength != (long)width * height * channels)
            throw new ArgumentException($"{width}x{height} pixels of {channels} bytes are {(long)width * height * channels} bytes, not {pixels.LongLength}.");
        (Width, Height, Channels, Pixels) = (width, height, channels, pixels);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>1 grey, 2 grey and alpha, 3 RGB, 4 RGBA.</summary>
    public int Channels { get; }

    /// <summary>The samples, [H, W, C].</summary>
    public byte[] Pixels { get; }

    /// <summary>The picture as RGB: grey is repeated, alpha is dropped (as Pillow's <c>convert("RGB")</c> does).</summary>
    public Bitmap ToRgb()
    {
        if (Channels == 3)
            return this;
        var rgb = GC.AllocateUninitializedArray<byte>(3 * Width * Height);
        for (int from = 0, to = 0; to < rgb.Length; from += Channels, to += 3)
        {
            rgb[to] = Pixels[from];
            rgb[to + 1] = Channels < 3 ? Pixels[from] : Pixels[from + 1];
            rgb[to + 2] = Channels < 3 ? Pixels[from] : Pixels[from + 2];
        }
        return new Bitmap(Width, Height, 3, rgb);
    }

    /// <summary>The picture as bytes of planes, [3, H, W].</summary>
    public byte[] ToPlanes()
    {
        var planes = GC.AllocateUninitializedArray<byte>(3 * Width * Height);
        ToPlanes(planes);
        return planes;
    }

    /// <summary>Writes the picture as RGB planes [3, H, W].</summary>
    public void ToPlanes(Span<byte> planes)
    {
        var area = Width * Height;
        Span<byte> red = planes[..area], green = planes.Slice(area, area), blue = planes.Slice(2 * area, area);
        var step = Channels;
        var (g, b) = step < 3 ? (0, 0) : (1, 2);
        var pixels = Pixels.AsSpan();
        for (var i = 0; i < area; i++)
        {
            var pixel = pixels.Slice(i * step, step);
            red[i] = pixel[0];
            green[i] = pixel[g];
            blue[i] = pixel[b];
        }
    }

    /// <summary>Makes a bitmap from planes of bytes [C, H, W], C = 1 or 3.</summary>
    public static Bitmap FromPlanes(ReadOnlySpan<byte> planes, int channels, int height, int width)
    {
        var pixels = new byte[planes.Length];
        var area = width * height;
        for (var c = 0; c < channels; c++)
        {
            for (var i = 0; i < area; i++)
                pixels[i * channels + c] = planes[c * area + i];
        }
        return new Bitmap(width, height, channels, pixels);
    }

    /// <summary>The picture turned as the EXIF orientation (1 to 8) says, so that its top is up.</summary>
    public Bitmap Orient(int orientation)
    {
        if (orientation is <= 1 or > 8)
            return this;
        var transposed = orientation >= 5;
        var (width, height) = transposed ? (Height, Width) : (Width, Height);
        // Where the pixel at column 0 of row 0 comes from, and the steps from one target column and row to the next.
        var fromRight = orientation is 2 or 3 or 7 or 8;
        var fromBottom = orientation is 3 or 4 or 6 or 7;
        var turned = new byte[Pixels.Length];
        var to = 0;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (sx, sy) = transposed ? (y, x) : (x, y);
                if (fromRight)
                    sx = Width - 1 - sx;
                if (fromBottom)
                    sy = Height - 1 - sy;
                var from = (sy * Width + sx) * Channels;
                for (var c = 0; c < Channels; c++)
                    turned[to++] = Pixels[from + c];
            }
        }
        return new Bitmap(width, height, Channels, turned);
    }
}
