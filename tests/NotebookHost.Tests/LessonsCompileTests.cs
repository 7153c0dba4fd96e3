using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using NotebookHost.Documents;
using NotebookHost.Session;
using NotebookHost.Session.Magics;

namespace Tests;

/// <summary>
/// Every cell of every lesson compiles, without being run: so this holds against a genuine TorchSharp assembly too
/// (<c>dotnet test -p:Torch=PATH/TorchSharp.dll</c>), where the native library may be absent.
/// </summary>
public sealed class LessonsCompileTests
{
    private static readonly string Root = Repository();

    public static TheoryData<string> Lessons() => [.. Directory.GetFiles(Path.Combine(Root, "notebooks"), "*.ipynb").Select(f => Path.GetFileName(f)).Order()];

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Every_cell_compiles(string lesson)
    {
        var folder = Path.Combine(Root, "notebooks");
        var compiler = new SubmissionCompiler(new ReferenceResolver(folder, _ => { }), folder);
        foreach (var cell in Notebook.Load(Path.Combine(folder, lesson)).Cells.Where(c => c.Kind == CellKind.Code))
        {
            foreach (var segment in CellScript.Parse(cell.Source).Segments.Where(s => s.Kind == SegmentKind.Code))
            {
                var submission = compiler.Compile(segment.Text, cell.Id ?? "cell", 0, TestContext.Current.CancellationToken);
                Assert.Equal([], submission.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => $"{lesson}, {cell.Id}: {d}"));
                compiler.Commit(submission);
            }
        }
    }

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "..", "..", ".."));
}
