namespace ConvNets.Data;

/// <summary>
/// Opens files that others made. Links are followed; folders, pipes, sockets and devices, which could block for ever or never end, are refused
/// before they are opened.
/// </summary>
internal static class DataFile
{
    /// <summary>What stands in names for bytes that are not valid UTF-8.</summary>
    private const char Unknown = '\uFFFD';

    private const long MaxListBytes = 64L << 20;

    /// <summary>Bytes of the file that a path names, through links.</summary>
    /// <exception cref="DataException">It does not exist, cannot be reached, or is no plain file.</exception>
    public static long Length(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            throw new DataException($"{path}: is a folder; expected a file.");
        return Guard(path, () =>
        {
            // The length of a link is that of its text.
            var target = File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
            return new FileInfo(target).Length;
        });
    }

    /// <summary>Opens a file for reading from its beginning.</summary>
    /// <exception cref="DataException">It cannot be read, is empty or no plain file, or is larger than allowed.</exception>
    public static FileStream Open(string path, long mostBytes = long.MaxValue)
    {
        // Pipes, sockets and devices have no length.
        var length = Length(path);
        if (length == 0)
            throw new DataException($"{path}: is empty, or a pipe or a device; expected a file with data in it.");
        if (length > mostBytes)
            throw new DataException($"{path}: has {length:N0} bytes; files of up to {mostBytes:N0} bytes are read here.");
        return Guard(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));
    }

    /// <summary>The whole of a file.</summary>
    /// <exception cref="DataException">It cannot be read, is empty or no plain file, or is larger than allowed.</exception>
    public static byte[] ReadAll(string path, long mostBytes)
    {
        using var stream = Open(path, mostBytes);
        return Guard(path, () =>
        {
            var bytes = GC.AllocateUninitializedArray<byte>((int)stream.Length);
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read == bytes.Length ? bytes : bytes[..read];
        });
    }

    /// <summary>The lines of a list, without white space around them; empty ones keep their place.</summary>
    /// <exception cref="DataException">The file cannot be read or is too large for a list.</exception>
    public static string[] Lines(string path)
    {
        using var reader = new StreamReader(Open(path, MaxListBytes));
        return Guard(path, () =>
        {
            var lines = new List<string>();
            while (reader.ReadLine() is { } line)
                lines.Add(line.Trim());
            return lines.ToArray();
        });
    }

    /// <summary>Why something cannot be read, for a sentence: the system's message without its full stop, or that a name in it is not valid UTF-8.</summary>
    public static string Reason(string message) => message.Contains(Unknown)
        ? "a name in it is not valid UTF-8; rename it"
        : message.TrimEnd('.');

    private static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path}: cannot be read ({Reason(path.Contains(Unknown) ? path : error.Message)}).", error);
        }
    }
}
