// What came of a headless run.

using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Session;

namespace NotebookHost.Headless;

/// <summary>A cell that failed.</summary>
/// <param name="Cell">The cell's position in the notebook, counted from 1.</param>
/// <param name="Id">The cell's id.</param>
/// <param name="Error">The error.</param>
public sealed record CellFailure(int Cell, string? Id, CellError Error);

/// <summary>The outcome of a headless run.</summary>
/// <param name="Notebook">The notebook with its outputs.</param>
/// <param name="Failures">The cells that failed; empty when all went well.</param>
/// <param name="Claims">The claims that the lesson displayed, as JSON objects, in their order.</param>
/// <param name="Duration">The time it took.</param>
public sealed record RunReport(Notebook Notebook, IReadOnlyList<CellFailure> Failures, IReadOnlyList<JsonObject> Claims, TimeSpan Duration)
{
    /// <summary>Whether every cell ran to its end.</summary>
    public bool Succeeded => Failures.Count == 0;
}
