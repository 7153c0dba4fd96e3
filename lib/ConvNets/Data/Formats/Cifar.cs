// CIFAR-10 and CIFAR-100, binary version (Krizhevsky 2009, "Learning multiple layers of features from tiny images"): records of one label byte
// (CIFAR-100: coarse label, then fine label) and 3,072 pixel bytes, the red plane, then green, then blue, row after row.
namespace ConvNets.Data.Formats;

/// <summary>Reads CIFAR-10 and CIFAR-100 in the binary version.</summary>
public static class Cifar
{
    private const int PixelBytes = 3 * 32 * 32;

    private static readonly string[] Cifar10Names =
        ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    /// <summary>Opens a folder that holds the files of CIFAR-10 or CIFAR-100; null where it holds neither.</summary>
    public static DataSplit? TryOpen(string folder)
    {
        if (Directory.EnumerateFiles(folder, "data_batch_*.bin").Any())
            return Open10(folder);
        return File.Exists(Path.Combine(folder, "train.bin")) && File.Exists(Path.Combine(folder, "fine_label_names.txt")) ? Open100(folder) : null;
    }

    /// <summary>Opens CIFAR-10: every <c>data_batch_*.bin</c> to train on, <c>test_batch.bin</c> to test on.</summary>
    public static DataSplit Open10(string folder)
    {
        var names = Names(folder, "batches.meta.txt", Cifar10Names);
        var train = Directory.GetFiles(folder, "data_batch_*.bin");
        Array.Sort(train, StringComparer.Ordinal);
        if (train.Length == 0)
            throw new DataException($"The folder '{folder}' holds no data_batch_*.bin; give the folder of the CIFAR-10 binary version.");
        return new DataSplit("cifar-10", Read("cifar-10 train", train, names), Read("cifar-10 test", [Path.Combine(folder, "test_batch.bin")], names));
    }

    /// <summary>Opens CIFAR-100 with its 100 fine classes, or with the 20 coarse ones.</summary>
    public static DataSplit Open100(string folder, bool coarse = false)
    {
        var names = Names(folder, coarse ? "coarse_label_names.txt" : "fine_label_names.txt", null);
        var at = coarse ? 0 : 1;
        return new DataSplit("cifar-100",
            Read("cifar-100 train", [Path.Combine(folder, "train.bin")], names, labelBytes: 2, labelAt: at),
            Read("cifar-100 test", [Path.Combine(folder, "test.bin")], names, labelBytes: 2, labelAt: at));
    }

    /// <summary>Reads any number of files of whole records into one set [N, 3, 32, 32].</summary>
    /// <param name="name">What the set is called.</param>
    /// <param name="files">Paths, in the order in which their records are to follow.</param>
    /// <param name="classes">Names of the classes; a label must be smaller than their number.</param>
    /// <param name="labelBytes">Label bytes before the pixels of a record: 1 in CIFAR-10, 2 in CIFAR-100.</param>
    /// <param name="labelAt">Which of them is the label.</param>
    /// <exception cref="DataException">A file is missing, does not hold whole records, or holds a label out of range.</exception>
    public static MemoryImages Read(string name, IReadOnlyList<string> files, IReadOnlyList<string> classes, int labelBytes = 1, int labelAt = 0)
    {
        var record = labelBytes + PixelBytes;
        var counts = files.Select(file => CountRecords(file, record)).ToArray();
        var total = counts.Sum();
        if (total * PixelBytes > Array.MaxLength)
            throw new DataException($"{name} holds {total:N0} pictures, more than the {Array.MaxLength / PixelBytes:N0} that fit in memory at once.");

        var pixels = GC.AllocateUninitializedArray<byte>((int)total * PixelBytes);
        var labels = new int[total];
        var buffer = new byte[record];
        var n = 0;
        for (var f = 0; f < files.Count; f++)
        {
            using var stream = DataFile.Open(files[f]);
            for (var r = 0L; r < counts[f]; r++, n++)
            {
                if (stream.ReadAtLeast(buffer, record, throwOnEndOfStream: false) < record)
                    throw new DataException($"{files[f]}: ends within record {r}, although it was longer a moment ago; is it still being written?");
                labels[n] = buffer[labelAt];
                if (labels[n] >= classes.Count)
                {
                    throw new DataException(
                        $"{files[f]}: record {r} (byte {r * record + labelAt}) has label {labels[n]}, but there are {classes.Count} classes; the file is damaged or of another data set.");
                }
                buffer.AsSpan(labelBytes).CopyTo(pixels.AsSpan(n * PixelBytes));
            }
        }
        return new MemoryImages(name, pixels, 3, 32, 32, labels, classes);
    }

    private static long CountRecords(string file, int record)
    {
        if (!File.Exists(file))
            throw new DataException($"The file '{file}' does not exist; the data set is not complete, unpack its archive again.");
        var length = DataFile.Length(file);
        if (length == 0 || length % record != 0)
        {
            throw new DataException(
                $"{file}: {length} bytes are not a whole number of records of {record} bytes ({length / record} records and {length % record} bytes); the file is truncated or of another kind, get it again.");
        }
        return length / record;
    }

    private static string[] Names(string folder, string file, string[]? otherwise)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
            return otherwise ?? throw new DataException($"The file '{path}' with the names of the classes does not exist; unpack the archive again.");
        var names = DataFile.Lines(path).Where(line => line.Length > 0).ToArray();
        return names.Length > 0 ? names : throw new DataException($"{path}: holds no class names; expected one name on each line.");
    }
}
