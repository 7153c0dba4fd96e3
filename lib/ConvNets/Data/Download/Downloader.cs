// Fetches one file: into NAME.part beside the target, resumed by range where the server allows it, retried with growing pauses over all mirrors,
// checked, and only then renamed. Whatever happens, the target's name never stands for half a file.
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace ConvNets.Data.Download;

/// <summary>Downloads files with verification.</summary>
internal sealed class Downloader(HttpClient client, DownloadOptions options)
{
    /// <summary>Files of unknown length are cut off here.</summary>
    private const long MaxBytes = 16L << 30;

    /// <summary>Brings a file to <paramref name="target"/>, unless it is there already and sound.</summary>
    /// <exception cref="DataException">No mirror gave a sound file; the sentence says what to do by hand.</exception>
    public async Task FetchAsync(CatalogueFile file, string target, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        if (File.Exists(target))
        {
            if (await CheckAsync(file, target, progress, cancellation) is not { } wrong)
                return;
            throw new DataException($"{target}: {wrong}; remove it or put a sound copy of {file.Urls[0]} there.");
        }

        var part = target + ".part";
        var troubles = new List<string>();
        var unreachable = 0;
        for (var attempt = 0; attempt < options.Attempts; attempt++)
        {
            // Where not one mirror's name can be resolved there is no network, and patience would not bring it.
            if (unreachable == file.Urls.Count)
                break;
            if (attempt > 0)
            {
                progress?.Report(new DownloadProgress(file.Name, $"waiting to try again ({troubles[^1]})", 0, null, 0));
                await Task.Delay(Pause(attempt), cancellation);
            }
            var url = file.Urls[attempt % file.Urls.Count];
            try
            {
                await ReadAsync(file, url, part, progress, cancellation);
                if (await CheckAsync(file, part, progress, cancellation) is not { } wrong)
                {
                    File.Move(part, target, overwrite: true);
                    return;
                }
                // Bytes that came are not the right ones: begin anew.
                File.Delete(part);
                troubles.Add($"{Host(url)}: {wrong}");
            }
            catch (Exception error) when (IsTrouble(error, cancellation))
            {
                troubles.Add($"{Host(url)}: {Reason(error)}");
                unreachable = attempt == unreachable && IsUnresolved(error) ? unreachable + 1 : 0;
            }
        }
        throw new DataException(
            $"{file.Name} could not be downloaded ({string.Join("; ", troubles.Distinct().Take(4))}); fetch {file.Urls[0]} by other means, put it at {target}, and run the command again.");
    }

    /// <summary>What is wrong with a file; null for nothing.</summary>
    public static async Task<string?> CheckAsync(CatalogueFile file, string path, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        var length = DataFile.Length(path);
        if (file.Bytes is { } bytes && length != bytes)
            return $"has {length} bytes instead of {bytes}";
        progress?.Report(new DownloadProgress(file.Name, "checking", length, length, 0));
        var (sha256, md5) = await CheckSums.OfAsync(path, cancellation);
        if (file.Sha256 is { Count: > 0 } expected)
            return expected.Contains(sha256, StringComparer.OrdinalIgnoreCase) ? null : $"has the SHA-256 {sha256} instead of {expected[0]}";
        return file.Md5 is not { Count: > 0 } sums || sums.Contains(md5, StringComparer.OrdinalIgnoreCase) ? null : $"has the MD5 {md5} instead of {sums[0]}";
    }

    private async Task ReadAsync(CatalogueFile file, string url, string part, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        await using var stream = new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        var have = stream.Length;
        if (file.Bytes is { } whole && have >= whole)
            have = have == whole ? have : 0;
        if (have > 0 && have == file.Bytes)
            return;

        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (have > 0)
            request.Headers.Range = new RangeHeaderValue(have, null);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.Silence);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            stream.SetLength(0);
            throw new HttpRequestException("the server has fewer bytes than were fetched before");
        }
        response.EnsureSuccessStatusCode();

        var resumed = response.StatusCode == HttpStatusCode.PartialContent;
        if (resumed && response.Content.Headers.ContentRange?.From != have)
            throw new HttpRequestException("the server sent another range than asked for");
        if (!resumed)
            have = 0;
        var total = resumed ? response.Content.Headers.ContentRange?.Length : response.Content.Headers.ContentLength;
        if (file.Bytes is { } bytes && total is { } said && said != bytes)
            throw new HttpRequestException($"the server offers {said} bytes instead of {bytes}");

        stream.SetLength(have);
        stream.Position = have;
        await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
        await CopyAsync(file, body, stream, total, patience, progress);
        await stream.FlushAsync(cancellation);
        stream.Flush(flushToDisk: true);
        if (total is { } end && stream.Length != end)
            throw new HttpRequestException($"the connection ended after {stream.Length} of {end} bytes");
    }

    private async Task CopyAsync(
        CatalogueFile file, Stream body, FileStream stream, long? total, CancellationTokenSource patience, IProgress<DownloadProgress>? progress)
    {
        var buffer = new byte[1 << 17];
        var clock = Stopwatch.StartNew();
        var start = stream.Position;
        var shown = TimeSpan.FromSeconds(-1);
        while (true)
        {
            patience.CancelAfter(options.Silence);
            var read = await body.ReadAsync(buffer, patience.Token);
            if (read > 0)
            {
                if (stream.Position + read > (file.Bytes ?? MaxBytes))
                    throw new HttpRequestException($"the server sends more than {file.Bytes ?? MaxBytes} bytes");
                await stream.WriteAsync(buffer.AsMemory(0, read), patience.Token);
            }
            if (read == 0 || clock.Elapsed - shown > TimeSpan.FromMilliseconds(100))
            {
                shown = clock.Elapsed;
                var rate = (stream.Position - start) / Math.Max(1e-3, clock.Elapsed.TotalSeconds);
                progress?.Report(new DownloadProgress(file.Name, "downloading", stream.Position, total ?? file.Bytes, rate));
            }
            if (read == 0)
                return;
        }
    }

    private TimeSpan Pause(int attempt) => TimeSpan.FromSeconds(Math.Min(60, options.Backoff.TotalSeconds * Math.Pow(2, attempt - 1)));

    private static bool IsTrouble(Exception error, CancellationToken cancellation) =>
        error is HttpRequestException or HttpIOException || (error is OperationCanceledException && !cancellation.IsCancellationRequested)
        || (error is IOException && error is not (FileNotFoundException or DirectoryNotFoundException) && error.InnerException is not null);

    private static bool IsUnresolved(Exception error) => error is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError };

    private static string Reason(Exception error) => error switch
    {
        OperationCanceledException => "the server went silent",
        HttpRequestException { StatusCode: { } code } => $"the server answers {(int)code}",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "the name cannot be resolved; is there a network?",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "no connection; is there a network?",
        _ => error.Message.TrimEnd('.'),
    };

    private static string Host(string url) => new Uri(url).Authority;
}
