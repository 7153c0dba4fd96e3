namespace ConvNets.Data.Imaging;

/// <summary>
/// Decodes JPEG and PNG files. A damaged or hostile file ends in a <see cref="DataException"/> with the file, the place and what was expected,
/// never in a wrong picture.
/// </summary>
public static class ImageDecoder
{
    /// <summary>Pictures of more pixels are refused unless the caller allows more: 50 million.</summary>
    public const long DefaultMaxPixels = 50_000_000;

    /// <summary>Files of more bytes are refused: 256 MiB.</summary>
    public const long MaxFileBytes = 256L << 20;

    /// <summary>Reads a file.</summary>
    /// <exception cref="DataException">The file cannot be read, is neither JPEG nor PNG, is damaged, or holds too large a picture.</exception>
    public static Bitmap Load(string path, long maxPixels = DefaultMaxPixels) => Decode(DataFile.ReadAll(path, MaxFileBytes), path, maxPixels);

    /// <summary>Decodes the bytes of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What the file is called in error sentences.</param>
    /// <param name="maxPixels">Pictures of more pixels are refused.</param>
    /// <exception cref="DataException">The bytes are neither JPEG nor PNG, are damaged, or hold too large a picture.</exception>
    public static Bitmap Decode(byte[] bytes, string name = "the picture", long maxPixels = DefaultMaxPixels)
    {
        try
        {
            if (JpegDecoder.IsJpeg(bytes))
                return new JpegDecoder(bytes, maxPixels).Decode();
            if (PngDecoder.IsPng(bytes))
                return PngDecoder.Decode(bytes, maxPixels);
        }
        catch (ImageFormatException error)
        {
            throw new DataException($"{name}: {error.Message}", error);
        }
        var begin = bytes.Length == 0 ? "is empty" : $"begins with the bytes {Convert.ToHexString(bytes.AsSpan(0, Math.Min(8, bytes.Length)))}";
        throw new DataException($"{name}: {begin}; expected a JPEG (FFD8) or PNG (89504E47) file.");
    }
}

/// <summary>What is wrong inside a picture file; <see cref="ImageDecoder"/> adds the file's name.</summary>
internal sealed class ImageFormatException(string message) : Exception(message);
