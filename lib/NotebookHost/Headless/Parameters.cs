// The parameters of a run become a cell after the one tagged "parameters", as papermill does it.

using Microsoft.CodeAnalysis.CSharp;
using NotebookHost.Documents;

namespace NotebookHost.Headless;

internal static class Parameters
{
    internal const string Tag = "parameters";
    internal const string InjectedTag = "injected-parameters";

    /// <summary>Inserts or renews the cell with the run's values; a notebook without the tag stays as it is.</summary>
    internal static void Inject(Notebook notebook, RunOptions options)
    {
        var code = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"""
            profile = {SymbolDisplay.FormatLiteral(options.Profile, quote: true)};
            data = {SymbolDisplay.FormatLiteral(options.Data, quote: true)};
            seed = {options.Seed};
            """);
        if (notebook.Cells.FirstOrDefault(c => c.Tags.Contains(InjectedTag)) is { } present)
        {
            present.Source = code;
            return;
        }

        for (var i = 0; i < notebook.Cells.Count; i++)
        {
            if (notebook.Cells[i].Tags.Contains(Tag))
            {
                var cell = notebook.Insert(i + 1, CellKind.Code, code, "parameters-of-run");
                cell.Metadata["tags"] = new System.Text.Json.Nodes.JsonArray(InjectedTag);
                return;
            }
        }
    }
}
