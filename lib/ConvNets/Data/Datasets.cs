using ConvNets.Data.Formats;

namespace ConvNets.Data;

/// <summary>The way in: the embedded data set, or the data set in a folder.</summary>
public static class Datasets
{
    /// <summary>
    /// The embedded data set: ten classes of generated pictures [3, <paramref name="size"/>, <paramref name="size"/>]. Training and test
    /// pictures come from different streams of the seed.
    /// </summary>
    /// <param name="train">Number of training pictures.</param>
    /// <param name="test">Number of test pictures.</param>
    /// <param name="seed">Another seed gives other pictures of the same kind.</param>
    /// <param name="size">Side in pixels, 32 to 224.</param>
    /// <param name="domain">Photographs, or drawings of the same classes.</param>
    /// <param name="difficulty">0 to 1; the course's experiments are calibrated to 0.5.</param>
    public static DataSplit Embedded(
        int train = 5000, int test = 1000, long seed = 1, int size = 32,
        Domain domain = Domain.Photo, double difficulty = EmbeddedPictures.DefaultDifficulty) => new(
            "embedded",
            EmbeddedPictures.Generate(train, 2 * seed, size, domain, difficulty),
            EmbeddedPictures.Generate(test, 2 * seed + 1, size, domain, difficulty));

    /// <summary>
    /// Opens the data set in a folder, whose layout tells what it is: CIFAR-10 or CIFAR-100 (binary version), MNIST or Fashion-MNIST (idx),
    /// Tiny ImageNet, or folders of pictures (ImageNet, Imagenette, one's own). The data set may also lie one folder further down.
    /// </summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="onError">Whether an empty class folder is an error.</param>
    /// <exception cref="DataException">The folder does not exist or holds nothing known; the sentence says what was looked for.</exception>
    public static DataSplit Open(string folder, OnError onError = OnError.Throw)
    {
        if (!Directory.Exists(folder))
        {
            var what = File.Exists(folder) ? "is a file, not a folder" : "does not exist";
            throw new DataException($"The data folder '{folder}' {what}; give the folder that holds the data set's files.");
        }
        try
        {
            return OpenHere(folder, onError) ?? OpenBelow(folder, onError) ?? ImageFolder.TryOpenFlat(folder, onError) ?? throw Unknown(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"The data folder '{folder}' cannot be read ({DataFile.Reason(error.Message)}).", error);
        }
    }

    private static DataSplit? OpenHere(string folder, OnError onError) =>
        Cifar.TryOpen(folder) ?? Idx.TryOpen(folder) ?? TinyImageNet.TryOpen(folder) ?? ImageFolder.TryOpenSplit(folder, onError);

    private static DataSplit? OpenBelow(string folder, OnError onError)
    {
        var found = Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Where(HoldsKnownFiles).ToArray();
        return found.Length switch
        {
            0 => null,
            1 => OpenHere(found[0], onError),
            _ => throw new DataException($"The folder '{folder}' holds several data sets ({string.Join(", ", found.Select(Path.GetFileName))}); give the folder of one of them."),
        };
    }

    private static bool HoldsKnownFiles(string folder) =>
        Directory.EnumerateFiles(folder, "data_batch_*.bin").Any()
        || File.Exists(Path.Combine(folder, "fine_label_names.txt"))
        || Directory.EnumerateFiles(folder, "train-images*idx3-ubyte*").Any()
        || File.Exists(Path.Combine(folder, "wnids.txt"))
        || ImageFolder.IsSplit(folder);

    private static DataException Unknown(string folder) => new(
        $"The folder '{folder}' holds no data set that is known here; expected the files of CIFAR-10 (data_batch_*.bin, test_batch.bin), CIFAR-100 (train.bin, test.bin, fine_label_names.txt), MNIST (train-images-idx3-ubyte, ...) or Tiny ImageNet (wnids.txt, train, val), or folders of JPEG and PNG pictures, one for each class.");
}
