// Writes the learner's copy soon after an output came, not for each of a thousand lines, and at once where a cell has ended.

using System.Text.Json.Nodes;

namespace NotebookHost.Web;

/// <summary>Saves the outputs of a lesson.</summary>
/// <param name="copy">The copy that holds them.</param>
/// <param name="gate">The lock of the room, which the copy needs.</param>
/// <param name="tell">Called with what every window should know: that the file was changed outside, or cannot be written.</param>
internal sealed class OutputSaver(WorkingCopy copy, Lock gate, Action<JsonObject> tell) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private Timer? timer;
    private bool dirty;

    /// <summary>Notes that an output came; it is on the disk within a second or so.</summary>
    internal void Soon()
    {
        if (!dirty)
        {
            dirty = true;
            timer ??= new Timer(_ => Now());
            timer.Change(Pause, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Writes what is not on the disk yet.</summary>
    internal void Now()
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
                    tell(RoomMessages.Course("outside", []));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                tell(RoomMessages.Course("unsaved", new JsonObject { ["evalue"] = $"Your copy cannot be written: {exception.Message}" }));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => timer?.Dispose();
}
