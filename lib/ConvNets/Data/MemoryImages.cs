namespace ConvNets.Data;

/// <summary>Pictures of one size, held as bytes [N, C, H, W].</summary>
public sealed class MemoryImages : ImageSet
{
    private readonly byte[] pixels;
    private readonly int channels, height, width;

    /// <summary>Takes the pixels over without copying them: N x C x H x W bytes, picture after picture, plane after plane.</summary>
    public MemoryImages(
        string name, byte[] pixels, int channels, int height, int width,
        IReadOnlyList<int> labels, IReadOnlyList<string> classes, IReadOnlyList<Box>? boxes = null)
        : base(name, labels, classes, boxes)
    {
        var expected = (long)labels.Count * channels * height * width;
        if (pixels.Length != expected)
            throw new DataException($"{name}: {labels.Count} pictures of {channels}x{height}x{width} need {expected} bytes, but {pixels.Length} were given.");
        (this.pixels, this.channels, this.height, this.width) = (pixels, channels, height, width);
    }

    /// <inheritdoc/>
    public override (int Channels, int Height, int Width)? Shape => (channels, height, width);

    /// <summary>The bytes of one picture, [C, H, W].</summary>
    public ReadOnlySpan<byte> Pixels(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        var each = channels * height * width;
        return pixels.AsSpan(index * each, each);
    }

    /// <inheritdoc/>
    public override Picture Load(int index) => Picture.FromBytes(Pixels(index), channels, height, width, Boxes?[index]);
}
