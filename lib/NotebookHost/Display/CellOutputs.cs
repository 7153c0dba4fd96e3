// The outputs of the running cell as a whole.

using NotebookHost.Session;

namespace NotebookHost.Display;

/// <summary>Acts on all outputs of the running cell.</summary>
public static class CellOutputs
{
    /// <summary>Removes them.</summary>
    /// <param name="wait">Whether they stay until the next output comes, which avoids flicker.</param>
    public static void Clear(bool wait = false) => CellRun.Current?.Clear(wait);
}
