namespace ConvNets.Data.Download;

/// <summary>How far a download is.</summary>
/// <param name="File">The file.</param>
/// <param name="Stage">What is being done: waiting, downloading, checking, unpacking.</param>
/// <param name="Done">Bytes so far.</param>
/// <param name="Total">Bytes in all; null where not known.</param>
/// <param name="BytesPerSecond">The rate since the file began; 0 at first.</param>
public readonly record struct DownloadProgress(string File, string Stage, long Done, long? Total, double BytesPerSecond);

/// <summary>How patient a download is.</summary>
/// <param name="Attempts">Tries in all, going round the mirrors.</param>
/// <param name="Backoff">The pause before the second try; it doubles with every further one, up to a minute.</param>
/// <param name="Silence">How long a server may send nothing.</param>
public sealed record DownloadOptions(int Attempts, TimeSpan Backoff, TimeSpan Silence)
{
    /// <summary>Six tries, pauses from one second on, half a minute of silence.</summary>
    public static DownloadOptions Default { get; } = new(6, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
}
