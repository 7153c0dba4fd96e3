// Submissions that are no notebooks, or notebooks that somebody bent: each is read to its end, gains no point, and says why.

using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NotebookHost.Grading;

namespace Exercises.Hostile;

public sealed class HostileNotebookTests(HostileNotebookTests.Grader grader) : IClassFixture<HostileNotebookTests.Grader>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("course-hostile-").FullName;

    private static ExerciseFolder Depth => Solutions.Exercises.Single(e => e.Id == "10.depth");

    private static string Solved => Depth.Reference!;

    public static IEnumerable<TheoryDataRow<string>> Names => Files.Keys.Select(k => new TheoryDataRow<string>(k));

    private static Dictionary<string, Func<byte[]>> Files { get; } = new()
    {
        ["an empty file"] = () => [],
        ["zeros"] = () => new byte[5000],
        ["no JSON"] = () => "hello"u8.ToArray(),
        ["half a notebook"] = () => Encoding.UTF8.GetBytes(Notebook(Cell(Solved))[..200]),
        ["a list"] = () => "[]"u8.ToArray(),
        ["a number"] = () => "1e999"u8.ToArray(),
        ["cells that are no list"] = () => "{\"cells\": {\"a\": 1}}"u8.ToArray(),
        ["cells that are no cells"] = () => "{\"cells\": [1, null, \"x\", [], {}]}"u8.ToArray(),
        ["JSON nested without end"] = () => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", 200_000))),
        ["cells nested without end"] = () => Encoding.UTF8.GetBytes("{\"cells\": " + string.Concat(Enumerable.Repeat("[", 1000)) + string.Concat(Enumerable.Repeat("]", 1000)) + "}"),
        ["a source that is a number"] = () => Raw("{\"cell_type\": \"code\", \"source\": 5}"),
        ["a source of lists of lists"] = () => Raw("{\"cell_type\": \"code\", \"source\": [[\"// exercise 10.depth (2)\\n\"]]}"),
        ["half a character"] = () => Raw("{\"cell_type\": \"code\", \"source\": \"// exercise 10.depth (2)\\n\\ud800\"}"),
        ["bytes that are no UTF-8"] = () => [.. "{\"cells\": [{\"cell_type\": \"code\", \"source\": \""u8, 0xff, 0xfe, 0xc0, .. "\"}]}"u8],
        ["a cell turned into text"] = () => Bytes(Cell(Solved, "markdown")),
        ["a cell turned into raw"] = () => Bytes(Cell(Solved, "raw")),
        ["a cell of no type"] = () => Raw($"{{\"source\": {JsonSerializer.Serialize(Solved)}}}"),
        ["no exercise cell"] = () => Bytes(Cell("1 + 1")),
        ["the right code without its first line"] = () => Bytes(Cell(Solved[(Solved.IndexOf('\n') + 1)..])),
        ["the first line of another exercise"] = () => Bytes(Cell(Solved.Replace("10.depth", "10.block"))),
        ["the marker inside the cell"] = () => Bytes(Cell("var x = 1;\n" + Solved)),
        ["an exercise that does not exist"] = () => Bytes(Cell(Solved.Replace("10.depth", "99.depth"))),
        ["a path as the exercise"] = () => Bytes(Cell("// exercise ../../10.depth (2)\n")),
        ["points of its own"] = () => Bytes(Cell("// exercise 10.depth (2000)\nstatic int BlocksPerStage(int depth) => 0;")),
        ["a wrong cell after the right one"] = () => Bytes(Cell(Solved), Cell("// exercise 10.depth (2)\nstatic int BlocksPerStage(int depth) => 0;")),
        ["a text cell after nothing"] = () => Bytes(Cell("// exercise 10.depth (2)", "code")),
        ["a key that stands twice"] = () => Raw("{\"cell_type\": \"code\", \"source\": \"x\", \"source\": \"// exercise 10.depth (2)\\n0\"}"),
        ["results among the outputs"] = () => Raw("{\"cell_type\": \"code\", \"source\": \"// exercise 10.depth (2)\", \"outputs\": [{\"points\": 2, \"verdict\": \"passed\"}], \"metadata\": {\"points\": 2}}"),
        ["another kernel"] = () => Encoding.UTF8.GetBytes(Notebook(Cell("// exercise 10.depth (2)\n0")).Replace("\"metadata\": {}", "\"metadata\": {\"kernelspec\": {\"name\": \"evil\"}}")),
        ["a magic that runs a shell"] = () => Bytes(Cell("// exercise 10.depth (2)\n#!pwsh\nrm -rf /")),
        ["control characters and HTML"] = () => Bytes(Cell("// exercise 10.depth (2)\nthrow new Exception(\"\\u001b[2J<script>alert(1)</script>]]>&\");")),
        ["ten thousand cells"] = () => Bytes([.. Enumerable.Repeat(Cell("// exercise 10.depth (2)\n0"), 10_000)]),
    };

    [Theory, MemberData(nameof(Names))]
    public void A_bent_notebook_gains_nothing(string name)
    {
        var result = Grade(Write("x.ipynb", Files[name]()));
        Assert.Equal(Depth.Points, result.Worth);
        Assert.Equal(0, result.Points);
        Assert.All(result.Notes, n => Assert.DoesNotContain(n, ch => char.IsControl(ch)));
        Assert.All(result.Exercises.SelectMany(e => e.Checks), c => Assert.NotEmpty(c.Reason));
    }

    [Fact]
    public void A_notebook_of_a_hundred_megabytes_is_not_read()
    {
        var path = Path.Combine(folder, "big.ipynb");
        using (var file = File.Create(path))
        {
            file.SetLength(100 << 20);
        }

        Assert.Contains("was not read", Assert.Single(Grade(path).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_of_two_different_cells_counts_and_a_note_says_so()
    {
        var result = Grade(Write("x.ipynb", Bytes(Cell("// exercise 10.depth (2)\nstatic int BlocksPerStage(int depth) => 0;"), Cell(Solved))));
        Assert.Equal(Depth.Points, result.Points);
        Assert.Contains("more than one cell", Assert.Single(result.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_is_read_without_being_unpacked_and_paths_in_it_mean_nothing()
    {
        var zip = Path.Combine(folder, "eve.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            foreach (var name in (string[])["../../../outside.ipynb", "/etc/outside.ipynb", "C:\\outside.ipynb", "a/b/10-residual-learning.ipynb"])
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Bytes(Cell(Solved)));
            }
        }

        Assert.Equal(Depth.Points, Grade(zip).Points);
        Assert.Equal(["eve.zip"], Directory.EnumerateFileSystemEntries(folder).Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public void A_zip_bomb_is_read_to_the_limit_only()
    {
        var zip = Path.Combine(folder, "bomb.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            using var entry = archive.CreateEntry("10-residual-learning.ipynb", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 200; i++)
            {
                entry.Write(zeros);
            }
        }

        Assert.Contains("was not read", Assert.Single(Grade(zip).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_only_calls_itself_a_zip_is_a_note() =>
        Assert.Contains("cannot be read", Assert.Single(Grade(Write("x.zip", "PK nonsense"u8.ToArray())).Notes), StringComparison.Ordinal);

    [Fact]
    public void Links_are_not_followed()
    {
        Directory.CreateDirectory(Path.Combine(folder, "class"));
        File.CreateSymbolicLink(Path.Combine(folder, "class", "eve.ipynb"), Write("outside.ipynb", Bytes(Cell(Solved))));
        Directory.CreateSymbolicLink(Path.Combine(folder, "class", "loop"), folder);
        Write("class/ada.ipynb", Bytes(Cell(Solved)));
        Assert.Equal(["ada"], Submissions.Find([Path.Combine(folder, "class")]).Select(s => s.Student));
    }

    [Theory]
    [InlineData("../../etc/passwd", ".._.._etc_passwd")]
    [InlineData("=cmd|'/c calc'!A1", "_cmd__")]
    [InlineData("<script>", "_script_")]
    [InlineData("con", "_con")]
    [InlineData("...", "unnamed")]
    [InlineData("a\u001b[2Jb\u202ec", "a__2Jb_c")]
    [InlineData("Zoë Łuksza", "Zoë Łuksza")]
    public void Names_become_names_of_files(string given, string begins)
    {
        var name = Submissions.Name(given);
        Assert.StartsWith(begins.TrimStart('.'), name);
        Assert.DoesNotContain(name, ch => char.IsControl(ch) || ch is '/' or '\\' or '<' or '=' or ':' or '\'');
        Assert.True(name.Length <= 200);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>One examiner for all files: what one submission leaves behind would show in the next.</summary>
    public sealed class Grader : IDisposable
    {
        internal Examiner Examiner { get; } = new(new Book(), [Depth], Solutions.Walls, SandboxLimits.Default);

        public void Dispose() => Examiner.Dispose();
    }

    private static string Cell(string source, string type = "code") => JsonSerializer.Serialize(new { cell_type = type, source });

    private static string Notebook(params string[] cells) => $"{{\"cells\": [{string.Join(",", cells)}], \"metadata\": {{}}, \"nbformat\": 4, \"nbformat_minor\": 5}}";

    private static byte[] Bytes(params string[] cells) => Encoding.UTF8.GetBytes(Notebook(cells));

    private static byte[] Raw(string cell) => Encoding.UTF8.GetBytes($"{{\"cells\": [{cell}]}}");

    private SubmissionResult Grade(string path) =>
        grader.Examiner.Grade(Assert.Single(Submissions.Find([path])), [], new GradeOptions(3, Hidden: true), "");

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
