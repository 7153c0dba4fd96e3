// One connected peer: its handshake, what it sends, and a queue of what it is sent. A peer that does not read has a bounded
// queue; when that stays full, the peer is dropped.

using System.Net.Sockets;
using System.Threading.Channels;

namespace NotebookHost.Jupyter.Zmtp;

internal sealed class ZmtpPeer : IDisposable
{
    private const long MaximumFrame = 1L << 30;
    private const int MaximumParts = 1000;
    private const long MaximumQueuedBytes = 512L << 20;

    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(30);

    private readonly Socket socket;
    private readonly NetworkStream stream;
    private readonly Channel<byte[]> outgoing = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource closed = new();
    private readonly List<byte[]> subscriptions = [];
    private long queued;

    internal ZmtpPeer(Socket socket)
    {
        this.socket = socket;
        if (socket.ProtocolType == ProtocolType.Tcp)
        {
            socket.NoDelay = true;
        }

        stream = new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>What the peer calls itself; the same on each of a client's sockets.</summary>
    internal byte[] Identity { get; private set; } = [];

    internal bool IsClosed => closed.IsCancellationRequested;

    /// <summary>Exchanges greeting and READY.</summary>
    internal async Task Handshake(string socketType, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closed.Token);
        limit.CancelAfter(HandshakeLimit);
        await stream.WriteAsync(ZmtpFrames.Greeting(), limit.Token).ConfigureAwait(false);
        var greeting = new byte[ZmtpFrames.GreetingLength];
        await stream.ReadExactlyAsync(greeting, limit.Token).ConfigureAwait(false);
        ZmtpFrames.CheckGreeting(greeting);
        await stream.WriteAsync(ZmtpFrames.Ready(socketType), limit.Token).ConfigureAwait(false);
        var frame = await ZmtpFrames.Read(stream, 1 << 16, limit.Token).ConfigureAwait(false);
        var (name, rest) = frame.IsCommand ? ZmtpFrames.Command(frame.Body) : ("", []);
        if (name != "READY")
        {
            throw new ZmtpException("The peer's first frame is not READY.");
        }

        Identity = ZmtpFrames.Properties(rest).GetValueOrDefault("Identity") ?? [];
        _ = Task.Run(Write, CancellationToken.None);
    }

    /// <summary>The next message; null when the peer is gone.</summary>
    internal async Task<List<byte[]>?> Read()
    {
        List<byte[]> message = [];
        while (true)
        {
            var frame = await ZmtpFrames.Read(stream, MaximumFrame, closed.Token).ConfigureAwait(false);
            if (frame.IsCommand)
            {
                Answer(frame.Body);
                continue;
            }

            message.Add(frame.Body);
            if (message.Count > MaximumParts)
            {
                throw new ZmtpException("A message has too many parts.");
            }

            if (!frame.More)
            {
                return message;
            }
        }
    }

    internal void Send(byte[] encoded)
    {
        if (Interlocked.Add(ref queued, encoded.Length) > MaximumQueuedBytes && queued > encoded.Length)
        {
            Dispose();
            return;
        }

        outgoing.Writer.TryWrite(encoded);
    }

    /// <summary>Takes a subscription of a SUB peer: 1 adds a prefix, 0 removes it.</summary>
    internal bool Subscribe(byte[] message)
    {
        lock (subscriptions)
        {
            if (message is [1, .. var added])
            {
                subscriptions.Add(added);
                return true;
            }

            if (message is [0, .. var removed])
            {
                subscriptions.RemoveAll(s => s.AsSpan().SequenceEqual(removed));
            }
        }

        return false;
    }

    internal bool Wants(ReadOnlySpan<byte> topic)
    {
        lock (subscriptions)
        {
            foreach (var prefix in subscriptions)
            {
                if (topic.StartsWith(prefix))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Waits until what was sent has left, for a short while.</summary>
    internal async Task Drain(TimeSpan limit)
    {
        outgoing.Writer.TryComplete();
        await Task.WhenAny(outgoing.Reader.Completion, Task.Delay(limit)).ConfigureAwait(false);
    }

    public void Dispose()
    {
        outgoing.Writer.TryComplete();
        closed.Cancel();
        stream.Dispose();
    }

    private void Answer(byte[] body)
    {
        var (name, rest) = ZmtpFrames.Command(body);
        switch (name)
        {
            case "SUBSCRIBE":
                Subscribe([1, .. rest]);
                break;
            case "CANCEL":
                Subscribe([0, .. rest]);
                break;
            case "PING" when rest.Length >= 2:
                Send(ZmtpFrames.Encode([4, .. "PONG"u8, .. rest[2..]], more: false, command: true));
                break;
        }
    }

    private async Task Write()
    {
        try
        {
            await foreach (var bytes in outgoing.Reader.ReadAllAsync(closed.Token).ConfigureAwait(false))
            {
                await stream.WriteAsync(bytes, closed.Token).ConfigureAwait(false);
                Interlocked.Add(ref queued, -bytes.Length);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            Dispose();
        }
    }
}
