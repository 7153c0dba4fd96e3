// What a headless run tells while it works.

using System.Text.Json.Nodes;
using NotebookHost.Session;

namespace NotebookHost.Headless;

/// <summary>Listens to one notebook's run. Calls come one at a time.</summary>
public interface IRunProgress
{
    /// <summary>A cell starts.</summary>
    /// <param name="cell">Its position in the notebook, counted from 1.</param>
    /// <param name="cells">How many cells the notebook has.</param>
    /// <param name="heading">The last heading above it, or its first line.</param>
    void CellStarted(int cell, int cells, string heading);

    /// <summary>The running cell wrote text.</summary>
    void Text(string stream, string text);

    /// <summary>A cell displayed a claim.</summary>
    void Claim(JsonObject claim);

    /// <summary>A cell ended; <paramref name="error"/> is null when it went well.</summary>
    void CellEnded(int cell, TimeSpan duration, CellError? error);
}
