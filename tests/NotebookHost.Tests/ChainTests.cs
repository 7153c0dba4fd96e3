using NotebookHost.Session;

namespace Tests;

/// <summary>The chain of cells, of which the compiler remembers every link.</summary>
public class ChainTests
{
    [Theory]
    [InlineData("x + 1")]
    [InlineData("Console.WriteLine(x);")]
    [InlineData("for (var i = 0; i < 3; i++) { x += i; }")]
    [InlineData("foreach (var n in new[] { 1, 2 }) { Console.Write(n); }\nx.ToString()")]
    [InlineData("await Task.Delay(1);")]
    public async Task A_cell_that_declares_nothing_is_no_link_of_the_chain(string code)
    {
        using var session = new CSharpSession();
        await session.Cells("var x = 1;");
        var last = session.Compiler.Last;
        Assert.Null((await session.Cells(code)).Failure);
        Assert.Same(last, session.Compiler.Last);
        Assert.Equal("5", (await session.Cells("var y = 4;", "x = 1;", "x + y")).ResultText);
    }

    [Theory]
    [InlineData("int.TryParse(\"42\", out var n);", "n")]
    [InlineData("if (\"42\" is { } s && s.Length > 0) { }", "s")]
    [InlineData("var (a, b) = (40, 2);", "a + b")]
    [InlineData("int Answer() => 42;", "Answer()")]
    [InlineData("record Point(int X);", "new Point(42).X")]
    [InlineData("using N = System.Int32;", "N.Parse(\"42\")")]
    [InlineData("public int P { get; set; } = 42;", "P")]
    public async Task What_a_cell_declares_is_there_after_cells_that_declare_nothing(string declaration, string use) =>
        Assert.Equal("42", (await Running.Cells(declaration, "1 + 1", "Console.WriteLine();", use)).ResultText);

    [Fact]
    public async Task A_lambda_of_a_cell_that_declares_nothing_keeps_its_values()
    {
        using var session = new CSharpSession();
        var cell = await session.Cells("var all = new List<Func<int>>(); var x = 1;", "for (var i = 0; i < 3; i++) { var k = i; all.Add(() => k + x); }", "var x2 = 5;", "x = 10;", "all.Sum(f => f())");
        Assert.Equal("33", cell.ResultText);
    }

    [Fact]
    public void Assemblies_that_only_forward_to_others_are_no_references_unless_one_of_them_names_them()
    {
        var names = SessionReferences.All.Select(r => Path.GetFileNameWithoutExtension(r.Display!)).ToHashSet();
        Assert.DoesNotContain("netstandard", names);
        Assert.DoesNotContain("System.IO", names);
        Assert.Superset(new HashSet<string> { "System.Private.CoreLib", "System.Runtime", "System.Linq", "System.Net.Http", "System.Private.Xml.Linq", "ConvNets", "TorchSharp" }, names);
        Assert.InRange(names.Count, 60, 130);
    }

    [Fact]
    public async Task A_reference_that_comes_late_changes_no_type_of_the_cells_before()
    {
        var cell = await Running.Cells(
            "var chart = Plotly.NET.CSharp.Chart.Line<int, int, string>([1], [1]); var model = ConvNets.Architectures.Registry.Find(\"resnet-cifar-20\");",
            "#r \"Microsoft.Extensions.Primitives\"\nvar words = new Microsoft.Extensions.Primitives.StringSegment(\"abc\");",
            "#r \"netstandard\"\nPlotly.NET.GenericChart same = chart; ConvNets.Architectures.Architecture also = model; words.Length");
        Assert.Null(cell.Failure);
        Assert.Equal("3", cell.ResultText);
    }
}
