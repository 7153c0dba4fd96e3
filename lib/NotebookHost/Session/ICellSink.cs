// What a front end receives from a running cell: streamed text, displayed values, the result, an error.

using System.Text.Json.Nodes;

namespace NotebookHost.Session;

/// <summary>Receives the outputs of a cell. Calls come one at a time, but from any thread.</summary>
public interface ICellSink
{
    /// <summary>Text written to a stream, <c>stdout</c> or <c>stderr</c>.</summary>
    void Stream(string name, string text);

    /// <summary>A displayed value, or (with <see cref="DisplayOutput.Update"/>) the replacement of an earlier one.</summary>
    void Display(DisplayOutput output);

    /// <summary>The value of the cell's last expression.</summary>
    void Result(JsonObject data);

    /// <summary>The error that ended the cell.</summary>
    void Error(CellError error);

    /// <summary>Removes the outputs so far, at once or (with <paramref name="wait"/>) when the next output comes.</summary>
    void Clear(bool wait)
    {
    }

    /// <summary>Asks the person at the notebook; null when nobody can answer.</summary>
    string? Ask(string prompt, bool hidden);
}

/// <summary>A displayed value as a bundle of MIME types.</summary>
/// <param name="Data">MIME type to content: text, or a JSON value for types that end in <c>json</c>.</param>
/// <param name="DisplayId">The identity that an update refers to.</param>
/// <param name="Update">Whether it replaces an earlier output of that identity.</param>
public sealed record DisplayOutput(JsonObject Data, string DisplayId, bool Update);
