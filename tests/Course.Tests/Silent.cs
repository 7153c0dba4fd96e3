using System.Text.Json.Nodes;
using NotebookHost.Session;

namespace Tests;

/// <summary>A front end that keeps nothing.</summary>
internal sealed class Silent : ICellSink
{
    public void Stream(string name, string text)
    {
    }

    public void Display(DisplayOutput output)
    {
    }

    public void Result(JsonObject data)
    {
    }

    public void Error(CellError error)
    {
    }

    public string? Ask(string prompt, bool hidden) => null;
}
