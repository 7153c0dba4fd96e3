// Which notebook files this learner's own sessions wrote: their bytes are signed with a key that only the learner can read, as
// Jupyter does it. The HTML in the outputs of any other file is a stranger's.

using System.Security.Cryptography;

namespace NotebookHost.Web;

/// <summary>Signs notebook files.</summary>
internal sealed class TrustKey
{
    private const int Kept = 2;

    private readonly byte[] key;

    private TrustKey(byte[] key) => this.key = key;

    /// <summary>The learner's key; made when there is none yet.</summary>
    /// <param name="folder">A folder for the learner's own settings; null takes the system's.</param>
    internal static TrustKey Load(string? folder = null)
    {
        folder ??= Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "course");
        var path = Path.Combine(folder, "trust.key");
        try
        {
            if (File.Exists(path) && File.ReadAllBytes(path) is { Length: 32 } known)
            {
                return new TrustKey(known);
            }

            Directory.CreateDirectory(folder);
            var made = RandomNumberGenerator.GetBytes(32);
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var stream = new FileStream(path, options);
            stream.Write(made);
            return new TrustKey(made);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Without a place for the key, trust lasts as long as the server.
            return new TrustKey(RandomNumberGenerator.GetBytes(32));
        }
    }

    /// <summary>Whether the file's bytes carry the learner's signature.</summary>
    internal bool Knows(string signatures, byte[] bytes) => File.Exists(signatures) && File.ReadLines(signatures).Contains(Sign(bytes));

    /// <summary>Notes the signature of bytes that are about to be written; the one before stays valid, for a crash in between.</summary>
    internal void Note(string signatures, byte[] bytes)
    {
        var known = File.Exists(signatures) ? File.ReadLines(signatures).ToArray() : [];
        var signature = Sign(bytes);
        Directory.CreateDirectory(Path.GetDirectoryName(signatures)!);
        File.WriteAllLines(signatures, known.Where(s => s != signature).TakeLast(Kept - 1).Append(signature));
    }

    private string Sign(byte[] bytes) => Convert.ToHexStringLower(HMACSHA256.HashData(key, bytes));
}
