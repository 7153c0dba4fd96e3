using System.Security.Cryptography;

namespace ConvNets.Data.Download;

/// <summary>Check sums of files.</summary>
internal static class CheckSums
{
    /// <summary>SHA-256 and MD5 in lower-case hexadecimal, in one reading. MD5 is what some publishers state; it guards against damage only.</summary>
    public static async Task<(string Sha256, string Md5)> OfAsync(string path, CancellationToken cancellation)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan | FileOptions.Asynchronous);
        var buffer = new byte[1 << 18];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            sha256.AppendData(buffer, 0, read);
            md5.AppendData(buffer, 0, read);
        }
        return (Convert.ToHexStringLower(sha256.GetHashAndReset()), Convert.ToHexStringLower(md5.GetHashAndReset()));
    }
}
