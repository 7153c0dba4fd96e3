// An open lesson: its working copy, its session and the windows on it. Every message passes here, so that the copy holds all
// outputs and a window that comes later, or comes back, sees what the others see. protocol.md lists the messages.

using System.Text.Json.Nodes;
using NotebookHost.Headless;
using NotebookHost.Jupyter;
using NotebookHost.Session;

namespace NotebookHost.Web;

/// <summary>One lesson that is open in at least one window, or whose session still lives.</summary>
internal sealed class LessonRoom : IDisposable
{
    private static readonly HashSet<string> ShellTypes = ["execute_request", "kernel_info_request", "history_request", "is_complete_request"];

    private static readonly HashSet<string> ControlTypes =
        ["interrupt_request", "complete_request", "inspect_request", "hover_request", "signature_request", "diagnostics_request"];

    private readonly Lock gate = new();
    private readonly Lesson lesson;
    private readonly WorkingCopy copy;
    private readonly Func<LessonRoom, Action<JsonObject>, Action<string>, SessionProcess> startSession;
    private readonly LessonView view;
    private readonly RoomWindows windows = new();
    private readonly OrderedDictionary<string, RoomRun> runs = [];
    private readonly OutputJournal journal;
    private readonly Dictionary<string, RoomClient> askers = [];
    private readonly OutputSaver saver;
    private SessionProcess? session;
    private string state = "none";
    private string reason = "";
    private int executed;

    internal LessonRoom(Lesson lesson, WorkingCopy copy, LessonView view, Func<LessonRoom, Action<JsonObject>, Action<string>, SessionProcess> startSession)
    {
        (this.lesson, this.copy, this.view, this.startSession) = (lesson, copy, view, startSession);
        journal = new OutputJournal(copy);
        saver = new OutputSaver(copy, gate, message => windows.Tell(message));
    }

    /// <summary>When the last window closed.</summary>
    internal DateTime LeftAt { get; private set; } = DateTime.UtcNow;

    // These three are asked by other rooms, which hold their own lock: they take none.

    /// <summary>Whether a session lives here.</summary>
    internal bool HasSession => Volatile.Read(ref session) is not null;

    /// <summary>Whether nobody looks and nothing runs.</summary>
    internal bool IsIdle => windows.None && runs.Count == 0;

    /// <summary>The process of the session, for tests that end it.</summary>
    internal int? SessionId => Volatile.Read(ref session)?.Id;

    /// <summary>A window comes: it gets the lesson as it stands, and from then on every message.</summary>
    internal void Enter(RoomClient client)
    {
        lock (gate)
        {
            windows.Add(client);
            if (state == "none")
            {
                StartSession();
            }

            client.Send(RoomMessages.Bytes(Snapshot()));
        }
    }

    /// <summary>A window closes.</summary>
    internal void Leave(RoomClient client)
    {
        lock (gate)
        {
            windows.Remove(client);
            LeftAt = DateTime.UtcNow;
        }
    }

