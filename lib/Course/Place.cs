// Files and folders that a command line names: looked at before the work, so that an hour of it does not end at a folder that cannot be written.

namespace Course;

internal static class Place
{
    /// <summary>Proves that files can be written into a folder, which need not be there; leaves no trace.</summary>
    /// <param name="path">The folder, there or not.</param>
    /// <param name="option">The option that names it, for the sentence.</param>
    /// <returns>The path.</returns>
    /// <exception cref="UsageException">Nothing can be written there.</exception>
    public static string ForFolder(string path, string option)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new UsageException($"{option} needs the name of a folder, not \"{path}\".");
        }

        if (File.Exists(path))
        {
            throw new UsageException($"{option} names {path}, which is a file; name a folder.");
        }

        Prove(path, path, option, "folder");
        return path;
    }

    /// <summary>Keeps other course commands out of a folder until it is disposed; makes the folder where it is missing.</summary>
    /// <param name="folder">The folder into which this command writes.</param>
    /// <param name="option">The option that names it, for the sentence.</param>
    /// <exception cref="UsageException">Another command writes there.</exception>
    public static IDisposable Hold(string folder, string option)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, ".course.lock");
        try
        {
            // The system frees the lock of a process that is killed.
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new UsageException($"Another course command writes into {folder}: wait until it has ended, or name another folder with {option}.");
        }
    }

    /// <summary>Proves that a file can be written, whose folder need not be there; leaves no trace.</summary>
    /// <param name="path">The file, there or not.</param>
    /// <param name="option">The option that names it, for the sentence.</param>
    /// <returns>The path.</returns>
    /// <exception cref="UsageException">Nothing can be written there.</exception>
    public static string ForFile(string path, string option)
    {
        if (string.IsNullOrWhiteSpace(path) || Path.GetFileName(path).Length == 0)
        {
            throw new UsageException($"{option} needs the name of a file, not \"{path}\".");
        }

        if (Directory.Exists(path))
        {
            throw new UsageException($"{option} names {path}, which is a folder; name a file.");
        }

        Prove(Path.GetDirectoryName(Path.GetFullPath(path))!, path, option, "file");
        return path;
    }

    /// <summary>A file that must be there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="option">The option that names it, for the sentence.</param>
    /// <returns>The path.</returns>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Existing(string path, string option)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException($"{option} names {path}, which is a folder; name a file.");
        }

        if (!File.Exists(path))
        {
            throw new UsageException($"There is no file {(path.Length == 0 ? "\"\"" : path)}, which {option} names.");
        }

        // A pipe or a device has no length, and reading one could wait or go on for ever.
        if (new FileInfo(path).Length == 0)
        {
            throw new UsageException($"{option} names {path}, which is empty, or a pipe or a device; name a file.");
        }

        try
        {
            File.OpenRead(path).Dispose();
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option} names {path}, which cannot be read: {e.Message}");
        }
    }

    // The uppermost folder of a path that is not there.
    private static string? Missing(string folder)
    {
        string? missing = null;
        for (var at = folder; at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
        {
            missing = at;
        }

        return missing;
    }

    private static void Prove(string folder, string named, string option, string what)
    {
        try
        {
            var missing = Missing(Path.GetFullPath(folder));
            Directory.CreateDirectory(folder);
            var trial = Path.Combine(folder, $".course-{Path.GetRandomFileName()}");
            new FileStream(trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            for (var at = Path.GetFullPath(folder); missing is not null && at.Length >= missing.Length; at = Path.GetDirectoryName(at)!)
            {
                Directory.Delete(at);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UsageException($"{option} names {named}, but nothing can be written there; name a {what} where you may write.");
        }
    }
}
