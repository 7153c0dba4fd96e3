// Files that are whole or absent: written beside their place, flushed to the disk, then renamed.

using System.Text;

namespace ConvNets.Training;

/// <summary>Writes files that survive a kill at any moment.</summary>
public static class AtomicFile
{
    /// <summary>Writes a text file in UTF-8 without a byte order mark, in one step.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="text">The contents.</param>
    public static void Write(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes <paramref name="path"/> so that it is replaced in one step, once its bytes are on the disk.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="write">Writes the contents.</param>
    public static void Write(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var temporary = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
