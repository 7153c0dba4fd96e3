using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tests.Data;

/// <summary>A local HTTP server that does what each request's script says, in the order of the requests; the last script stays.</summary>
internal sealed class MisbehavingServer : IDisposable
{
    /// <summary>What to do with one request.</summary>
    /// <param name="Body">The file.</param>
    /// <param name="Status">0 answers properly, else this code.</param>
    /// <param name="CutAfter">Bytes after which the connection is closed.</param>
    /// <param name="StallAfter">Bytes after which nothing more comes.</param>
    /// <param name="IgnoreRange">Always sends the whole file.</param>
    /// <param name="ClaimedLength">The length in the header; null states the right one, -1 none.</param>
    /// <param name="Dribble">Sends byte by byte.</param>
    public sealed record Script(
        byte[] Body, int Status = 0, int? CutAfter = null, int? StallAfter = null, bool IgnoreRange = false, long? ClaimedLength = null, bool Dribble = false);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Queue<Script> scripts;
    private readonly CancellationTokenSource stop = new();

    public MisbehavingServer(params Script[] scripts)
    {
        this.scripts = new Queue<Script>(scripts);
        listener.Start();
        _ = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/file";

    /// <summary>The first byte that each request asked for.</summary>
    public List<long> RangesAsked { get; } = [];

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = ServeAsync(client);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var from = await ReadRequestAsync(stream);
                Script script;
                lock (scripts)
                {
                    RangesAsked.Add(from);
                    script = scripts.Count > 1 ? scripts.Dequeue() : scripts.Peek();
                }
                await AnswerAsync(stream, script, from);
            }
            catch (Exception error) when (error is IOException or OperationCanceledException) { }
        }
    }

    private static async Task<long> ReadRequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) > 0)
            text.Append((char)one[0]);
        var at = text.ToString().IndexOf("bytes=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : long.Parse(text.ToString()[(at + 6)..].Split('-')[0]);
    }

    private async Task AnswerAsync(NetworkStream stream, Script script, long from)
    {
        if (script.Status != 0)
        {
            await WriteAsync(stream, $"HTTP/1.1 {script.Status} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return;
        }
        var ranged = from > 0 && !script.IgnoreRange;
        if (ranged && from >= script.Body.Length)
        {
            await WriteAsync(stream, "HTTP/1.1 416 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return;
        }
        var body = ranged ? script.Body.AsMemory((int)from) : script.Body;
        var length = script.ClaimedLength ?? body.Length;
        await WriteAsync(stream,
            (ranged ? $"HTTP/1.1 206 Partial\r\nContent-Range: bytes {from}-{script.Body.Length - 1}/{script.Body.Length}\r\n" : "HTTP/1.1 200 OK\r\n")
            + (length >= 0 ? $"Content-Length: {length}\r\n" : "") + "Connection: close\r\n\r\n");
        var end = Math.Min(body.Length, script.CutAfter ?? script.StallAfter ?? body.Length);
        for (var sent = 0; sent < end;)
        {
            var step = script.Dribble ? 1 : Math.Min(1000, end - sent);
            await stream.WriteAsync(body.Slice(sent, step), stop.Token);
            sent += step;
        }
        if (script.StallAfter is not null)
            await Task.Delay(Timeout.Infinite, stop.Token);
        if (script.CutAfter is not null)
            stream.Socket.Close(0);
    }

    private static Task WriteAsync(NetworkStream stream, string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
        stop.Dispose();
    }
}
