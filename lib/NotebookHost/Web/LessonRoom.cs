// An open lesson: its working copy, its session and the windows on it. Every message passes here, so that the copy holds all
// outputs and a window that comes later, or comes back, sees what the others see. protocol.md lists the messages.

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Headless;
using NotebookHost.Jupyter;
using NotebookHost.Session;

namespace NotebookHost.Web;

/// <summary>One lesson that is open in at least one window, or whose session still lives.</summary>
internal sealed class LessonRoom : IDisposable
{
    /// <summary>The most output of one cell that is kept, in bytes; replaced displays do not count.</summary>
    internal const long CellOutputLimit = 32L << 20;

    private static readonly TimeSpan SavePause = TimeSpan.FromSeconds(1);

    private static readonly HashSet<string> ShellTypes = ["execute_request", "kernel_info_request", "history_request", "is_complete_request"];

    private static readonly HashSet<string> ControlTypes =
        ["interrupt_request", "complete_request", "inspect_request", "hover_request", "signature_request", "diagnostics_request"];

    private readonly Lock gate = new();
    private readonly Lesson lesson;
    private readonly WorkingCopy copy;
    private readonly Func<LessonRoom, Action<JsonObject>, Action<string>, SessionProcess> startSession;
    private readonly LessonView view;
    private readonly List<RoomClient> clients = [];
    private readonly OrderedDictionary<string, CellRun> runs = [];
    private readonly Dictionary<string, OutputRecorder> recorders = [];
    private readonly Dictionary<string, RoomClient> askers = [];
    private readonly Timer saving;
    private SessionProcess? session;
    private string state = "none";
    private string reason = "";
    private bool dirty;
    private int executed;

    internal LessonRoom(Lesson lesson, WorkingCopy copy, LessonView view, Func<LessonRoom, Action<JsonObject>, Action<string>, SessionProcess> startSession)
    {
        (this.lesson, this.copy, this.view, this.startSession) = (lesson, copy, view, startSession);
        saving = new Timer(_ => SaveOutputs());
    }

    /// <summary>When the last window closed.</summary>
    internal DateTime LeftAt { get; private set; } = DateTime.UtcNow;

    // These three are asked by other rooms, which hold their own lock: they take none.

    /// <summary>Whether a session lives here.</summary>
    internal bool HasSession => Volatile.Read(ref session) is not null;

    /// <summary>Whether nobody looks and nothing runs.</summary>
    internal bool IsIdle => clients.Count == 0 && runs.Count == 0;

    /// <summary>The process of the session, for tests that end it.</summary>
    internal int? SessionId => Volatile.Read(ref session)?.Id;

    /// <summary>A window comes: it gets the lesson as it stands, and from then on every message.</summary>
    internal void Enter(RoomClient client)
    {
        lock (gate)
        {
            clients.Add(client);
            if (state == "none")
            {
                StartSession();
            }

            client.Send(Bytes(Snapshot()));
        }
    }

    /// <summary>A window closes.</summary>
    internal void Leave(RoomClient client)
    {
        lock (gate)
        {
            clients.Remove(client);
            LeftAt = DateTime.UtcNow;
        }
    }

    /// <summary>A message from a window.</summary>
    internal void FromClient(RoomClient client, string text)
    {
        JsonObject? message;
        try
        {
            message = JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return;
        }

        if (message?["header"] is not JsonObject header || message["content"] is not JsonObject
            || header["msg_type"] is not JsonValue typeValue || !typeValue.TryGetValue<string>(out var type)
            || header["msg_id"] is not JsonValue idValue || !idValue.TryGetValue<string>(out var id) || id.Length is 0 or > 100)
        {
            return;
        }

        lock (gate)
        {
            try
            {
                Handle(client, message, type, id);
            }
            catch (Exception exception) when (exception is FormatException or InvalidOperationException or InvalidCastException)
            {
                Answer(client, message, new JsonObject { ["status"] = "error", ["reason"] = "bad", ["evalue"] = $"This {type} is not understood: {exception.Message}" });
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Answer(client, message, new JsonObject { ["status"] = "error", ["reason"] = "disk", ["evalue"] = $"Your copy cannot be written: {exception.Message}" });
            }
        }
    }

