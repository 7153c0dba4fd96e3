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

    /// <summary>Opens the data set in a folder, whose layout tells what it is: CIFAR-10 or CIFAR-100 in the binary version.</summary>
    /// <exception cref="DataException">The folder does not exist or holds nothing known; the sentence says what was looked for.</exception>
    public static DataSplit Open(string folder)
    {
        if (!Directory.Exists(folder))
        {
            var what = File.Exists(folder) ? "is a file, not a folder" : "does not exist";
            throw new DataException($"The data folder '{folder}' {what}; give the folder that holds the data set's files.");
        }
        return Cifar.TryOpen(folder)
            ?? throw new DataException(
                $"The folder '{folder}' holds no data set that is known here; expected CIFAR-10 (data_batch_*.bin and test_batch.bin) or CIFAR-100 (train.bin and test.bin).");
    }
}
