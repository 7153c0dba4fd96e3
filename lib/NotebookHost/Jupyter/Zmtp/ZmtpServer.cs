// A bound socket: it takes connections and hands over their messages. ROUTER, PUB and REP are what a kernel needs.

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace NotebookHost.Jupyter.Zmtp;

/// <summary>A listening ZMTP socket.</summary>
internal sealed class ZmtpServer : IDisposable
{
    private readonly string type;
    private readonly Socket listener;
    private readonly Action<ZmtpPeer, List<byte[]>> received;
    private readonly ConcurrentDictionary<ZmtpPeer, byte> peers = new();
    private readonly CancellationTokenSource closed = new();

    /// <param name="type">ROUTER, PUB or REP.</param>
    /// <param name="endpoint">Where to listen.</param>
    /// <param name="received">Called with each message; calls of one peer come in order.</param>
    internal ZmtpServer(string type, EndPoint endpoint, Action<ZmtpPeer, List<byte[]>> received)
    {
        this.type = type;
        this.received = received;
        listener = endpoint is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(endpoint);
        listener.Listen(256);
        _ = Task.Run(Accept);
    }

    internal int Port => ((IPEndPoint)listener.LocalEndPoint!).Port;

    internal int PeerCount => peers.Count;

    /// <summary>Sends to every peer that subscribed to the first frame's topic.</summary>
    internal void Publish(IReadOnlyList<byte[]> message)
    {
        byte[]? encoded = null;
        foreach (var peer in peers.Keys)
        {
            if (peer.Wants(message[0]))
            {
                peer.Send(encoded ??= ZmtpFrames.Encode(message));
            }
        }
    }

    /// <summary>The peer of that identity, or null.</summary>
    internal ZmtpPeer? Find(byte[] identity) => peers.Keys.FirstOrDefault(p => p.Identity.AsSpan().SequenceEqual(identity));

    /// <summary>Waits until what was sent has left.</summary>
    internal Task Drain() => Task.WhenAll(peers.Keys.Select(p => p.Drain(TimeSpan.FromSeconds(2))));

    public void Dispose()
    {
        closed.Cancel();
        listener.Dispose();
        foreach (var peer in peers.Keys)
        {
            peer.Dispose();
        }
    }

    private async Task Accept()
    {
        while (!closed.IsCancellationRequested)
        {
            try
            {
                var socket = await listener.AcceptAsync(closed.Token).ConfigureAwait(false);
                _ = Task.Run(() => Serve(new ZmtpPeer(socket)));
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // A client that gave up before it was taken, or no handle left: the next one may have more luck.
                await Task.Delay(20).ConfigureAwait(false);
            }
        }
    }

    private async Task Serve(ZmtpPeer peer)
    {
        try
        {
            await peer.Handshake(type, closed.Token).ConfigureAwait(false);
            peers[peer] = 0;
            while (await peer.Read().ConfigureAwait(false) is { } message)
            {
                if (type == "PUB")
                {
                    peer.Subscribe(message[0]);
                }
                else
                {
                    received(peer, message);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ZmtpException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The peer left or spoke nonsense; either way it is done with.
        }
        finally
        {
            peers.TryRemove(peer, out _);
            peer.Dispose();
        }
    }
}
