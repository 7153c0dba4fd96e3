// What the cells of a lesson showed, written into the learner's copy as it arrives, within a limit for each cell.

using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Session;

namespace NotebookHost.Web;

/// <summary>Records a session's outputs. Not thread-safe: its room takes turns.</summary>
internal sealed class OutputJournal(WorkingCopy copy)
{
    /// <summary>The most output of one cell that is kept, in bytes.</summary>
    internal const long CellLimit = 32L << 20;

    private readonly Dictionary<string, OutputRecorder> recorders = [];

    /// <summary>The recorders by cell, which know the identities of the displays that may still change.</summary>
    internal IReadOnlyDictionary<string, OutputRecorder> Recorders => recorders;

    /// <summary>Forgets which displays may still change: the cells were replaced.</summary>
    internal void Forget() => recorders.Clear();

    /// <summary>Counts an output: the message itself, the note that ends a cell's outputs, or null for one after that.</summary>
    internal static JsonObject? Limit(JsonObject message, string type, string parent, RoomRun run, long bytes)
    {
        if (type is not ("stream" or "display_data" or "execute_result"))
        {
            return message;
        }

        run.Size += bytes;
        if (run.Full)
        {
            return null;
        }

        run.Full = run.Size > CellLimit;
        return !run.Full ? message : RoomMessages.Iopub("stream", parent, run.Cell, new JsonObject
        {
            ["name"] = "stderr",
            ["text"] = $"\n[The cell's output is larger than {CellLimit >> 20} MB: the rest is not shown.]\n",
        });
    }

    /// <summary>Writes an output into the copy; true when the copy changed.</summary>
    internal bool Record(JsonObject message, RoomRun? run)
    {
        if (message["content"] is not JsonObject content)
        {
            return false;
        }

        var type = (string?)message["header"]?["msg_type"];
        if (type == "update_display_data")
        {
            foreach (var each in recorders.Values)
            {
                each.Display(Display(content, update: true));
            }

            return true;
        }

        if (run is null || copy.Notebook.Cells.FirstOrDefault(c => c.Id == run.Cell) is not { Kind: CellKind.Code } cell)
        {
            return false;
        }

        if (type == "execute_input")
        {
            Begin(cell, run, (int?)content["execution_count"] ?? 0);
            return true;
        }

        return run.Started && recorders.TryGetValue(run.Cell, out var recorder) && Record(recorder, type, content);
    }

    private void Begin(Cell cell, RoomRun run, int count)
    {
        cell.StripOutputs();
        cell.ExecutionCount = count;
        var recorder = new OutputRecorder();
        recorder.Begin(cell.Outputs, count);
        recorders[run.Cell] = recorder;
        run.Started = true;
    }

    private static bool Record(OutputRecorder recorder, string? type, JsonObject content)
    {
        switch (type)
        {
            case "stream":
                recorder.Stream((string?)content["name"] ?? "stdout", (string?)content["text"] ?? "");
                return true;
            case "display_data":
                recorder.Display(Display(content, update: false));
                return true;
            case "execute_result":
                recorder.Result((JsonObject)content["data"]!);
                return true;
            case "error":
                recorder.Error(new CellError((string?)content["ename"] ?? "", (string?)content["evalue"] ?? "", [.. (content["traceback"] as JsonArray ?? []).Select(l => (string?)l ?? "")], null));
                return true;
            case "clear_output":
                recorder.Clear((bool?)content["wait"] ?? false);
                return true;
            default:
                return false;
        }
    }

    private static DisplayOutput Display(JsonObject content, bool update) =>
        new((JsonObject)content["data"]!, (string?)content["transient"]?["display_id"] ?? "", update);
}
