// MNIST and Fashion-MNIST (LeCun, Cortes and Burges 1998; Xiao, Rasul and Vollgraf 2017) in the idx format: two zero bytes, the type 8 (bytes), the
// number of dimensions, each dimension as a big-endian word, then the data; plain or gzipped.
using System.Buffers.Binary;
using System.IO.Compression;

namespace ConvNets.Data.Formats;

/// <summary>Reads idx files.</summary>
public static class Idx
{
    /// <summary>Larger arrays are refused: the largest set of this kind, EMNIST, has 0.6 GB.</summary>
    private const long MaxBytes = 1L << 30;

    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    private static readonly string[] Clothes =
        ["T-shirt/top", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"];

    /// <summary>Opens MNIST or Fashion-MNIST (told by the word "fashion" in the path); null where the folder holds neither.</summary>
    public static DataSplit? TryOpen(string folder)
    {
        if (Find(folder, "train-images", 3) is not { } trainImages)
            return null;
        var fashion = Path.GetFullPath(folder).Contains("fashion", StringComparison.OrdinalIgnoreCase);
        var (name, classes) = fashion ? ("fashion-mnist", Clothes) : ("mnist", Digits);
        return new DataSplit(
            name,
            Read($"{name} train", trainImages, Require(folder, "train-labels", 1), classes),
            Read($"{name} test", Require(folder, "t10k-images", 3), Require(folder, "t10k-labels", 1), classes));
    }

    /// <summary>Reads a file of pictures and its file of labels into a set [N, 1, H, W].</summary>
    /// <exception cref="DataException">A file is damaged, or the two do not belong together.</exception>
    public static MemoryImages Read(string name, string images, string labels, IReadOnlyList<string> classes)
    {
        var (pixels, sizes) = ReadArray(images, 3);
        var (marks, counts) = ReadArray(labels, 1);
        if (sizes[0] != counts[0])
            throw new DataException($"{images} holds {sizes[0]} pictures, but {labels} {counts[0]} labels; they do not belong together.");
        var wrong = marks.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(classes.Count - 1));
        if (wrong >= 0)
            throw new DataException($"{labels}: label {wrong} is {marks[wrong]}, but there are {classes.Count} classes; the file is damaged or of another data set.");
        return new MemoryImages(name, pixels, 1, sizes[1], sizes[2], [.. marks.Select(mark => (int)mark)], classes);
    }

    /// <summary>Reads an array of bytes.</summary>
    /// <param name="path">The file, plain or gzipped (told by its first bytes).</param>
    /// <param name="rank">The number of dimensions that it must have.</param>
    public static (byte[] Data, int[] Sizes) ReadArray(string path, int rank)
    {
        try
        {
            using var file = DataFile.Open(path);
            Span<byte> magic = stackalloc byte[2];
            var zipped = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
            file.Position = 0;
            using Stream stream = zipped ? new GZipStream(file, CompressionMode.Decompress) : file;
            return ReadArray(stream, path, rank, zipped ? null : file.Length);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw new DataException($"{path}: cannot be read ({error.Message.TrimEnd('.')}); get the file again.", error);
        }
    }

    private static (byte[] Data, int[] Sizes) ReadArray(Stream stream, string path, int rank, long? length)
    {
        var header = new byte[4 + 4 * rank];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            throw new DataException($"{path}: is too short for an idx header of {header.Length} bytes; the file is truncated.");
        if (header[0] != 0 || header[1] != 0 || header[2] != 8 || header[3] != rank)
            throw new DataException($"{path}: begins with {Convert.ToHexString(header, 0, 4)}; expected 0000080{rank}, an idx file of bytes with {rank} dimensions.");
        var sizes = new int[rank];
        var total = 1L;
        for (var i = 0; i < rank; i++)
        {
            sizes[i] = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4 + 4 * i));
            if (sizes[i] < 1 || (total *= sizes[i]) > MaxBytes)
                throw new DataException($"{path}: dimension {i} is {(uint)sizes[i]}, which makes no array of 1 to {MaxBytes:N0} bytes; the file is damaged.");
        }
        if (length is { } bytes && bytes != header.Length + total)
            throw new DataException($"{path}: has {bytes} bytes, but its header ({string.Join(" x ", sizes)}) asks for {header.Length + total}; the file is truncated or damaged.");
        var data = ReadGrowing(stream, total);
        if (data.Length < total)
            throw new DataException($"{path}: ends after {data.Length} of {total} bytes of data; the file is truncated.");
        if (stream.ReadByte() >= 0)
            throw new DataException($"{path}: goes on after the {total} bytes that its header asks for; the file is damaged.");
        return (data, sizes);
    }

    /// <summary>Reads up to so many bytes, taking memory only as they come: a header alone cannot ask for it.</summary>
    private static byte[] ReadGrowing(Stream stream, long total)
    {
        var data = new byte[Math.Min(total, 1 << 20)];
        var filled = 0;
        while (true)
        {
            var read = stream.Read(data, filled, data.Length - filled);
            filled += read;
            if (read == 0 || filled == total)
                break;
            if (filled == data.Length)
                Array.Resize(ref data, (int)Math.Min(total, 2L * filled));
        }
        Array.Resize(ref data, filled);
        return data;
    }

    private static string Require(string folder, string stem, int rank) => Find(folder, stem, rank)
        ?? throw new DataException($"The folder '{folder}' has no {stem}-idx{rank}-ubyte (or .gz); the data set is not complete.");

    private static string? Find(string folder, string stem, int rank)
    {
        foreach (var joint in new[] { "-", "." })
        {
            foreach (var end in new[] { "", ".gz" })
            {
                var path = Path.Combine(folder, $"{stem}{joint}idx{rank}-ubyte{end}");
                if (File.Exists(path))
                    return path;
            }
        }
        return null;
    }
}
