// The folder of downloaded data sets. A set is unpacked beside its place and moved there at the end by one rename, with the check sums of its files:
// a set that is there is whole, whenever a download was interrupted.
using System.Security.Cryptography;

namespace ConvNets.Data.Download;

/// <summary>Downloads, checks and opens the data sets of the catalogue.</summary>
public sealed class DataStore
{
    private const string SumsFile = "SHA256SUMS";

    private readonly Downloader downloader;

    /// <summary>Sets up a store; nothing is created before the first download.</summary>
    /// <param name="folder">Where data sets lie; by default the folder that the environment variable COURSE_DATA names, else the user's cache.</param>
    /// <param name="catalogue">What can be downloaded; by default the catalogue of the course.</param>
    /// <param name="client">Used for all requests.</param>
    /// <param name="options">How patient downloads are.</param>
    public DataStore(string? folder = null, Catalogue? catalogue = null, HttpClient? client = null, DownloadOptions? options = null)
    {
        Folder = Path.GetFullPath(folder ?? DefaultFolder);
        Catalogue = catalogue ?? Catalogue.Default;
        downloader = new Downloader(client ?? new HttpClient { Timeout = Timeout.InfiniteTimeSpan }, options ?? DownloadOptions.Default);
    }

    /// <summary>The folder that COURSE_DATA names, else <c>course-data</c> in the user's cache.</summary>
    public static string DefaultFolder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("COURSE_DATA") is { Length: > 0 } named)
                return named;
            var cache = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
            return Path.Combine(cache, "course-data");
        }
    }

    /// <summary>Where data sets lie.</summary>
    public string Folder { get; }

    /// <summary>What can be downloaded.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>The folder of a data set's files, there or not.</summary>
    public string PathOf(CatalogueEntry entry) => Path.Combine(Folder, entry.Name, entry.Folder);

    /// <summary>Whether a data set has been downloaded and unpacked.</summary>
    public bool Has(CatalogueEntry entry) => File.Exists(Path.Combine(Folder, entry.Name, SumsFile));

    /// <summary>Downloads and unpacks a data set, unless it is there; returns the folder of its files.</summary>
    /// <exception cref="DataException">It could not be had; the sentence says what to do.</exception>
    public async Task<string> GetAsync(string name, IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        var entry = Catalogue.Get(name);
        if (Has(entry))
            return PathOf(entry);
        try
        {
            Directory.CreateDirectory(Folder);
            using var alone = await LockAsync(entry, progress, cancellation);
            if (!Has(entry))
                await FetchAsync(entry, progress, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{entry.Name} could not be stored in {Folder} ({error.Message.TrimEnd('.')}); make room there or name another folder in COURSE_DATA.", error);
        }
        return PathOf(entry);
    }

    /// <summary>Compares every file of a downloaded data set with its check sum; returns one sentence for each that differs.</summary>
    /// <exception cref="DataException">The data set has not been downloaded.</exception>
    public async Task<IReadOnlyList<string>> VerifyAsync(string name, IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        var entry = Catalogue.Get(name);
        var home = Path.Combine(Folder, entry.Name);
        if (!Has(entry))
            throw new DataException($"{entry.Name} is not in {Folder}; download it with: course data get {entry.Name}");
        var faults = new List<string>();
        var lines = await File.ReadAllLinesAsync(Path.Combine(home, SumsFile), cancellation);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length < 67)
                throw new DataException($"{Path.Combine(home, SumsFile)}, line {i + 1}: is no check sum; remove {home} and download the data set again.");
            var (expected, path) = (lines[i][..64], Path.Combine(home, lines[i][66..]));
            if (!File.Exists(path))
                faults.Add($"{path}: is missing.");
            else if ((await CheckSums.OfAsync(path, cancellation)).Sha256 != expected)
                faults.Add($"{path}: has changed since it was unpacked.");
            progress?.Report(new DownloadProgress(entry.Name, "checking", i + 1, lines.Length, 0));
        }
        return faults;
    }

    /// <summary>
    /// Opens <c>embedded</c>, a data set of the catalogue that has been downloaded, or a folder.
    /// </summary>
    /// <exception cref="DataException">There is no such folder, or the data set has not been downloaded.</exception>
    public DataSplit Open(string nameOrFolder)
    {
        if (nameOrFolder == "embedded")
            return Datasets.Embedded();
        if (Directory.Exists(nameOrFolder) || Catalogue.Find(nameOrFolder) is not { } entry)
            return Datasets.Open(nameOrFolder);
        return Has(entry)
            ? Datasets.Open(PathOf(entry))
            : throw new DataException($"{entry.Name} is not in {Folder}; download it with: course data get {entry.Name}");
    }

    private async Task FetchAsync(CatalogueEntry entry, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        var home = Path.Combine(Folder, entry.Name);
        var downloads = Path.Combine(Folder, "downloads", entry.Name);
        var making = Path.Combine(Folder, "downloads", $"{entry.Name}.unpacked");
        Directory.CreateDirectory(downloads);
        foreach (var file in entry.Files)
            await downloader.FetchAsync(file, Path.Combine(downloads, file.Name), progress, cancellation);

        // What an interrupted run left is made anew.
        Remove(making);
        Directory.CreateDirectory(making);
        var sums = new List<string>();
        foreach (var file in entry.Files)
        {
            var path = Path.Combine(downloads, file.Name);
            progress?.Report(new DownloadProgress(file.Name, "unpacking", 0, null, 0));
            if (file.Unpack is { } kind)
            {
                sums.AddRange(new Unpacker(path, making).Unpack(kind, cancellation));
            }
            else
            {
                File.Copy(path, Path.Combine(making, file.Name));
                await using var stream = File.OpenRead(path);
                sums.Add($"{Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation))}  {file.Name}");
            }
        }
        foreach (var part in entry.Contains)
        {
            if (!Path.Exists(Path.Combine(making, entry.Folder, part)))
                throw new DataException($"{entry.Name}: its archive holds no {Path.Combine(entry.Folder, part)}; the publisher has changed it, the catalogue must be brought up to date.");
        }
        await File.WriteAllLinesAsync(Path.Combine(making, SumsFile), sums, cancellation);
        Remove(home);
        Directory.Move(making, home);
        Remove(downloads);
    }

    /// <summary>Waits until no other process downloads this data set. The system frees the lock of a process that ends.</summary>
    private async Task<IDisposable> LockAsync(CatalogueEntry entry, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        var path = Path.Combine(Folder, $".{entry.Name}.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                progress?.Report(new DownloadProgress(entry.Name, "waiting for another download", 0, null, 0));
                await Task.Delay(200, cancellation);
            }
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
