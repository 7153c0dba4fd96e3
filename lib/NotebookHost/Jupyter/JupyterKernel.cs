// The C# kernel: Jupyter's five channels over one session. Requests of the shell channel run one after another; control and
// heartbeat answer at any time, so that a running cell can be stopped.

using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using NotebookHost.Jupyter.Zmtp;
using NotebookHost.Session;

namespace NotebookHost.Jupyter;

/// <summary>A kernel for Jupyter front ends.</summary>
public sealed class JupyterKernel : IDisposable
{
    private readonly byte[] key;
    private readonly string sessionId = Guid.NewGuid().ToString("N");
    private readonly CSharpSession session = new();
    private readonly ShellRequests requests;
    private readonly Channel<ShellMessage> queue = Channel.CreateUnbounded<ShellMessage>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource shutdown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ZmtpServer shell;
    private readonly ZmtpServer control;
    private readonly ZmtpServer stdin;
    private readonly ZmtpServer iopub;
    private readonly ZmtpServer heartbeat;
    private TaskCompletionSource<string>? question;
    private long received;
    private long abortUpTo;

    /// <summary>Listens on the ports of a connection file; port 0 takes any free one.</summary>
    public JupyterKernel(ConnectionFile connection)
    {
        key = Encoding.UTF8.GetBytes(connection.Key);
        requests = new ShellRequests(session);
        iopub = new ZmtpServer("PUB", connection.EndPoint(connection.IopubPort), (_, _) => { });
        heartbeat = new ZmtpServer("REP", connection.EndPoint(connection.HeartbeatPort), (peer, message) => peer.Send(ZmtpFrames.Encode(message)));
        stdin = new ZmtpServer("ROUTER", connection.EndPoint(connection.StdinPort), TakeAnswer);
        control = new ZmtpServer("ROUTER", connection.EndPoint(connection.ControlPort), TakeControl);
        shell = new ZmtpServer("ROUTER", connection.EndPoint(connection.ShellPort), TakeShell);
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
        ExceptionHandling.SetUnhandledExceptionHandler(exception =>
        {
            Console.Error.WriteLine($"A background thread failed: {exception.GetType().Name}: {exception.Message}");
            return true;
        });
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            kernel.session.Interrupt();
        };
        ParentWatch.Start(kernel.shutdown);
        _ = kernel.session.WarmUpAsync();
        kernel.RunAsync().GetAwaiter().GetResult();
        return 0;
    }

    /// <summary>Answers requests until a shutdown request comes.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await using var registration = cancellationToken.Register(() => shutdown.TrySetResult());
        var work = Task.Run(Work, CancellationToken.None);
        await shutdown.Task.ConfigureAwait(false);
        queue.Writer.TryComplete();
        session.Interrupt();
        await Task.WhenAny(work, Task.Delay(500, CancellationToken.None)).ConfigureAwait(false);
        await Task.WhenAll(shell.Drain(), control.Drain(), iopub.Drain()).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        shutdown.TrySetResult();
        queue.Writer.TryComplete();
        foreach (var server in new[] { shell, control, stdin, iopub, heartbeat })
        {
            server.Dispose();
        }

        session.Dispose();
    }

    private async Task Work()
    {
        await foreach (var request in queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            Publish("status", Status("busy"), request.Message.Header);
            try
            {
                await Handle(request).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is InvalidOperationException or FormatException or InvalidCastException or ArgumentException)
            {
                // A request whose content is not what the protocol says.
                Reply(request, Failure("BadRequest", $"The content of this {request.Message.Type} is not understood: {exception.Message}"));
            }

            Publish("status", Status("idle"), request.Message.Header);
        }
    }

    private async Task Handle(ShellMessage request)
    {
        var message = request.Message;
        switch (message.Type)
        {
            case "execute_request" when request.Number <= Interlocked.Read(ref abortUpTo):
                Reply(request, new JsonObject { ["status"] = "aborted", ["execution_count"] = session.ExecutionCount, ["user_expressions"] = new JsonObject() });
                break;
            case "execute_request":
                await Execute(request).ConfigureAwait(false);
                break;
            case "shutdown_request":
                Shutdown(request);
                break;
            case "comm_open":
                // No widgets here: the other side is told that its comm is closed.
                Publish("comm_close", new JsonObject { ["comm_id"] = message.Content["comm_id"]?.DeepClone(), ["data"] = new JsonObject() }, message.Header);
                break;
            case "comm_msg" or "comm_close":
                break;
            default:
                if (requests.Answer(message.Type, message.Content) is { } content)
                {
                    Reply(request, content);
                }

                break;
        }
    }

    private async Task Execute(ShellMessage request)
    {
        var content = request.Message.Content;
        var code = (string?)content["code"] ?? "";
        var silent = (bool?)content["silent"] ?? false;
        var store = !silent && ((bool?)content["store_history"] ?? true);
        var mayAsk = (bool?)content["allow_stdin"] ?? false;
        var number = session.ExecutionCount + (store ? 1 : 0);
        if (!silent)
        {
            Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = number }, request.Message.Header);
        }

        if (store)
        {
            requests.Remember(number, code);
        }

        if (requests.Page(code) is { } page)
        {
            Reply(request, new JsonObject { ["status"] = "ok", ["execution_count"] = number, ["user_expressions"] = new JsonObject(), ["payload"] = new JsonArray(page) });
            return;
        }

        var sink = new JupyterSink((type, body) => Publish(type, body, request.Message.Header), (prompt, hidden) => mayAsk ? Ask(request, prompt, hidden) : null, number, silent);
        var result = code.Trim().Length == 0 ? new CellResult(number, null, TimeSpan.Zero) : await session.RunAsync(code, sink, silent: !store).ConfigureAwait(false);
        if (result.Error is { } error)
        {
            if ((bool?)content["stop_on_error"] ?? true)
            {
                Interlocked.Exchange(ref abortUpTo, Interlocked.Read(ref received));
            }

            var reply = JupyterSink.Content(error);
            reply["status"] = "error";
            reply["execution_count"] = number;
            reply["user_expressions"] = new JsonObject();
            reply["payload"] = new JsonArray();
            Reply(request, reply);
            return;
        }

        Reply(request, new JsonObject
        {
            ["status"] = "ok",
            ["execution_count"] = number,
            ["user_expressions"] = await requests.Evaluate(content["user_expressions"] as JsonObject).ConfigureAwait(false),
            ["payload"] = new JsonArray(),
        });
    }

    private string Ask(ShellMessage request, string prompt, bool hidden)
    {
        var peer = stdin.Find(request.Peer.Identity) ?? throw new NotSupportedException("The front end has no channel for questions: nobody can answer.");
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        question = answer;
        Send(peer, "input_request", new JsonObject { ["prompt"] = prompt, ["password"] = hidden }, request.Message);
        answer.Task.Wait(session.Stopped);
        return answer.Task.Result;
    }

    private void TakeShell(ZmtpPeer peer, List<byte[]> frames)
    {
        if (JupyterMessage.Read(frames, key) is { } message)
        {
            queue.Writer.TryWrite(new ShellMessage(peer, message, Interlocked.Increment(ref received)));
        }
    }

    private void TakeControl(ZmtpPeer peer, List<byte[]> frames)
    {
        if (JupyterMessage.Read(frames, key) is not { } message)
        {
            return;
        }

        var request = new ShellMessage(peer, message, 0);
        Publish("status", Status("busy"), message.Header);
        switch (message.Type)
        {
            case "interrupt_request":
                session.Interrupt();
                Reply(request, new JsonObject { ["status"] = "ok" });
                break;
            case "shutdown_request":
                Shutdown(request);
                return;
            case "debug_request":
                Reply(request, Failure("NotSupported", "This kernel has no debugger."));
                break;
            default:
                if (requests.Answer(message.Type, message.Content) is { } content)
                {
                    Reply(request, content);
                }

                break;
        }

        Publish("status", Status("idle"), message.Header);
    }

    private void TakeAnswer(ZmtpPeer peer, List<byte[]> frames)
    {
        if (JupyterMessage.Read(frames, key) is { Type: "input_reply" } message)
        {
            question?.TrySetResult((string?)message.Content["value"] ?? "");
        }
    }

    private void Shutdown(ShellMessage request)
    {
        Reply(request, new JsonObject { ["status"] = "ok", ["restart"] = (bool?)request.Message.Content["restart"] ?? false });
        Publish("status", Status("idle"), request.Message.Header);
        shutdown.TrySetResult();
    }

    private void Reply(ShellMessage request, JsonObject content) =>
        Send(request.Peer, request.Message.Type.Replace("_request", "_reply", StringComparison.Ordinal), content, request.Message);

    private void Send(ZmtpPeer peer, string type, JsonObject content, JupyterMessage parent) =>
        peer.Send(ZmtpFrames.Encode(new JupyterMessage(parent.Identities, JupyterMessage.NewHeader(type, sessionId), (JsonObject)parent.Header.DeepClone(), [], content).Write(key)));

    private void Publish(string type, JsonObject content, JsonObject parent) =>
        iopub.Publish(new JupyterMessage([Encoding.ASCII.GetBytes("kernel." + type)], JupyterMessage.NewHeader(type, sessionId), (JsonObject)parent.DeepClone(), [], content).Write(key));

    private static JsonObject Status(string state) => new() { ["execution_state"] = state };

    private static JsonObject Failure(string name, string sentence) => new() { ["status"] = "error", ["ename"] = name, ["evalue"] = sentence, ["traceback"] = new JsonArray() };

    private sealed record ShellMessage(ZmtpPeer Peer, JupyterMessage Message, long Number);
}
