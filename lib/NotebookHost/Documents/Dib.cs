// The .dib format of .NET Interactive: cells behind lines such as #!csharp and #!markdown, no outputs.

using System.Text;

namespace NotebookHost.Documents;

internal static class Dib
{
    private static readonly string[] Other = ["fsharp", "pwsh", "html", "javascript", "mermaid", "sql", "kql", "http", "value"];

    internal static Notebook Parse(string text)
    {
        var notebook = Notebook.Create();
        var selector = "csharp";
        List<string> lines = [];
        foreach (var line in text.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split('\n'))
        {
            if (Selector(line) is { } next)
            {
                Close();
                selector = next;
            }
            else
            {
                lines.Add(line);
            }
        }

        Close();
        return notebook;

        void Close()
        {
            var source = string.Join("\n", lines).Trim('\n');
            lines.Clear();
            if (source.Length == 0 || selector == "meta")
            {
                return;
            }

            switch (selector)
            {
                case "csharp":
                    notebook.Add(CellKind.Code, source);
                    break;
                case "markdown":
                    notebook.Add(CellKind.Markdown, source);
                    break;
                default:
                    notebook.Add(CellKind.Code, $"#!{selector}\n{source}");
                    break;
            }
        }
    }

    internal static string Write(Notebook notebook)
    {
        var text = new StringBuilder();
        text.Append("#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[],\"languageName\":\"csharp\",\"name\":\"csharp\"}]}}\n");
        foreach (var cell in notebook.Cells.Where(c => c.Kind != CellKind.Raw))
        {
            var source = cell.Source.Trim('\n');
            var first = source.Split('\n')[0];
            var (selector, body) = cell.Kind == CellKind.Markdown ? ("markdown", source)
                : Selector(first) is { } other && Other.Contains(other) ? (other, source[first.Length..].TrimStart('\n'))
                : ("csharp", source);
            text.Append($"\n#!{selector}\n\n{body}\n");
        }

        return text.ToString();
    }

    private static string? Selector(string line) => line.TrimEnd() switch
    {
        "#!csharp" or "#!c#" or "#!C#" => "csharp",
        "#!markdown" or "#!md" => "markdown",
        "#!meta" => "meta",
        ['#', '!', .. var name] when Other.Contains(name) => name,
        _ => null,
    };
}
