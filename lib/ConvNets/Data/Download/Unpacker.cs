// Unpacks archives that were not made here: only folders and plain files, only below the target, only up to stated sizes. Links, devices and names
// that lead elsewhere end the unpacking.
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace ConvNets.Data.Download;

/// <summary>Unpacks tar.gz and zip files.</summary>
internal sealed class Unpacker(string archive, string target, long maxBytes = 16L << 30, int maxFiles = 2_000_000)
{
    private readonly string root = Path.GetFullPath(target) + Path.DirectorySeparatorChar;
    private readonly byte[] buffer = new byte[1 << 17];
    private long written;
    private int files;

    /// <summary>Unpacks everything; returns one line for each file in the form of <c>sha256sum</c>.</summary>
    /// <exception cref="DataException">The archive is damaged, too large, or would write outside the target.</exception>
    public IReadOnlyList<string> Unpack(string kind, CancellationToken cancellation)
    {
        var sums = new List<string>();
        try
        {
            foreach (var (name, length, stream) in kind == "zip" ? ZipEntries() : TarEntries())
            {
                cancellation.ThrowIfCancellationRequested();
                var path = Place(name);
                if (stream is null)
                {
                    Directory.CreateDirectory(path);
                    continue;
                }
                if (++files > maxFiles)
                    throw new DataException($"{archive}: holds more than {maxFiles:N0} files, which is not the data set.");
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                sums.Add($"{Write(stream, path, name, length)}  {Path.GetRelativePath(root, path).Replace('\\', '/')}");
            }
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new DataException($"{archive}: cannot be unpacked ({error.Message.TrimEnd('.')}); the file is damaged.", error);
        }
        return sums;
    }

    private IEnumerable<(string Name, long Length, Stream? Data)> TarEntries()
    {
        using var file = File.OpenRead(archive);
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new TarReader(gzip);
        while (reader.GetNextEntry() is { } entry)
        {
            switch (entry.EntryType)
            {
                case TarEntryType.Directory:
                    yield return (entry.Name, 0, null);
                    break;
                case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                    yield return (entry.Name, entry.Length, entry.DataStream ?? Stream.Null);
                    break;
                case TarEntryType.ExtendedAttributes or TarEntryType.GlobalExtendedAttributes:
                    break;
                default:
                    throw new DataException($"{archive}: holds '{entry.Name}', which is a {entry.EntryType} and no file; nothing of it is used.");
            }
        }
    }

    private IEnumerable<(string Name, long Length, Stream? Data)> ZipEntries()
    {
        const int linkMode = 0xA000;
        using var zip = ZipFile.OpenRead(archive);
        foreach (var entry in zip.Entries)
        {
            if ((entry.ExternalAttributes >> 16 & 0xF000) == linkMode)
                throw new DataException($"{archive}: holds '{entry.FullName}', which is a link and no file; nothing of it is used.");
            if (entry.FullName.EndsWith('/'))
            {
                yield return (entry.FullName, 0, null);
                continue;
            }
            using var data = entry.Open();
            yield return (entry.FullName, entry.Length, data);
        }
    }

    private string Place(string name)
    {
        var path = Path.GetFullPath(Path.Combine(root, name));
        var inside = path.StartsWith(root, StringComparison.Ordinal) || path + Path.DirectorySeparatorChar == root;
        if (Path.IsPathRooted(name) || name.Contains('\0') || !inside)
            throw new DataException($"{archive}: holds '{name}', which would be written outside of {target}; nothing of it is used.");
        return path;
    }

    private string Write(Stream data, string path, string name, long length)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        var count = 0L;
        int read;
        while ((read = data.Read(buffer)) > 0)
        {
            (count, written) = (count + read, written + read);
            if (count > length || written > maxBytes)
                throw new DataException($"{archive}: '{name}' unpacks to more than {Math.Min(length, maxBytes):N0} bytes, which is not the data set.");
            file.Write(buffer, 0, read);
            sum.AppendData(buffer, 0, read);
        }
        if (count != length)
            throw new DataException($"{archive}: '{name}' ends after {count} of {length} bytes; the file is damaged.");
        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }
}
