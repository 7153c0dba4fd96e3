// The file that a front end writes before it starts a kernel: addresses, ports, key.

using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookHost.Jupyter;

/// <summary>Where a kernel listens and how it signs.</summary>
public sealed record ConnectionFile
{
    /// <summary><c>tcp</c> or <c>ipc</c>.</summary>
    public string Transport { get; init; } = "tcp";

    /// <summary>The address, or for <c>ipc</c> the beginning of the socket files' names.</summary>
    public string Ip { get; init; } = "127.0.0.1";

    /// <summary>The key of the signatures; empty for none.</summary>
    public string Key { get; init; } = "";

    /// <summary>The port of requests.</summary>
    public int ShellPort { get; init; }

    /// <summary>The port of outputs.</summary>
    public int IopubPort { get; init; }

    /// <summary>The port of questions to the person.</summary>
    public int StdinPort { get; init; }

    /// <summary>The port of interrupt and shutdown.</summary>
    public int ControlPort { get; init; }

    /// <summary>The port of the heartbeat.</summary>
    public int HeartbeatPort { get; init; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">The file is missing or not a connection file.</exception>
    public static ConnectionFile Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"There is no connection file {path}; a front end such as Jupyter writes it and starts the kernel itself.");
        }

        // A pipe or a device has no length, and reading one could wait for ever.
        if (new FileInfo(path).Length == 0)
        {
            throw new InvalidDataException($"{path} is empty, or a pipe or a device, not the connection file that a front end such as Jupyter writes.");
        }

        try
        {
            var json = JsonNode.Parse(File.ReadAllText(path))!;
            var scheme = (string?)json["signature_scheme"] ?? "hmac-sha256";
            if (scheme != "hmac-sha256")
            {
                throw new InvalidDataException($"{path}: the signature scheme \"{scheme}\" is unknown; hmac-sha256 is expected.");
            }

            return new ConnectionFile
            {
                Transport = (string?)json["transport"] ?? "tcp",
                Ip = (string?)json["ip"] ?? "127.0.0.1",
                Key = (string?)json["key"] ?? "",
                ShellPort = Port("shell_port"),
                IopubPort = Port("iopub_port"),
                StdinPort = Port("stdin_port"),
                ControlPort = Port("control_port"),
                HeartbeatPort = Port("hb_port"),
            };

            int Port(string name) => (int?)json[name] ?? throw new InvalidDataException($"{path}: the connection file lacks \"{name}\".");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or NullReferenceException)
        {
            throw new InvalidDataException($"{path} is not a connection file: it is JSON that Jupyter writes.", exception);
        }
    }

    internal EndPoint EndPoint(int port) => Transport switch
    {
        "tcp" => new IPEndPoint(Ip is "*" or "0.0.0.0" ? IPAddress.Any : IPAddress.TryParse(Ip, out var address) ? address : Dns.GetHostAddresses(Ip)[0], port),
        "ipc" => new UnixDomainSocketEndPoint($"{Ip}-{port}"),
        _ => throw new InvalidDataException($"The transport \"{Transport}\" is unknown; tcp or ipc is expected."),
    };
}
