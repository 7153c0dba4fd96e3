// A small Jupyter front end: DEALER, SUB and REQ sockets over ZMTP, written for the tests.

using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using NotebookHost.Jupyter;
using NotebookHost.Jupyter.Zmtp;

namespace Tests;

internal sealed class FrontEnd : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly NetworkStream shell;
    private readonly NetworkStream control;
    private readonly NetworkStream iopub;
    private readonly NetworkStream heartbeat;
    private readonly string session = Guid.NewGuid().ToString("N");

    private FrontEnd(NetworkStream shell, NetworkStream control, NetworkStream iopub, NetworkStream heartbeat, byte[] key)
    {
        (this.shell, this.control, this.iopub, this.heartbeat) = (shell, control, iopub, heartbeat);
        Key = key;
    }

    public byte[] Key { get; set; }

    public string LastId { get; private set; } = "";

    /// <param name="connection">The kernel's ports.</param>
    /// <param name="key">The key of the signatures.</param>
    /// <param name="ready">Whether to wait for the kernel's first answer and the subscription.</param>
    public static async Task<FrontEnd> Connect(ConnectionFile connection, byte[] key, bool ready = true)
    {
        var client = new FrontEnd(
            await Open(connection.ShellPort, "DEALER"),
            await Open(connection.ControlPort, "DEALER"),
            await Open(connection.IopubPort, "SUB"),
            await Open(connection.HeartbeatPort, "REQ"),
            key);
        await client.iopub.WriteAsync(ZmtpFrames.Encode([1], more: false));
        if (!ready)
        {
            return client;
        }

        // A subscription travels on its own: a request that is seen to be published proves that it arrived.
        while (true)
        {
            await client.Send("kernel_info_request", []);
            if (!key.AsSpan().SequenceEqual("secret"u8))
            {
                return client;
            }

            await client.Reply("kernel_info_reply");
            if (client.iopub.DataAvailable)
            {
                await client.PublishedUntilIdle();
                return client;
            }

            await Task.Yield();
        }
    }

    public async Task Send(string type, JsonObject content, bool control = false)
    {
        var header = JupyterMessage.NewHeader(type, session);
        LastId = (string)header["msg_id"]!;
        var frames = new JupyterMessage([], header, [], [], content).Write(Key);
        await (control ? this.control : shell).WriteAsync(ZmtpFrames.Encode(frames));
    }

    public void SendRaw(List<byte[]> frames) => shell.Write(ZmtpFrames.Encode(frames));

    /// <summary>Sends four parts that need not be a message, with a good signature.</summary>
    public void SendSigned(params string[] parts)
    {
        List<byte[]> bodies = [.. parts.Select(Encoding.UTF8.GetBytes)];
        using var hmac = System.Security.Cryptography.IncrementalHash.CreateHMAC(System.Security.Cryptography.HashAlgorithmName.SHA256, Key);
        bodies.ForEach(hmac.AppendData);
        SendRaw(["<IDS|MSG>"u8.ToArray(), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hmac.GetHashAndReset())), .. bodies]);
    }

    public async Task<JsonObject> Reply(string type, bool control = false)
    {
        while (true)
        {
            var message = await Read(control ? this.control : shell);
            if ((string?)message["header"]!["msg_type"] == type && (string?)message["parent_header"]!["msg_id"] == LastId || type == "execute_reply" && (string?)message["header"]!["msg_type"] == type)
            {
                return message;
            }
        }
    }

    public async Task<JsonObject> Published(string type)
    {
        while (true)
        {
            var message = await Read(iopub);
            if ((string?)message["header"]!["msg_type"] == type)
            {
                return message;
            }
        }
    }

    /// <summary>What was published about the last request, up to its idle.</summary>
    public async Task<List<JsonObject>> PublishedUntilIdle()
    {
        List<JsonObject> messages = [];
        while (true)
        {
            var message = await Read(iopub);
            if ((string?)message["parent_header"]!["msg_id"] != LastId)
            {
                continue;
            }

            messages.Add(message);
            if ((string?)message["content"]!["execution_state"] == "idle")
            {
                return messages;
            }
        }
    }

    public async Task<string> Heartbeat(string text)
    {
        await heartbeat.WriteAsync(ZmtpFrames.Encode(new List<byte[]> { Array.Empty<byte>(), Encoding.UTF8.GetBytes(text) }));
        return Encoding.UTF8.GetString((await Frames(heartbeat))[^1]);
    }

    public void Dispose()
    {
        foreach (var stream in new[] { shell, control, iopub, heartbeat })
        {
            stream.Dispose();
        }
    }

    private static async Task<NetworkStream> Open(int port, string type)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var stream = new NetworkStream(socket, ownsSocket: true);
        await stream.WriteAsync(ZmtpFrames.Greeting());
        await stream.ReadExactlyAsync(new byte[ZmtpFrames.GreetingLength]);
        await stream.WriteAsync(ZmtpFrames.Ready(type));
        Assert.True((await ZmtpFrames.Read(stream, 1 << 16, CancellationToken.None)).IsCommand);
        return stream;
    }

    private static async Task<List<byte[]>> Frames(NetworkStream stream)
    {
        using var limit = new CancellationTokenSource(Limit);
        List<byte[]> frames = [];
        while (true)
        {
            var frame = await ZmtpFrames.Read(stream, 1L << 30, limit.Token);
            frames.Add(frame.Body);
            if (!frame.More)
            {
                return frames;
            }
        }
    }

    private static async Task<JsonObject> Read(NetworkStream stream)
    {
        var frames = await Frames(stream);
        var at = frames.FindIndex(f => f.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        return new JsonObject
        {
            ["header"] = JsonNode.Parse(frames[at + 2]),
            ["parent_header"] = JsonNode.Parse(frames[at + 3]),
            ["content"] = JsonNode.Parse(frames[at + 5]),
        };
    }
}
