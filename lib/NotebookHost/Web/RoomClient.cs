// One window on a lesson: a WebSocket with a queue of what is still to be sent. A window that does not keep up is let go; it
// connects again and gets the state at that time.

using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace NotebookHost.Web;

/// <summary>A browser's window.</summary>
internal sealed class RoomClient(WebSocket socket)
{
    /// <summary>The longest message that a window may send, in bytes.</summary>
    internal const int MaximumMessage = 4 << 20;

    private const long MaximumBacklog = 128L << 20;

    private readonly Channel<byte[]> queue = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private long backlog;

    /// <summary>Queues a message; never waits.</summary>
    internal void Send(byte[] message)
    {
        if (Interlocked.Add(ref backlog, message.Length) > MaximumBacklog)
        {
            socket.Abort();
            return;
        }

        queue.Writer.TryWrite(message);
    }

    /// <summary>Serves the window until it closes; <paramref name="take"/> gets its messages one at a time.</summary>
    internal async Task Run(Action<string> take, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = SendQueued(ended.Token);
        try
        {
            await Receive(take, ended.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The window is gone, or the server ends.
        }
        finally
        {
            queue.Writer.TryComplete();
            await ended.CancelAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(false);
        }
    }

    private async Task Receive(Action<string> take, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 << 10];
        using var message = new MemoryStream();
        while (socket.State == WebSocketState.Open)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken).ConfigureAwait(false);
                return;
            }

            if (part.MessageType != WebSocketMessageType.Text)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.InvalidMessageType, "Messages are text.", cancellationToken).ConfigureAwait(false);
                return;
            }

            if (message.Length + part.Count > MaximumMessage)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.MessageTooBig, $"A message may have {MaximumMessage >> 20} MB.", cancellationToken).ConfigureAwait(false);
                return;
            }

            message.Write(buffer.AsSpan(0, part.Count));
            if (part.EndOfMessage)
            {
                take(Encoding.UTF8.GetString(message.GetBuffer().AsSpan(0, (int)message.Length)));
                message.SetLength(0);
            }
        }
    }

    private async Task SendQueued(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in queue.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken).ConfigureAwait(false);
                Interlocked.Add(ref backlog, -message.Length);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException or InvalidOperationException)
        {
            // The window is gone.
        }
    }
}
