using System.Text.Json;
using System.Text.RegularExpressions;
using NotebookHost.Documents;

namespace Tests.Lessons;

/// <summary>The texts of the course: lessons and Markdown files, cell by cell.</summary>
internal static partial class Prose
{
    public static IEnumerable<string> Notebooks => Repository.Files("notebooks", "*.ipynb");

    /// <summary>Markdown files that readers see.</summary>
    public static IEnumerable<string> MarkdownFiles =>
    [
        Repository.PathOf("README.md"), .. Repository.Files("notebooks", "*.md"), .. Repository.Files("datasets", "*.md"), .. Repository.Files("lib", "README.md"),
    ];

    public static TheoryData<string> Lessons => [.. Notebooks.Select(path => Path.GetFileName(path)!)];

    public static Notebook Open(string lesson) => Notebook.Load(Repository.PathOf("notebooks", lesson));

    /// <summary>Pieces of prose with the place where each stands: Markdown cells, and sentences in the strings of code cells.</summary>
    public static IEnumerable<(string Place, string Text)> Pieces()
    {
        foreach (var path in Notebooks)
        {
            foreach (var cell in Notebook.Load(path).Cells)
            {
                var place = $"{Path.GetFileName(path)}, cell {cell.Id}";
                yield return cell.Kind == CellKind.Markdown
                    ? (place, Readable(cell.Source))
                    : (place, string.Join('\n', Sentence().Matches(cell.Source).Select(m => Hole().Replace(m.Groups[1].Value, " "))));
            }
        }

        foreach (var path in MarkdownFiles.Where(path => !path.Contains("Embedded", StringComparison.Ordinal)))
        {
            yield return (Path.GetRelativePath(Repository.Root, path), Readable(File.ReadAllText(path)));
        }

        foreach (var path in Repository.Files("tests/Exercises", "exercise.json"))
        {
            using var exercise = JsonDocument.Parse(File.ReadAllText(path));
            var root = exercise.RootElement;
            var hints = root.GetProperty("hints").EnumerateArray().Select(hint => hint.GetString());
            yield return (Path.GetRelativePath(Repository.Root, path), Readable(string.Join('\n', [root.GetProperty("title").GetString(), root.GetProperty("task").GetString(), .. hints])));
        }
    }

    // Code, formulas, tags and addresses are no prose; the READMEs of the stand-ins, which list names, are left out above.
    private static string Readable(string markdown) => NoProse().Replace(markdown, " ");

    [GeneratedRegex(@"```.*?```|`[^`\n]+`|<code>.*?</code>|\$\$.*?\$\$|\$[^$\n]+\$|<[^>]+>|\]\([^)]*\)|https?://\S+|&\w+;", RegexOptions.Singleline)]
    private static partial Regex NoProse();

    [GeneratedRegex("\"((?:[^\"\\\\\\n]|\\\\.)* (?:[^\"\\\\\\n]|\\\\.)*)\"")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\{[^}]*\}|\\.")]
    private static partial Regex Hole();
}
