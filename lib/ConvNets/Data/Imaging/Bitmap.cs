using System.Globalization;
using ConvNets.Lessons;

namespace ConvNets.Data.Imaging;

/// <summary>A decoded picture of 8-bit samples in planes: [C, H, W], rows from top to bottom without gaps.</summary>
[TypeFormatterSource(typeof(BitmapFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class Bitmap
{
    /// <summary>Takes the samples over without copying them.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="channels">1 grey, 2 grey and alpha, 3 RGB, 4 RGBA.</param>
    /// <param name="planes">The samples, [C, H, W].</param>
    public Bitmap(int width, int height, int channels, byte[] planes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (channels is < 1 or > 4)
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "A bitmap has 1 (grey), 2 (grey, alpha), 3 (RGB) or 4 (RGBA) channels.");
        if (planes.LongLength != (long)width * height * channels)
            throw new ArgumentException($"{channels} planes of {width}x{height} are {(long)width * height * channels} bytes, not {planes.LongLength}.");
        (Width, Height, Channels, Planes) = (width, height, channels, planes);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"a picture of {Width}x{Height} pixels in {Channels} channel{(Channels == 1 ? "" : "s")}");

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>1 grey, 2 grey and alpha, 3 RGB, 4 RGBA.</summary>
    public int Channels { get; }

    /// <summary>The samples, [C, H, W].</summary>
    public byte[] Planes { get; }

    /// <summary>The samples of one channel, row after row.</summary>
    public Span<byte> Plane(int channel) => Planes.AsSpan(channel * Width * Height, Width * Height);

    /// <summary>The picture as RGB: grey is repeated, alpha is dropped (as Pillow's <c>convert("RGB")</c> does).</summary>
    public Bitmap ToRgb()
    {
        if (Channels == 3)
            return this;
        var rgb = new Bitmap(Width, Height, 3, GC.AllocateUninitializedArray<byte>(3 * Width * Height));
        for (var c = 0; c < 3; c++)
            Plane(Channels < 3 ? 0 : c).CopyTo(rgb.Plane(c));
        return rgb;
    }

    /// <summary>The samples of a pixel side by side, as files and libraries often want them: [H, W, C].</summary>
    public byte[] ToInterleaved()
    {
        var pixels = GC.AllocateUninitializedArray<byte>(Planes.Length);
        for (var c = 0; c < Channels; c++)
        {
            var plane = Plane(c);
            for (int i = 0, to = c; i < plane.Length; i++, to += Channels)
                pixels[to] = plane[i];
        }
        return pixels;
    }

    /// <summary>The picture turned as the EXIF orientation (1 to 8) says, so that its top is up.</summary>
    public Bitmap Orient(int orientation)
    {
        if (orientation is <= 1 or > 8)
            return this;
        var transposed = orientation >= 5;
        var fromRight = orientation is 2 or 3 or 7 or 8;
        var fromBottom = orientation is 3 or 4 or 6 or 7;
        var turned = new Bitmap(transposed ? Height : Width, transposed ? Width : Height, Channels, new byte[Planes.Length]);
        for (var c = 0; c < Channels; c++)
        {
            Span<byte> from = Plane(c), to = turned.Plane(c);
            var i = 0;
            for (var y = 0; y < turned.Height; y++)
            {
                for (var x = 0; x < turned.Width; x++)
                {
                    var (sx, sy) = transposed ? (y, x) : (x, y);
                    to[i++] = from[(fromBottom ? Height - 1 - sy : sy) * Width + (fromRight ? Width - 1 - sx : sx)];
                }
            }
        }
        return turned;
    }
}
