using System.Buffers;

namespace ConvNets.Data;

/// <summary>
/// A picture on its way through transforms: float planes [C, H, W], 0 to 1 as decoded (transforms such as <c>Normalize</c> leave that range),
/// with the box of its object if the data set has boxes. One picture belongs to one thread.
/// </summary>
public sealed class Picture
{
    private float[] values;

    private Picture(float[] values, int channels, int height, int width) =>
        (this.values, Channels, Height, Width) = (values, channels, height, width);

    /// <summary>Number of planes: 3 (red, green, blue) or 1 (grey).</summary>
    public int Channels { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>The object's box in pixels of this picture; null where none is known.</summary>
    public Box? Box { get; set; }

    /// <summary>All values, plane after plane, row after row: [C, H, W].</summary>
    public Span<float> Values => values.AsSpan(0, Channels * Height * Width);

    /// <summary>The values of one channel, row after row.</summary>
    public Span<float> Plane(int channel) => values.AsSpan(channel * Height * Width, Height * Width);

    /// <summary>The values of one row of one channel.</summary>
    public Span<float> Row(int channel, int y) => values.AsSpan((channel * Height + y) * Width, Width);

    /// <summary>The value at (channel, y, x).</summary>
    public float this[int channel, int y, int x]
    {
        get => values[(channel * Height + y) * Width + x];
        set => values[(channel * Height + y) * Width + x] = value;
    }

    /// <summary>Makes a picture whose values are not set yet.</summary>
    public static Picture Create(int channels, int height, int width, Box? box = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        return new Picture(ArrayPool<float>.Shared.Rent(checked(channels * height * width)), channels, height, width) { Box = box };
    }

    /// <summary>Makes a picture from planes of bytes [C, H, W]; 255 becomes 1.</summary>
    public static Picture FromBytes(ReadOnlySpan<byte> planes, int channels, int height, int width, Box? box = null)
    {
        var picture = Create(channels, height, width, box);
        Bytes.ToUnit(planes, picture.Values);
        return picture;
    }

    /// <summary>Makes a picture from values [C, H, W], which are copied.</summary>
    public static Picture FromValues(ReadOnlySpan<float> planes, int channels, int height, int width, Box? box = null)
    {
        var picture = Create(channels, height, width, box);
        planes.CopyTo(picture.Values);
        return picture;
    }

    /// <summary>A copy that shares nothing with this one.</summary>
    public Picture Clone() => FromValues(Values, Channels, Height, Width, Box);

    /// <summary>Gives the memory back for the next picture; the loader calls this, and nobody may use the picture afterwards.</summary>
    internal void Recycle()
    {
        if (values.Length > 0)
            ArrayPool<float>.Shared.Return(values);
        values = [];
    }
}
