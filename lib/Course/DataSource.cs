// What --data means: the embedded pictures, a data set of the catalogue that is here, or a folder.

using ConvNets.Data;
using ConvNets.Data.Download;
using ConvNets.Data.Transforms;

namespace Course;

internal static class DataSource
{
    /// <summary>The folder that the words name; empty for the embedded pictures.</summary>
    /// <exception cref="UsageException">There is no such folder or data set.</exception>
    public static string Folder(string? nameOrFolder)
    {
        if (nameOrFolder is null or "embedded")
        {
            return "";
        }

        if (string.IsNullOrWhiteSpace(nameOrFolder))
        {
            throw new UsageException($"--data needs the name of a folder or of a data set, not \"{nameOrFolder}\".");
        }

        if (Directory.Exists(nameOrFolder))
        {
            return Path.GetFullPath(nameOrFolder);
        }

        var store = new DataStore();
        if (store.Catalogue.Find(nameOrFolder) is { } entry)
        {
            return store.Has(entry)
                ? store.PathOf(entry)
                : throw new CheckFailedException($"{entry.Name} is not in {store.Folder}; download it with: course data get {entry.Name}");
        }

        var names = store.Catalogue.Entries.Select(e => e.Name).Prepend("embedded");
        throw new UsageException(
            $"The data folder {nameOrFolder} does not exist, and no data set is called so.{Nearest.Suggest(nameOrFolder, names)} Give the folder that holds the data set's files, or one of {string.Join(", ", names)}.");
    }

    /// <summary>Opens what the words name, with at most so many pictures, chosen stratified.</summary>
    /// <param name="nameOrFolder">embedded, a data set's name, or a folder.</param>
    /// <param name="train">Training pictures at most; null for all (5,000 embedded).</param>
    /// <param name="test">Test pictures at most; null for all (1,000 embedded).</param>
    /// <param name="size">Side to which pictures are brought: embedded ones are made so, others are resized and cropped. Null leaves them.</param>
    /// <param name="skip">Leaves out pictures that cannot be read, and says how many.</param>
    /// <param name="say">Takes a sentence for the user.</param>
    /// <exception cref="UsageException">The pictures need a size, or the embedded ones cannot have this one.</exception>
    public static DataSplit Open(string? nameOrFolder, int? train, int? test, int? size, bool skip, Action<string> say)
    {
        var folder = Folder(nameOrFolder);
        if (folder.Length == 0)
        {
            return size is null or (>= EmbeddedPictures.SmallestSize and <= EmbeddedPictures.LargestSize)
                ? Datasets.Embedded(train ?? 5000, test ?? 1000, size: size ?? EmbeddedPictures.SmallestSize)
                : throw new UsageException($"--size takes {EmbeddedPictures.SmallestSize} to {EmbeddedPictures.LargestSize} for the embedded pictures, not {size}.");
        }

        var whole = Datasets.Open(folder, skip ? OnError.Skip : OnError.Throw);
        var split = whole.Take(Least(train, whole.Train.Count), Least(test, whole.Test.Count));
        if (split.Train.Shape is null && size is null)
        {
            throw new UsageException($"The pictures of {split.Name} differ in size; add --size N, the side of the squares to which they are brought, for example --size 64.");
        }

        return size is null && !skip ? split : split with { Train = InMemory(split.Train, size, skip, say), Test = InMemory(split.Test, size, skip, say) };
    }

    private static MemoryImages InMemory(ImageSet set, int? size, bool skip, Action<string> say)
    {
        Transform[] transforms = size is { } side ? [new Resize(side), new CenterCrop(side)] : [];
        var loaded = set.ToMemory(transforms, onError: skip ? OnError.Skip : OnError.Throw);
        if (loaded.Skipped.Count > 0)
        {
            say($"{set.Name}: {loaded.Skipped.Count} of {set.Count} pictures cannot be read and are left out; the first is {loaded.Skipped[0]}");
        }

        return loaded.Images.Count > 0
            ? loaded.Images
            : throw new CheckFailedException($"{set.Name}: none of its {set.Count} pictures can be read.");
    }

    private static int? Least(int? limit, int count) => limit < count ? limit : null;
}
