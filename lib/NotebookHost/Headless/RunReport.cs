// What came of a headless run.

using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Session;

namespace NotebookHost.Headless;

/// <summary>A cell that failed.</summary>
/// <param name="Cell">The cell's position in the notebook, counted from 1.</param>
/// <param name="Number">The number that stands beside the cell when it has run; 0 where the notebook itself failed.</param>
/// <param name="Id">The cell's id.</param>
/// <param name="Error">The error.</param>
public sealed record CellFailure(int Cell, int Number, string? Id, CellError Error)
{
    /// <summary>The failure of a cell of a notebook that runs from its beginning.</summary>
    internal static CellFailure Of(Notebook notebook, int cell, CellError error) =>
        new(cell, notebook.Cells.Take(cell).Count(c => c.Runs), cell > 0 ? notebook.Cells[cell - 1].Id : null, error);
}

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
