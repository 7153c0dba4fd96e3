// Runs a cell's segments in their order: packages first, then code, texts and commands.

using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.DotNet.Interactive.Formatting;
using NotebookHost.Documents;

namespace NotebookHost.Session.Magics;

internal sealed class CellInterpreter(CSharpSession session, CellRun run)
{
    private const int MaximumImports = 20;

    private int depth;

    /// <summary>Runs the cell's text; a null return means that all of it ran.</summary>
    internal CellError? Run(string code, string name)
    {
        var script = CellScript.Parse(code);
        if (script.Packages.Count > 0)
        {
            PackageReferences.Add(session, run, script.Packages, script.PackageSources);
        }

        var clock = Stopwatch.StartNew();
        var timed = false;
        foreach (var segment in script.Segments)
        {
            if (segment is { Kind: SegmentKind.Command, Name: "time" })
            {
                timed = true;
            }
            else if (Run(segment, name) is { } error)
            {
                return error;
            }
        }

        if (timed)
        {
            Show(new FormattedValue(PlainTextFormatter.MimeType, FormattableString.Invariant($"Wall time: {clock.Elapsed.TotalMilliseconds:0.###}ms")));
        }

        return null;
    }

    private CellError? Run(Segment segment, string name)
    {
        switch (segment.Kind)
        {
            case SegmentKind.Code:
                return session.RunCode(segment.Text, name, run);
            case SegmentKind.Markdown:
                Show(new FormattedValue("text/markdown", segment.Text));
                return null;
            case SegmentKind.Html:
                Show(new FormattedValue(HtmlFormatter.MimeType, segment.Text));
                return null;
            case SegmentKind.JavaScript:
                Show(new FormattedValue(HtmlFormatter.MimeType, $"<script type=\"text/javascript\">{segment.Text}</script>"));
                return null;
        }

        switch (segment.Name)
        {
            case "who":
                Show(new FormattedValue(PlainTextFormatter.MimeType, string.Join("\n", session.Variables().Select(v => v.Name))));
                break;
            case "whos":
                run.Context.Show(session.Variables().Select(v => new { Variable = v.Name, Type = Shape.Name(v.Type), Value = Short(v.Value) }).ToList());
                break;
            case "lsmagic":
                run.Context.Show(MagicCommands.All.Select(m => new { Magic = "#!" + m.Name, m.Help }).ToList());
                break;
            case "about":
                Show(new FormattedValue(PlainTextFormatter.MimeType, About()));
                break;
            case "reset":
                session.Clear();
                break;
            case "import" or "load":
                return Import(segment);
        }

        return null;
    }

    private CellError? Import(Segment segment)
    {
        var word = segment.Name == "load" ? "#load" : "#!import";
        var file = segment.Text.Replace("--file", "", StringComparison.Ordinal).Trim().Trim('"');
        var path = Path.GetFullPath(Path.Combine(session.WorkingDirectory, file));
        if (file.Length == 0 || !File.Exists(path))
        {
            throw new MagicException($"{word} finds no file \"{file}\" in {session.WorkingDirectory}.", segment.Line);
        }

        if (++depth > MaximumImports)
        {
            throw new MagicException($"Files import each other without end ({file}).", segment.Line);
        }

        try
        {
            switch (Path.GetExtension(path).ToLowerInvariant())
            {
                case ".cs" or ".csx":
                    return Run(File.ReadAllText(path), path);
                case ".ipynb" or ".dib":
                    return ImportNotebook(path, file);
                default:
                    throw new MagicException($"{word} runs .ipynb, .dib, .cs and .csx files, not \"{file}\".", segment.Line);
            }
        }
        finally
        {
            depth--;
        }
    }

    private CellError? ImportNotebook(string path, string file)
    {
        var notebook = Notebook.Load(path);
        for (var i = 0; i < notebook.Cells.Count; i++)
        {
            var cell = notebook.Cells[i];
            if (cell.Kind == CellKind.Markdown)
            {
                Show(new FormattedValue("text/markdown", cell.Source));
            }
            else if (cell.Kind == CellKind.Code && Run(cell.Source, $"{file}! cell[{i + 1}]") is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private void Show(FormattedValue value) => run.Context.Show(value);

    private static string Short(object? value)
    {
        var text = value.ToDisplayString().ReplaceLineEndings(" ");
        return text.Length <= 80 ? text : text[..77] + "...";
    }

    private static string About() =>
        $"C# {Microsoft.CodeAnalysis.CSharp.LanguageVersionFacts.ToDisplayString(SubmissionCompiler.Language)} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}; "
        + $"NotebookHost {typeof(CellInterpreter).Assembly.GetName().Version?.ToString(3)}, Roslyn {typeof(Microsoft.CodeAnalysis.SyntaxNode).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]}; "
        + $"{Environment.ProcessorCount} processors";
}
