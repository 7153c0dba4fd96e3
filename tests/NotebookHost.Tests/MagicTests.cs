using System.Text.RegularExpressions;
using NotebookHost.Session;

namespace Tests;

public sealed class MagicTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("magic").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("#!tim\n1", "There is no magic #!tim")]
    [InlineData("Console.Write(1);\n#!fsharp\nlet x = 1", "#!fsharp belongs to .NET Interactive's other kernels")]
    public async Task An_unknown_magic_names_the_known_ones_and_nothing_runs(string code, string said)
    {
        var cell = await Running.Cells(code);
        Assert.Contains(said, cell.Failure!.Message);
        Assert.Contains("#!whos", cell.Failure.Message);
        Assert.Equal("", cell.Out);
        Assert.Empty(cell.Results);
    }

    [Theory]
    [InlineData("var a = 1;\n#!tim", 2)]
    [InlineData("#r \"nuget: \"", 1)]
    [InlineData("var a = 1;\nvar b = 2;\n#!import nothing.csx", 3)]
    public async Task An_error_of_a_magic_names_its_line_once_beside_the_sentence(string code, int line)
    {
        var failure = (await Running.Cells(code)).Failure!;
        Assert.Equal(line, failure.Line);
        Assert.DoesNotContain($"line {line}", failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Single(Regex.Matches(string.Join('\n', failure.Traceback), $"line {line}", RegexOptions.IgnoreCase));
    }

    [Fact]
    public async Task Errors_below_a_magic_name_the_line_of_the_cell()
    {
        var cell = await Running.Cells("#!time\nvar a = 1;\n#!csharp\nvar b = a.Nothing;");
        Assert.Equal(4, cell.Failure!.Line);
    }

    [Fact]
    public async Task Time_shows_the_wall_time_and_texts_keep_their_type()
    {
        var cell = await Running.Cells("#!time\nvar a = 1;\n#!markdown\n# Hello\n#!html\n<b>x</b>");
        Assert.Equal("# Hello", (string?)cell.Displays[0].Data["text/markdown"]);
        Assert.Equal("<b>x</b>", (string?)cell.Displays[1].Data["text/html"]);
        Assert.Matches(@"^Wall time: [\d.]+ms$", (string?)cell.Displays[2].Data["text/plain"]);
        Assert.All(cell.Displays, d => Assert.True(d.Data.ContainsKey("text/plain")));
    }

    [Fact]
    public async Task Who_and_whos_list_the_latest_variable_of_a_name()
    {
        using var session = new CSharpSession();
        var who = await session.Cells("var a = 1; var b = \"x\";", "var a = 2.5;", "#!who");
        Assert.Equal("b\na", (string?)who.Displays[0].Data["text/plain"]);
        var whos = await session.Cells("#!whos");
        Assert.Contains("2.5", (string?)whos.Displays[0].Data["text/html"]);
        Assert.Contains("double", (string?)whos.Displays[0].Data["text/html"]);
    }

    [Fact]
    public async Task Reset_forgets_everything()
    {
        var cell = await Running.Cells("var a = 1;", "#!reset", "a");
        Assert.Equal("CompilationError", cell.Failure?.Name);
        Assert.Equal("3", (await Running.Cells("var a = 1;", "#!reset\nvar a = 3;", "a")).ResultText);
    }

    [Fact]
    public async Task Import_runs_scripts_and_notebooks_in_place_and_load_includes_a_file()
    {
        File.WriteAllText(Path.Combine(folder, "one.csx"), "int One() => 1;");
        File.WriteAllText(Path.Combine(folder, "two.dib"), "#!csharp\nvar two = One() + 1;\n#!markdown\n*hi*\n");
        using var session = new CSharpSession(folder);
        var cell = await session.Cells("#!import one.csx\n#!import two.dib\ntwo", "#load \"one.csx\"\ntwo + One()");
        Assert.Equal("3", cell.ResultText);
    }

    [Fact]
    public async Task Import_of_a_missing_file_or_a_circle_is_a_sentence()
    {
        File.WriteAllText(Path.Combine(folder, "self.csx"), "#!import self.csx");
        using var session = new CSharpSession(folder);
        Assert.Contains("finds no file \"nothing.csx\"", (await session.Cells("#!import nothing.csx")).Failure!.Message);
        Assert.Contains("#load finds no file \"nothing.csx\"", (await session.Cells("#load \"nothing.csx\"")).Failure!.Message);
        Assert.StartsWith("C# 14.0 on .NET 10", (string?)(await session.Cells("#!about")).Displays[0].Data["text/plain"]);
        Assert.Contains("import each other without end", (await session.Cells("#!import self.csx")).Failure!.Message);
    }

    [Fact]
    public async Task A_reference_to_an_assembly_of_the_kit_by_any_path_is_the_one_that_is_loaded()
    {
        var cell = await Running.Cells("#r \"../lib/ConvNets/bin/Nowhere/ConvNets.dll\"\n#r \"System.Xml.Linq\"\ntypeof(ConvNets.Lessons.Kit).Assembly == typeof(ConvNets.Training.Claim).Assembly");
        Assert.Equal("True", cell.ResultText);
        var missing = await Running.Cells("#r \"nowhere/Nothing.dll\"");
        Assert.Contains("Nothing.dll", missing.Failure!.Message);
    }

    [Fact]
    public async Task Packages_that_the_kit_carries_are_there_at_the_first_second_and_third_use_in_a_session()
    {
        using var session = new CSharpSession(folder);
        var cell = await session.Cells(
            "#r \"nuget: System.CommandLine, 3.0.0\"\nvar command = new System.CommandLine.RootCommand(\"hi\");",
            "#r \"nuget: Markdig, 1.6.0\"\nvar html = Markdig.Markdown.ToHtml(\"*a*\");",
            "#r \"nuget: System.CommandLine, 3.0.0\"\nhtml.Trim() + command.Description");
        Assert.Null(cell.Failure);
        Assert.Equal("<p><em>a</em></p>hi", cell.ResultText);
    }

    [Theory]
    [InlineData("#r \"nuget: \"", "names no package")]
    [InlineData("#r \"nuget: A<B>, 1.0\"", "names no package")]
    [InlineData("#r \"nuget: Good, 1;0\"", "is not a version")]
    public async Task A_malformed_package_reference_is_refused(string code, string said) =>
        Assert.Contains(said, (await Running.Cells(code)).Failure!.Message);

    [Fact]
    public async Task A_package_of_the_kit_needs_no_download()
    {
        var cell = await Running.Cells("#r \"nuget: Plotly.NET, 5.1.0\"\ntypeof(Plotly.NET.GenericChart).Name");
        Assert.Equal("GenericChart", cell.ResultText);
    }
}
