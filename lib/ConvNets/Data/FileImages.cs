using ConvNets.Data.Imaging;

namespace ConvNets.Data;

/// <summary>
/// Pictures in JPEG and PNG files, decoded each time they are loaded: RGB, turned upright by EXIF, of any size unless one is prescribed.
/// </summary>
public sealed class FileImages : ImageSet
{
    private readonly IReadOnlyList<string> paths;
    private readonly (int Channels, int Height, int Width)? shape;
    private readonly long maxPixels;

    /// <summary>Makes a set of files; nothing is read yet.</summary>
    /// <param name="name">What the set is called.</param>
    /// <param name="paths">One file for each picture.</param>
    /// <param name="labels">The class of each picture.</param>
    /// <param name="classes">Names of the classes.</param>
    /// <param name="boxes">The object's box in each picture.</param>
    /// <param name="shape">The size that every picture must have; null for any.</param>
    /// <param name="maxPixels">Larger pictures are refused.</param>
    public FileImages(
        string name, IReadOnlyList<string> paths, IReadOnlyList<int> labels, IReadOnlyList<string> classes, IReadOnlyList<Box>? boxes = null,
        (int Channels, int Height, int Width)? shape = null, long maxPixels = ImageDecoder.DefaultMaxPixels)
        : base(name, labels, classes, boxes)
    {
        if (paths.Count != labels.Count)
            throw new DataException($"{name}: {paths.Count} files do not belong to {labels.Count} labels.");
        (this.paths, this.shape, this.maxPixels) = (paths, shape, maxPixels);
    }

    /// <inheritdoc/>
    public override (int Channels, int Height, int Width)? Shape => shape;

    /// <summary>The files, in the order of the pictures.</summary>
    public IReadOnlyList<string> Paths => paths;

    /// <inheritdoc/>
    public override string Describe(int index) => paths[index];

    /// <inheritdoc/>
    public override Picture Load(int index)
    {
        var bitmap = ImageDecoder.Load(paths[index], maxPixels).ToRgb();
        if (shape is (_, var height, var width) && (bitmap.Height != height || bitmap.Width != width))
            throw new DataException($"{paths[index]}: is {bitmap.Height}x{bitmap.Width} pixels; every picture of {Name} has {height}x{width}.");
        return Picture.FromBytes(bitmap.Planes, 3, bitmap.Height, bitmap.Width, Boxes?[index]);
    }
}