    /// <summary>Ends the session; what a cell had shown is on the disk.</summary>
    internal void CloseSession()
    {
        lock (gate)
        {
            session?.Dispose();
            session = null;
            state = "none";
            runs.Clear();
            SaveOutputs();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CloseSession();
        saving.Dispose();
    }

    private void Handle(RoomClient client, JsonObject message, string type, string id)
    {
        switch ((string?)message["channel"])
        {
            case "course":
                Course(client, message, type);
                break;
            case "control" when type == "shutdown_request":
                Restart();
                break;
            case "shell" when type == "execute_request":
                Execute(message, id);
                break;
            case "shell" when ShellTypes.Contains(type):
            case "control" when ControlTypes.Contains(type):
                askers[id] = client;
                session?.Write(message);
                break;
            case "stdin" when type == "input_reply":
                session?.Write(message);
                break;
        }
    }

    private void Course(RoomClient client, JsonObject message, string type)
    {
        var content = (JsonObject)message["content"]!;
        switch (type)
        {
            case "save_request":
                var cells = content["cells"] as JsonArray ?? throw new FormatException("It lacks the list \"cells\".");
                var result = copy.Apply(cells, (int?)content["revision"] ?? -1, (bool?)content["overwrite"] ?? false);
                Answer(client, message, result == SaveResult.Saved
                    ? new JsonObject { ["status"] = "ok", ["revision"] = copy.Revision }
                    : new JsonObject { ["status"] = "error", ["reason"] = result == SaveResult.Outdated ? "outdated" : "outside", ["revision"] = copy.Revision });
                if (result == SaveResult.Saved)
                {
                    Broadcast(Message("changed", new JsonObject { ["revision"] = copy.Revision }), except: client);
                }

                break;
            case "lesson_request":
                client.Send(Bytes(Snapshot()));
                break;
            case "trust_request":
                copy.Trust();
                Broadcast(Snapshot());
                break;
            case "reload_request":
                if (copy.Exists)
                {
                    copy.Reload();
                    recorders.Clear();
                }

                Broadcast(Snapshot());
                break;
            case "reset_request":
                copy.Reset();
                recorders.Clear();
                Broadcast(Snapshot());
                break;
            case "clear_request":
                foreach (var cell in copy.Notebook.Cells)
                {
                    cell.StripOutputs();
                }

                copy.Save();
                Broadcast(Snapshot());
                break;
        }
    }

    private void Execute(JsonObject message, string id)
    {
        var cell = (string?)message["metadata"]?["cell"] ?? "";
        if (session is null)
        {
            Broadcast(Reply(message, "shell", new JsonObject { ["status"] = "error", ["ename"] = "SessionEnded", ["evalue"] = "The session has ended; restart it first.", ["traceback"] = new JsonArray() }, cell));
            return;
        }

        runs[id] = new CellRun(cell);
        state = "busy";
        session.Write(message);
    }

    private void Restart()
    {
        session?.Dispose();
        session = null;
        runs.Clear();
        askers.Clear();
        StartSession();
        Broadcast(Status());
    }

    private void StartSession()
    {
        try
        {
            SessionProcess? mine = null;
            state = "starting";
            reason = "";
            executed = 0;
            mine = session = startSession(this, m => FromSession(mine!, m), why => Ended(mine!, why));

            // The first answer says that the session is ready.
            var hello = JupyterMessage.NewHeader("kernel_info_request", "server");
            mine.Write(new JsonObject { ["channel"] = "control", ["header"] = hello, ["parent_header"] = new JsonObject(), ["metadata"] = new JsonObject(), ["content"] = new JsonObject() });
        }
        catch (Exception exception) when (exception is IOException or System.ComponentModel.Win32Exception)
        {
            state = "dead";
            reason = exception.Message;
        }
    }

    private void FromSession(SessionProcess from, JsonObject message)
    {
        lock (gate)
        {
            if (from != session || message["header"] is not JsonObject header)
            {
                return;
            }

            var type = (string?)header["msg_type"] ?? "";
            var parent = (string?)message["parent_header"]?["msg_id"] ?? "";
            if (state == "starting")
            {
                state = runs.Count > 0 ? "busy" : "idle";
                Broadcast(Status());
            }

            if (runs.TryGetValue(parent, out var run) || type == "update_display_data")
            {
                OfCell(message, type, parent, run);
            }
            else if (type != "status" && askers.Remove(parent, out var asker))
            {
                asker.Send(Bytes(message));
            }
            else if (type is "stream" or "display_data")
            {
                // From code that a finished cell left running in the background: it belongs to no cell any more.
                Broadcast(message);
            }
        }
    }

    private void OfCell(JsonObject message, string type, string parent, CellRun? run)
    {
        if (run is not null)
        {
            message["metadata"] = new JsonObject { ["cell"] = run.Cell };
        }

        var bytes = Bytes(message);
        if (run is not null && type is "stream" or "display_data" or "execute_result")
        {
            run!.Size += bytes.Length;
            if (run.Full)
            {
                return;
            }

            if (run.Size > CellOutputLimit)
            {
                run.Full = true;
                message = Iopub("stream", parent, run.Cell, new JsonObject { ["name"] = "stderr", ["text"] = $"\n[The cell's output is larger than {CellOutputLimit >> 20} MB: the rest is not shown.]\n" });
                type = "stream";
                bytes = Bytes(message);
            }
        }

        Record(message, type, run);
        if (type == "execute_reply")
        {
            runs.Remove(parent);
            SaveOutputs();
        }

        if (type != "status")
        {
            Send(bytes, null);
        }

        if (runs.Count == 0 && state == "busy")
        {
            state = "idle";
            Broadcast(Status());
        }
    }

    private void Record(JsonObject message, string type, CellRun? run)
    {
        if (message["content"] is not JsonObject content)
        {
            return;
        }

        if (type == "update_display_data")
        {
            foreach (var each in recorders.Values)
            {
                each.Display(Display(content, update: true));
            }

            SaveSoon();
            return;
        }

        if (run is null || copy.Notebook.Cells.FirstOrDefault(c => c.Id == run.Cell) is not { Kind: CellKind.Code } cell)
        {
            return;
        }

        if (type == "execute_input")
        {
            var count = (int?)content["execution_count"] ?? 0;
            cell.StripOutputs();
            cell.ExecutionCount = count;
            var fresh = new OutputRecorder();
            fresh.Begin(cell.Outputs, count);
            recorders[run.Cell] = fresh;
            run.Started = true;
            executed++;
            SaveSoon();
            return;
        }

        if (!run.Started || !recorders.TryGetValue(run.Cell, out var recorder))
        {
            return;
        }

        switch (type)
        {
            case "stream":
                recorder.Stream((string?)content["name"] ?? "stdout", (string?)content["text"] ?? "");
                break;
            case "display_data":
                recorder.Display(Display(content, update: false));
                break;
            case "execute_result":
                recorder.Result((JsonObject)content["data"]!);
                break;
            case "error":
                recorder.Error(new CellError((string?)content["ename"] ?? "", (string?)content["evalue"] ?? "", [.. (content["traceback"] as JsonArray ?? []).Select(l => (string?)l ?? "")], null));
                break;
            case "clear_output":
                recorder.Clear((bool?)content["wait"] ?? false);
                break;
            default:
                return;
        }

        SaveSoon();
    }

    private static DisplayOutput Display(JsonObject content, bool update) =>
        new((JsonObject)content["data"]!, (string?)content["transient"]?["display_id"] ?? "", update);

    private void Ended(SessionProcess which, string why)
    {
        lock (gate)
        {
            if (which != session)
            {
                return;
            }

            session = null;
            state = "dead";
            reason = why;
            askers.Clear();
            foreach (var (id, run) in runs)
            {
                if (run.Started)
                {
                    var error = new CellError("SessionEnded", why, [$"\u001b[31m\u001b[1mSessionEnded\u001b[0m: {why}"], null);
                    var message = Iopub("error", id, run.Cell, JupyterSink.Content(error));
                    Record(message, "error", run);
                    Broadcast(message);
                }

                var reply = new JsonObject { ["status"] = run.Started ? "error" : "aborted", ["ename"] = "SessionEnded", ["evalue"] = why, ["traceback"] = new JsonArray() };
                Broadcast(Reply(new JsonObject { ["header"] = new JsonObject { ["msg_id"] = id, ["msg_type"] = "execute_request" } }, "shell", reply, run.Cell));
            }

            runs.Clear();
            SaveOutputs();
            Broadcast(Status());
        }
    }

    private void SaveSoon()
    {
        if (!dirty)
        {
            dirty = true;
            saving.Change(SavePause, Timeout.InfiniteTimeSpan);
        }
    }

    private void SaveOutputs()
    {
        lock (gate)
        {
            if (!dirty)
            {
                return;
            }

            dirty = false;
            try
            {
                if (copy.Save() == SaveResult.ChangedOutside)
                {
                    Broadcast(Message("outside", []));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Broadcast(Message("unsaved", new JsonObject { ["evalue"] = $"Your copy cannot be written: {exception.Message}" }));
            }
        }
    }

    private JsonObject Snapshot() => Message("lesson", view.Of(lesson, copy, recorders, new JsonObject
    {
        ["state"] = state,
        ["reason"] = reason,
        ["pending"] = new JsonArray([.. runs.Values.Select(r => (JsonNode)r.Cell)]),
        ["executed"] = executed,
        ["running"] = runs.Values.FirstOrDefault(r => r.Started)?.Cell,
    }));

    private JsonObject Status() => Message("session", new JsonObject { ["state"] = state, ["reason"] = reason });

    private static JsonObject Message(string type, JsonObject content) => Envelope("course", type, [], new JsonObject(), content);

    private static JsonObject Iopub(string type, string parent, string cell, JsonObject content) =>
        Envelope("iopub", type, new JsonObject { ["msg_id"] = parent }, new JsonObject { ["cell"] = cell }, content);

    private static JsonObject Reply(JsonObject request, string channel, JsonObject content, string cell) => Envelope(
        channel,
        ((string?)request["header"]?["msg_type"] ?? "").Replace("_request", "_reply", StringComparison.Ordinal),
        (JsonObject)request["header"]!.DeepClone(),
        new JsonObject { ["cell"] = cell },
        content);

    private static JsonObject Envelope(string channel, string type, JsonObject parent, JsonObject metadata, JsonObject content) => new()
    {
        ["channel"] = channel,
        ["header"] = JupyterMessage.NewHeader(type, "server"),
        ["parent_header"] = parent,
        ["metadata"] = metadata,
        ["content"] = content,
    };

    private static void Answer(RoomClient client, JsonObject request, JsonObject content) => client.Send(Bytes(Reply(request, "course", content, "")));

    private void Broadcast(JsonObject message, RoomClient? except = null) => Send(Bytes(message), except);

    private void Send(byte[] bytes, RoomClient? except)
    {
        foreach (var client in clients.Where(c => c != except))
        {
            client.Send(bytes);
        }
    }

    private static byte[] Bytes(JsonObject message) => Encoding.UTF8.GetBytes(message.ToJsonString());

    private sealed class CellRun(string cell)
    {
        public string Cell => cell;

        public bool Started { get; set; }

        public bool Full { get; set; }

        public long Size { get; set; }
    }
}
