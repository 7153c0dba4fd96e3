using NotebookHost.Session;
using NotebookHost.Session.Services;

namespace Tests;

public class ServiceTests
{
    [Theory]
    [InlineData("Console.Wri|", "WriteLine", "method")]
    [InlineData("numbers.Sel|", "Select", "method")]
    [InlineData("numbers.Where(n => n.ToSt|", "ToString", "method")]
    [InlineData("System.Tex|", "Text", "namespace")]
    [InlineData("nu|", "numbers", "field")]
    [InlineData("forea|", "foreach", "keyword")]
    [InlineData("#!who|", "#!whos", "magic")]
    [InlineData("new DateTime(2000, 1, 1).|", "AddDays", "method")]
    [InlineData("numbers?.Leng|", "Length", "property")]
    [InlineData("#!time\nnumbers.Le|", "Length", "property")]
    public async Task Completion_knows_the_session(string marked, string expected, string kind)
    {
        using var session = new CSharpSession();
        await session.Cells("var numbers = new[] { 1, 2, 3 };");
        var (code, position) = Cursor(marked);
        var found = new CodeServices(session).Complete(code, position);
        Assert.Contains(found.Items, i => i.Text == expected && i.Kind == kind);
        Assert.Equal(code[found.Start..position], marked[found.Start..marked.IndexOf('|')]);
    }

    [Theory]
    [InlineData("\"text Con|\"")]
    [InlineData("// comment Con|")]
    [InlineData("nothing.|")]
    public async Task Completion_is_silent_where_there_is_nothing_to_say(string marked)
    {
        using var session = new CSharpSession();
        await session.Cells("1");
        var (code, position) = Cursor(marked);
        Assert.Empty(new CodeServices(session).Complete(code, position).Items);
    }

    [Fact]
    public async Task Hover_shows_declaration_documentation_and_value()
    {
        using var session = new CSharpSession();
        await session.Cells("var count = 41;");
        var services = new CodeServices(session);
        var variable = services.Hover("count + 1", 2);
        Assert.Equal("int count", variable?.Signature);
        Assert.Equal("41", variable?.Value);
        var kit = services.Hover("ConvNets.Lessons.Kit.Require(\"0.1\")", 24);
        Assert.Contains("string Kit.Require(string version)", kit?.Signature);
        Assert.Contains("whether this kit can run a lesson", kit?.Documentation);
        Assert.Null(services.Hover("  ", 1));
    }

    [Fact]
    public void Signatures_list_the_overloads_and_the_active_parameter()
    {
        using var session = new CSharpSession();
        var help = new CodeServices(session).Signatures("Math.Max(1, ", 12);
        Assert.NotNull(help);
        Assert.Equal(1, help.ActiveParameter);
        Assert.Contains(help.Overloads, o => o.Label == "int Math.Max(int val1, int val2)");
        Assert.Equal(2, help.Overloads[0].Parameters.Count);
    }

    [Theory]
    [InlineData("1 + 1", Completeness.Complete)]
    [InlineData("#!time\nvar x = 1;", Completeness.Complete)]
    [InlineData("if (true) {", Completeness.Incomplete)]
    [InlineData("var x = (1 +", Completeness.Incomplete)]
    [InlineData("var x = );", Completeness.Invalid)]
    public void Is_complete_tells_the_three_states_apart(string code, Completeness expected) =>
        Assert.Equal(expected, CodeServices.IsComplete(code));

    [Fact]
    public async Task Diagnostics_know_the_session_and_point_at_the_code()
    {
        using var session = new CSharpSession();
        await session.Cells("var a = 1;");
        var found = new CodeServices(session).Diagnostics("#!time\na.Foo();");
        var error = Assert.Single(found);
        Assert.Equal(("error", "CS1061", 2), (error.Severity, error.Id, error.Line));
        Assert.Equal("Foo", "#!time\na.Foo();"[error.Start..error.End]);
    }

    private static (string Code, int Position) Cursor(string marked)
    {
        var at = marked.IndexOf('|');
        return (marked.Remove(at, 1), at);
    }
}
