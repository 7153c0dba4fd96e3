// A cell that a room's session was asked to run.

namespace NotebookHost.Web;

/// <summary>One run of one cell, from the request to its reply.</summary>
/// <param name="cell">The cell's id.</param>
internal sealed class RoomRun(string cell)
{
    /// <summary>The cell's id.</summary>
    internal string Cell => cell;

    /// <summary>Whether the session has begun with it.</summary>
    internal bool Started { get; set; }

    /// <summary>Whether its outputs reached the limit: the rest is dropped.</summary>
    internal bool Full { get; set; }

    /// <summary>The bytes of its outputs so far; replaced displays do not count.</summary>
    internal long Size { get; set; }
}
