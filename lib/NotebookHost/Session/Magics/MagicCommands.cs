// The magic commands that exist, and what is said of those that do not.

namespace NotebookHost.Session.Magics;

/// <summary>A magic command.</summary>
/// <param name="Name">Its name without <c>#!</c>.</param>
/// <param name="Help">What it does, in one line.</param>
internal sealed record MagicCommand(string Name, string Help);

internal static class MagicCommands
{
    private static readonly string[] OtherKernels = ["fsharp", "f#", "pwsh", "powershell", "sql", "kql", "http", "mermaid", "connect", "share", "set", "value", "javascript-export"];

    internal static readonly IReadOnlyList<MagicCommand> All =
    [
        new("csharp", "The lines that follow are C#."),
        new("markdown", "The lines that follow are Markdown."),
        new("html", "The lines that follow are HTML."),
        new("javascript", "The lines that follow are a script for the page."),
        new("time", "Shows how long the cell took."),
        new("who", "Lists the names of the variables."),
        new("whos", "Lists the variables with types and values."),
        new("import", "Runs a file: .ipynb, .dib, .cs or .csx."),
        new("reset", "Forgets all variables, types and references."),
        new("about", "Says what runs this notebook."),
        new("lsmagic", "Lists the magic commands."),
    ];

    internal static MagicCommand? Find(string name) => All.FirstOrDefault(m => m.Name == name);

    internal static SegmentKind? Language(string name) => name switch
    {
        "csharp" or "c#" or "C#" => SegmentKind.Code,
        "markdown" or "md" => SegmentKind.Markdown,
        "html" => SegmentKind.Html,
        "javascript" or "js" => SegmentKind.JavaScript,
        _ => null,
    };

    internal static string Unknown(string name)
    {
        var known = string.Join(", ", All.Select(m => "#!" + m.Name));
        return OtherKernels.Contains(name)
            ? $"#!{name} belongs to .NET Interactive's other kernels; this session runs C# only. Nothing of this cell ran. Known magics: {known}, #r, #i, #load."
            : $"There is no magic #!{name}. Nothing of this cell ran. Known magics: {known}, #r, #i, #load.";
    }
}
