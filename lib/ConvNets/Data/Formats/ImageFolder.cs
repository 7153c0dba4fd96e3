// Folders of pictures: one folder for each class, as torchvision's ImageFolder reads them; with train and val beside each other this is the
// layout of ImageNet, Imagenette and Imagewoof.
using System.IO.Enumeration;

namespace ConvNets.Data.Formats;

/// <summary>Reads folders of JPEG and PNG files.</summary>
public static class ImageFolder
{
    private static readonly string[] TestNames = ["val", "validation", "valid", "test"];

    /// <summary>Whether a folder has <c>train</c> and <c>val</c> (or <c>test</c>) in it.</summary>
    public static bool IsSplit(string folder) => Directory.Exists(Path.Combine(folder, "train")) && TestFolder(folder) is not null;

    /// <summary>Opens a folder with <c>train</c> and <c>val</c> (or <c>test</c>); null where there is no <c>train</c>.</summary>
    public static DataSplit? TryOpenSplit(string folder, OnError onError = OnError.Throw)
    {
        var train = Path.Combine(folder, "train");
        if (!Directory.Exists(train))
            return null;
        var test = TestFolder(folder) ?? throw new DataException($"The folder '{folder}' has train, but no val or test beside it; a data set needs both.");
        var trainSet = Open($"{NameOf(folder)} train", train, onError);
        return new DataSplit(NameOf(folder), trainSet, Open($"{NameOf(folder)} test", test, onError, trainSet.Classes));
    }

    /// <summary>
    /// Opens a folder whose class folders hold pictures, of which a fifth, in the proportions of the classes, becomes the test set; null where
    /// there are no pictures in folders.
    /// </summary>
    public static DataSplit? TryOpenFlat(string folder, OnError onError = OnError.Throw)
    {
        if (!Directory.EnumerateDirectories(folder).Any(sub => Pictures(sub).Any()))
            return null;
        var all = Open(NameOf(folder), folder, onError);
        var fifth = all.Count / 5;
        var parts = all.Split(seed: 0, all.Count - fifth, fifth);
        return new DataSplit(NameOf(folder), parts[0], parts[1]);
    }

    /// <summary>
    /// Opens a folder whose folders are the classes, in the order of their names. Pictures may lie in folders further down; links to folders
    /// are not followed there, so that loops do no harm.
    /// </summary>
    /// <param name="name">What the set is called.</param>
    /// <param name="folder">The folder of class folders.</param>
    /// <param name="onError">Whether a class without pictures is an error.</param>
    /// <param name="classes">The classes of a training set that this one must share; by default the folders themselves.</param>
    /// <exception cref="DataException">There are no class folders, one is empty, or one is unknown.</exception>
    public static FileImages Open(string name, string folder, OnError onError = OnError.Throw, IReadOnlyList<string>? classes = null)
    {
        var folders = Directory.GetDirectories(folder).Where(path => Path.GetFileName(path)[0] != '.').ToArray();
        Array.Sort(folders, StringComparer.Ordinal);
        if (folders.Length == 0)
            throw new DataException($"The folder '{folder}' has no folders in it; expected one for each class, with its pictures inside.");
        var own = Array.ConvertAll(folders, path => WordNet.NameOf(Path.GetFileName(path)));
        classes ??= own;
        var paths = new List<string>();
        var labels = new List<int>();
        for (var i = 0; i < folders.Length; i++)
        {
            var label = classes.ToList().IndexOf(own[i]);
            if (label < 0)
                throw new DataException($"The folder '{folders[i]}' is a class that the training pictures do not have; expected one of {string.Join(", ", classes.Take(10))}.");
            var pictures = Pictures(folders[i]).ToArray();
            Array.Sort(pictures, StringComparer.Ordinal);
            if (pictures.Length == 0 && onError == OnError.Throw)
                throw new DataException($"The class folder '{folders[i]}' holds no JPEG or PNG files; fill it or remove it.");
            paths.AddRange(pictures);
            labels.AddRange(Enumerable.Repeat(label, pictures.Length));
        }
        return new FileImages(name, paths, labels, classes);
    }

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    private static string? TestFolder(string folder) => TestNames.Select(part => Path.Combine(folder, part)).FirstOrDefault(Directory.Exists);

    private static IEnumerable<string> Pictures(string folder) => new FileSystemEnumerable<string>(
        folder,
        (ref entry) => entry.ToFullPath(),
        new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System, IgnoreInaccessible = false, MaxRecursionDepth = 16 })
    {
        ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && entry.FileName[0] != '.' && IsPicture(entry.FileName),
        ShouldRecursePredicate = (ref entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
    };

    private static bool IsPicture(ReadOnlySpan<char> name)
    {
        var extension = Path.GetExtension(name);
        return extension.Equals(".jpg", StringComparison.OrdinalIgnoreCase) || extension.Equals(".jpeg", StringComparison.OrdinalIgnoreCase)
            || extension.Equals(".png", StringComparison.OrdinalIgnoreCase);
    }
}
