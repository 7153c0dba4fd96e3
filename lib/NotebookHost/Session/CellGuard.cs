// What the rewriter (see GuardRewriter) plants in a cell's code: a flag test in every loop and block lambda, so that a cell
// can be stopped, and a stack test in functions that call themselves, so that endless recursion is an error of the cell.

using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NotebookHost.Session;

/// <summary>Called by the code of cells; not meant to be written by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellGuard
{
    private static volatile int stopping;

    /// <summary>
    /// The last marked statement that ran on this thread, which is the session's own: a cell's number times
    /// <see cref="LinesOfACell"/> plus the line.
    /// </summary>
    [ThreadStatic]
    public static long Mark;

    internal const long LinesOfACell = 1_000_000;

    /// <summary>Whether some cell of this process is being stopped.</summary>
    public static bool Stopping => stopping > 0;

    /// <summary>Ends the cell that runs on this thread, if it is the one to be stopped.</summary>
    public static void Check() => CellRun.Current?.ThrowIfStopped();

    /// <summary>Ends a recursion before the stack ends the process; one that the JIT turned into a loop can be stopped.</summary>
    public static void Stack()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (Stopping)
        {
            Check();
        }
    }

    internal static void Raise() => Interlocked.Increment(ref stopping);

    internal static void Lower() => Interlocked.Decrement(ref stopping);
}
