// What a kernel says and does, whatever carries its messages: requests of the shell channel run one after another; the control
// channel answers at any time, so that a running cell can be stopped and an editor gets its completions meanwhile.

using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using NotebookHost.Session;

namespace NotebookHost.Jupyter;

/// <summary>The kernel behind every transport.</summary>
internal sealed class KernelHost(CSharpSession session, IKernelTransport transport)
{
    private readonly string sessionId = Guid.NewGuid().ToString("N");
    private readonly ShellRequests requests = new(session);
    private readonly Channel<Request> queue = Channel.CreateUnbounded<Request>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource shutdown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<string>? question;
    private long received;
    private long abortUpTo;

    /// <summary>The most text that one cell may stream, in characters.</summary>
    internal long StreamLimit { get; init; } = JupyterSink.MaximumStream;

    /// <summary>The longest text of one displayed value, in characters.</summary>
    internal long ValueLimit { get; init; } = JupyterSink.MaximumValue;

    /// <summary>Whether drawings travel as HTML, too, for front ends that strip SVG.</summary>
    internal bool PicturesAsHtml { get; init; } = true;

    /// <summary>Completes the run, as a shutdown request does.</summary>
    internal TaskCompletionSource Ended => shutdown;

    /// <summary>Answers requests until a shutdown request comes.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await using var registration = cancellationToken.Register(() => shutdown.TrySetResult());
        var work = Task.Run(Work, CancellationToken.None);
        if (await Task.WhenAny(shutdown.Task, work).ConfigureAwait(false) == work)
        {
            // It ends by itself only when it fails; a kernel that answers no more should not live on.
            await work.ConfigureAwait(false);
        }

        queue.Writer.TryComplete();
        session.Interrupt();
        await Task.WhenAny(work, Task.Delay(500, CancellationToken.None)).ConfigureAwait(false);
    }

    /// <summary>Takes no further request.</summary>
    internal void Close()
    {
        shutdown.TrySetResult();
        queue.Writer.TryComplete();
    }

    /// <summary>Takes a request of the shell channel.</summary>
    internal void TakeShell(object peer, JupyterMessage message) =>
        queue.Writer.TryWrite(new Request(peer, message, Interlocked.Increment(ref received), KernelChannel.Shell));

    /// <summary>Takes a request of the control channel.</summary>
    internal void TakeControl(object peer, JupyterMessage message)
    {
        var request = new Request(peer, message, 0, KernelChannel.Control);
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
                // A slow answer must not hold up an interrupt.
                _ = Task.Run(() =>
                {
                    AnswerOrRefuse(request);
                    Publish("status", Status("idle"), message.Header);
                });
                return;
        }

        Publish("status", Status("idle"), message.Header);
    }

    /// <summary>Takes the person's answer to a cell's question.</summary>
    internal void TakeAnswer(JupyterMessage message)
    {
        if (message.Type == "input_reply")
        {
            question?.TrySetResult((string?)message.Content["value"] ?? "");
        }
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
            catch (Exception exception) when (IsBadContent(exception))
            {
                Refuse(request, exception);
            }

            Publish("status", Status("idle"), request.Message.Header);
        }
    }

    private async Task Handle(Request request)
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
                Answer(request);
                break;
        }
    }

    private async Task Execute(Request request)
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

        var sink = new JupyterSink((type, body) => Publish(type, body, request.Message.Header), (prompt, hidden) => mayAsk ? Ask(request, prompt, hidden) : null, number, silent)
        {
            StreamLimit = StreamLimit,
            ValueLimit = ValueLimit,
            PicturesAsHtml = PicturesAsHtml,
        };
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

    private string Ask(Request request, string prompt, bool hidden)
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        question = answer;
        if (!transport.Ask(request.Peer, Message("input_request", new JsonObject { ["prompt"] = prompt, ["password"] = hidden }, request.Message.Header, request.Message.Identities)))
        {
            throw new NotSupportedException("The front end has no channel for questions: nobody can answer.");
        }

        answer.Task.Wait(session.Stopped);
        return answer.Task.Result;
    }

    private void AnswerOrRefuse(Request request)
    {
        try
        {
            Answer(request);
        }
        catch (Exception exception) when (IsBadContent(exception))
        {
            Refuse(request, exception);
        }
    }

    private void Answer(Request request)
    {
        if (requests.Answer(request.Message.Type, request.Message.Content) is { } content)
        {
            Reply(request, content);
        }
    }

    // A request whose content is not what the protocol says.
    private static bool IsBadContent(Exception exception) => exception is InvalidOperationException or FormatException or InvalidCastException or ArgumentException;

    private void Refuse(Request request, Exception exception) =>
        Reply(request, Failure("BadRequest", $"The content of this {request.Message.Type} is not understood: {exception.Message}"));

    private void Shutdown(Request request)
    {
        Reply(request, new JsonObject { ["status"] = "ok", ["restart"] = (bool?)request.Message.Content["restart"] ?? false });
        Publish("status", Status("idle"), request.Message.Header);
        shutdown.TrySetResult();
    }

    private void Reply(Request request, JsonObject content) => transport.Reply(
        request.Peer,
        request.Channel,
        Message(request.Message.Type.Replace("_request", "_reply", StringComparison.Ordinal), content, request.Message.Header, request.Message.Identities));

    private void Publish(string type, JsonObject content, JsonObject parent) =>
        transport.Publish(Message(type, content, parent, [Encoding.ASCII.GetBytes("kernel." + type)]));

    private JupyterMessage Message(string type, JsonObject content, JsonObject parent, IReadOnlyList<byte[]> identities) =>
        new(identities, JupyterMessage.NewHeader(type, sessionId), (JsonObject)parent.DeepClone(), [], content);

    private static JsonObject Status(string state) => new() { ["execution_state"] = state };

    private static JsonObject Failure(string name, string sentence) => new() { ["status"] = "error", ["ename"] = name, ["evalue"] = sentence, ["traceback"] = new JsonArray() };

    private sealed record Request(object Peer, JupyterMessage Message, long Number, KernelChannel Channel);
}
