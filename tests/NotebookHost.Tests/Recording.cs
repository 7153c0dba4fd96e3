// Runs cells and keeps what they sent.

using System.Text.Json.Nodes;
using NotebookHost.Session;

namespace Tests;

internal sealed class Recording : ICellSink
{
    public string Out { get; private set; } = "";

    public string Err { get; private set; } = "";

    public List<DisplayOutput> Displays { get; } = [];

    public List<JsonObject> Results { get; } = [];

    public CellError? Failure { get; private set; }

    public Func<string, string?> Answer { get; init; } = _ => null;

    public string? ResultText => (string?)Results.LastOrDefault()?["text/plain"];

    public void Stream(string name, string text)
    {
        if (name == "stdout")
        {
            Out += text;
        }
        else
        {
            Err += text;
        }
    }

    public void Display(DisplayOutput output) => Displays.Add(output);

    public void Result(JsonObject data) => Results.Add(data);

    public void Error(CellError error) => Failure = error;

    public string? Ask(string prompt, bool hidden) => Answer(prompt);
}

internal static class Running
{
    /// <summary>Runs cells one after another; the last one's recording is returned.</summary>
    public static async Task<Recording> Cells(this CSharpSession session, params string[] cells)
    {
        Recording recording = new();
        foreach (var cell in cells)
        {
            recording = new Recording();
            await session.RunAsync(cell, recording);
        }

        return recording;
    }

    public static async Task<Recording> Cells(params string[] cells)
    {
        using var session = new CSharpSession();
        return await session.Cells(cells);
    }
}