    /// <summary>A message from a window.</summary>
    internal void FromClient(RoomClient client, string text)
    {
        if (RoomMessages.Read(text) is not { } request)
        {
            return;
        }

        lock (gate)
        {
            try
            {
                Handle(client, request);
            }
            catch (Exception exception) when (exception is FormatException or InvalidOperationException or InvalidCastException)
            {
                Answer(client, request, RoomMessages.Refusal("bad", $"This {request.Type} is not understood: {exception.Message}"));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Answer(client, request, RoomMessages.Refusal("disk", $"Your copy cannot be written: {exception.Message}"));
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
            saver.Now();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CloseSession();
        saver.Dispose();
    }

    private void Handle(RoomClient client, RoomRequest request)
    {
        switch (request.Channel)
        {
            case "course":
                Course(client, request);
                break;
            case "control" when request.Type == "shutdown_request":
                Restart();
                break;
            case "shell" when request.Type == "execute_request":
                Execute(request);
                break;
            case "shell" when ShellTypes.Contains(request.Type):
            case "control" when ControlTypes.Contains(request.Type):
                askers[request.Id] = client;
                session?.Write(request.Json);
                break;
            case "stdin" when request.Type == "input_reply":
                session?.Write(request.Json);
                break;
        }
    }

    private void Course(RoomClient client, RoomRequest request)
    {
        switch (request.Type)
        {
            case "save_request":
                Save(client, request);
                break;
            case "lesson_request":
                client.Send(RoomMessages.Bytes(Snapshot()));
                break;
            case "trust_request":
                copy.Trust();
                windows.Tell(Snapshot());
                break;
            case "reload_request":
                if (copy.Exists)
                {
                    copy.Reload();
                    journal.Forget();
                }

                windows.Tell(Snapshot());
                break;
            case "reset_request":
                copy.Reset();
                journal.Forget();
                windows.Tell(Snapshot());
                break;
            case "clear_request":
                foreach (var cell in copy.Notebook.Cells)
                {
                    cell.StripOutputs();
                }

                copy.Save();
                windows.Tell(Snapshot());
                break;
        }
    }

    private void Save(RoomClient client, RoomRequest request)
    {
        var cells = request.Content["cells"] as JsonArray ?? throw new FormatException("It lacks the list \"cells\".");
        var result = copy.Apply(cells, (int?)request.Content["revision"] ?? -1, (bool?)request.Content["overwrite"] ?? false);
        if (result != SaveResult.Saved)
        {
            Answer(client, request, new JsonObject { ["status"] = "error", ["reason"] = result == SaveResult.Outdated ? "outdated" : "outside", ["revision"] = copy.Revision });
            return;
        }

        Answer(client, request, new JsonObject { ["status"] = "ok", ["revision"] = copy.Revision });
        windows.Tell(RoomMessages.Course("changed", new JsonObject { ["revision"] = copy.Revision }), except: client);
    }

    private void Execute(RoomRequest request)
    {
        var cell = (string?)request.Json["metadata"]?["cell"] ?? "";
        if (session is null)
        {
            windows.Tell(RoomMessages.SessionEnded(request.Id, cell, "error", "The session has ended; restart it first."));
            return;
        }

        runs[request.Id] = new RoomRun(cell);
        if (state != "busy")
        {
            state = "busy";
            windows.Tell(Status());
        }

        session.Write(request.Json);
    }

    private void Restart()
    {
        session?.Dispose();
        session = null;
        runs.Clear();
        askers.Clear();
        StartSession();
        windows.Tell(Status());
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
            mine.Write(RoomMessages.Hello());
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
                windows.Tell(Status());
            }

            if (runs.TryGetValue(parent, out var run) || type == "update_display_data")
            {
                OfCell(message, type, parent, run);
            }
            else if (type != "status" && askers.Remove(parent, out var asker))
            {
                asker.Send(RoomMessages.Bytes(message));
            }
            else if (type is "stream" or "display_data")
            {
                // From code that a finished cell left running in the background: it belongs to no cell any more.
                windows.Tell(message);
            }
        }
    }

    private void OfCell(JsonObject message, string type, string parent, RoomRun? run)
    {
        var bytes = Bytes(message, run);
        if (run is not null)
        {
            if (OutputJournal.Limit(message, type, parent, run, bytes.Length) is not { } kept)
            {
                return;
            }

            if (kept != message)
            {
                message = kept;
                bytes = RoomMessages.Bytes(message);
            }
        }

        Record(message, run);
        executed += type == "execute_input" ? 1 : 0;
        if (type == "execute_reply")
        {
            runs.Remove(parent);
            saver.Now();
        }

        if (type != "status")
        {
            windows.Tell(bytes);
        }

        if (runs.Count == 0 && state == "busy")
        {
            state = "idle";
            windows.Tell(Status());
        }
    }

    private void Record(JsonObject message, RoomRun? run)
    {
        if (journal.Record(message, run))
        {
            saver.Soon();
        }
    }

    // The pages ask whose output it is: the cell's id travels along.
    private static byte[] Bytes(JsonObject message, RoomRun? run)
    {
        if (run is not null)
        {
            message["metadata"] = new JsonObject { ["cell"] = run.Cell };
        }

        return RoomMessages.Bytes(message);
    }

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
                    var message = RoomMessages.Iopub("error", id, run.Cell, JupyterSink.Content(error));
                    Record(message, run);
                    windows.Tell(message);
                }

                windows.Tell(RoomMessages.SessionEnded(id, run.Cell, run.Started ? "error" : "aborted", why));
            }

            runs.Clear();
            saver.Now();
            windows.Tell(Status());
        }
    }

    private JsonObject Snapshot() => RoomMessages.Course("lesson", view.Of(lesson, copy, journal.Recorders, new JsonObject
    {
        ["state"] = state,
        ["reason"] = reason,
        ["pending"] = new JsonArray([.. runs.Values.Select(r => (JsonNode)r.Cell)]),
        ["executed"] = executed,
        ["running"] = runs.Values.FirstOrDefault(r => r.Started)?.Cell,
    }));

    private JsonObject Status() => RoomMessages.Course("session", new JsonObject { ["state"] = state, ["reason"] = reason });

    private static void Answer(RoomClient client, RoomRequest request, JsonObject content) => client.Send(RoomMessages.Bytes(RoomMessages.Reply(request, content)));
}
