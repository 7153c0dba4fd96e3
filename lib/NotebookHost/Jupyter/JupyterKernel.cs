// The C# kernel over Jupyter's five sockets.

using System.Text;
using NotebookHost.Display;
using NotebookHost.Headless;
using NotebookHost.Jupyter.Zmtp;
using NotebookHost.Session;

namespace NotebookHost.Jupyter;

/// <summary>A kernel for Jupyter front ends.</summary>
public sealed class JupyterKernel : IDisposable, IKernelTransport
{
    private readonly byte[] key;
    private readonly CSharpSession session = new();
    private readonly KernelHost host;
    private readonly ZmtpServer shell;
    private readonly ZmtpServer control;
    private readonly ZmtpServer stdin;
    private readonly ZmtpServer iopub;
    private readonly ZmtpServer heartbeat;

    /// <summary>Listens on the ports of a connection file; port 0 takes any free one.</summary>
    public JupyterKernel(ConnectionFile connection)
    {
        key = Encoding.UTF8.GetBytes(connection.Key);
        host = new KernelHost(session, this);
        iopub = new ZmtpServer("PUB", connection.EndPoint(connection.IopubPort), (_, _) => { });
        heartbeat = new ZmtpServer("REP", connection.EndPoint(connection.HeartbeatPort), (peer, message) => peer.Send(ZmtpFrames.Encode(message)));
        stdin = new ZmtpServer("ROUTER", connection.EndPoint(connection.StdinPort), (_, frames) => Take(frames, host.TakeAnswer));
        control = new ZmtpServer("ROUTER", connection.EndPoint(connection.ControlPort), (peer, frames) => Take(frames, m => host.TakeControl(peer, m)));
        shell = new ZmtpServer("ROUTER", connection.EndPoint(connection.ShellPort), (peer, frames) => Take(frames, m => host.TakeShell(peer, m)));
        Connection = connection.Transport == "tcp"
            ? connection with { IopubPort = iopub.Port, HeartbeatPort = heartbeat.Port, StdinPort = stdin.Port, ControlPort = control.Port, ShellPort = shell.Port }
            : connection;
    }

    /// <summary>The ports in use.</summary>
    public ConnectionFile Connection { get; }

    internal int Clients => shell.PeerCount;

    /// <summary>Runs a kernel until a front end shuts it down or the front end's process ends.</summary>
    /// <param name="connectionFile">The file that the front end wrote.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="InvalidDataException">The file is missing or not a connection file.</exception>
    public static int Run(string connectionFile)
    {
        using var kernel = new JupyterKernel(ConnectionFile.Load(connectionFile));
        ChildFailures.Watch();
        TextWindow.Current = TextWindow.From(Environment.GetEnvironmentVariable);
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            kernel.session.Interrupt();
        };
        ChildStart.OfferToTheSystem(Environment.ProcessId);
        ParentWatch.Start(kernel.host.Ended);
        _ = kernel.session.WarmUpAsync();
        return ChildFailures.Serve(() => kernel.RunAsync());
    }

    /// <summary>Answers requests until a shutdown request comes.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await host.RunAsync(cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(shell.Drain(), control.Drain(), iopub.Drain()).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        host.Close();
        foreach (var server in new[] { shell, control, stdin, iopub, heartbeat })
        {
            server.Dispose();
        }

        session.Dispose();
    }

    void IKernelTransport.Reply(object peer, KernelChannel channel, JupyterMessage message) => ((ZmtpPeer)peer).Send(ZmtpFrames.Encode(message.Write(key)));

    void IKernelTransport.Publish(JupyterMessage message) => iopub.Publish(message.Write(key));

    bool IKernelTransport.Ask(object peer, JupyterMessage message)
    {
        if (stdin.Find(((ZmtpPeer)peer).Identity) is not { } asked)
        {
            return false;
        }

        asked.Send(ZmtpFrames.Encode(message.Write(key)));
        return true;
    }

    private void Take(List<byte[]> frames, Action<JupyterMessage> take)
    {
        if (JupyterMessage.Read(frames, key) is { } message)
        {
            take(message);
        }
    }
}
