// An error as the person at the notebook sees it: what, in which cell, on which line, with the code underlined.

namespace NotebookHost.Session;

/// <summary>Why a cell ended early.</summary>
/// <param name="Name">The exception type or <c>CompilationError</c>.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Traceback">Lines for a terminal; they may hold ANSI colours.</param>
/// <param name="Line">The line of the cell, counted from 1, where it is known.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback, int? Line)
{
    /// <summary>The name of the error of a stopped cell, as Jupyter front ends know it.</summary>
    public const string Interrupted = "KeyboardInterrupt";

    /// <summary>The name of the error of a cell that does not compile.</summary>
    public const string Compilation = "CompilationError";
}
