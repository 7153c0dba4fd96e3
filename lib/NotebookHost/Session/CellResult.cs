// How a cell ended.

namespace NotebookHost.Session;

/// <summary>The outcome of a cell.</summary>
/// <param name="Number">The cell's execution number.</param>
/// <param name="Error">The error, or null when the cell ran to its end.</param>
/// <param name="Duration">The time from start to end, compilation included.</param>
public sealed record CellResult(int Number, CellError? Error, TimeSpan Duration)
{
    /// <summary>Whether the cell ran to its end.</summary>
    public bool Succeeded => Error is null;
}
