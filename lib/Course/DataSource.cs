// What --data means: the embedded pictures, a data set of the catalogue that is here, or a folder.

using ConvNets.Data;
using ConvNets.Data.Download;

namespace Course;

internal static class DataSource
{
    /// <summary>The folder that the words name; empty for the embedded pictures.</summary>
    /// <exception cref="UsageException">There is no such folder or data set.</exception>
    public static string Folder(string? nameOrFolder)
    {
        if (nameOrFolder is null or "" or "embedded")
        {
            return "";
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
    /// <param name="size">Side of the embedded pictures.</param>
    public static DataSplit Open(string? nameOrFolder, int? train, int? test, int size)
    {
        var folder = Folder(nameOrFolder);
        if (folder.Length == 0)
        {
            return Datasets.Embedded(train ?? 5000, test ?? 1000, size: size);
        }

        var split = Datasets.Open(folder);
        return split.Take(Least(train, split.Train.Count), Least(test, split.Test.Count));
    }

    private static int? Least(int? limit, int count) => limit < count ? limit : null;
}
