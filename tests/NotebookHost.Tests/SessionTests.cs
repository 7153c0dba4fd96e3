using NotebookHost.Session;

namespace Tests;

public class SessionTests
{
    [Fact]
    public async Task Of_a_long_line_the_error_shows_the_part_around_the_mistake_and_the_same_mistake_once()
    {
        var cell = await Running.Cells($"var sum = {string.Concat(Enumerable.Repeat("1 + ", 60))}nothing + nothing + nothing;");
        var trace = cell.Failure!.Traceback;
        Assert.Equal(3, trace.Count);
        Assert.All(trace.Skip(1), line => Assert.True(line.Length < 140));
        Assert.Equal("nothing", trace[1].Substring(trace[2].IndexOf("\u001b[31m", StringComparison.Ordinal), 7));
        Assert.DoesNotContain("more", cell.Failure.Message);
    }

    [Theory]
    [InlineData("using System.IO;")]
    [InlineData("using static System.Math;\n// and a comment")]
    [InlineData("using Whole = System.Int32;")]
    [InlineData("// a comment")]
    [InlineData("/* a comment */\n#nullable enable")]
    [InlineData("#r \"System.Xml.Linq\"")]
    [InlineData("\n\n")]
    public async Task A_cell_without_a_statement_runs(string code)
    {
        using var session = new CSharpSession();
        Assert.Null((await session.Cells(code)).Failure);
        Assert.Equal("42", (await session.Cells(code, "6 * 7")).ResultText);
    }

    [Fact]
    public async Task A_reference_in_a_cell_of_its_own_holds_for_the_next() =>
        Assert.Equal("1", (await Running.Cells("#r \"System.CommandLine.dll\"", "new System.CommandLine.RootCommand().Options.Count(o => o.Name == \"--help\")")).ResultText);

    [Fact]
    public async Task Usings_of_a_cell_of_their_own_hold_for_the_next() =>
        Assert.Equal("a.b", (await Running.Cells("using System.IO;", "Path.GetFileName(\"/x/a.b\")")).ResultText);

    [Fact]
    public async Task A_cell_with_many_errors_shows_the_first_eight()
    {
        var cell = await Running.Cells(string.Concat(Enumerable.Range(0, 30).Select(i => $"n{i}();\n")));
        Assert.Contains("... and 22 more errors", cell.Failure!.Traceback[^1]);
        Assert.Contains("(and 29 more)", cell.Failure.Message);
    }

    [Fact]
    public async Task The_last_expression_is_the_result_and_plain_text_is_in_its_bundle()
    {
        var cell = await Running.Cells("var x = 20;", "x + 22");
        Assert.Null(cell.Failure);
        Assert.Equal("42", cell.ResultText);
        Assert.Contains("42", (string?)cell.Results[0]["text/html"]);
    }

    [Fact]
    public async Task Variables_types_and_functions_are_shared_and_may_be_redefined()
    {
        var cell = await Running.Cells(
            "record Point(int X, int Y); int Twice(int a) => 2 * a; var p = new Point(1, 2);",
            "int Twice(int a) => 20 * a; var p = \"text\";",
            "$\"{p} {Twice(2)} {new Point(3, 4).Y}\"");
        Assert.Equal("text 40 4", cell.ResultText);
    }

    [Fact]
    public async Task Await_works_at_the_top_level_and_returns_to_the_same_thread()
    {
        var cell = await Running.Cells("var a = Environment.CurrentManagedThreadId; await Task.Delay(1); await Task.Yield(); a == Environment.CurrentManagedThreadId");
        Assert.Equal("True", cell.ResultText);
    }

    [Fact]
    public async Task A_void_call_without_semicolon_and_a_statement_have_no_result_but_null_is_shown()
    {
        Assert.Empty((await Running.Cells("Console.WriteLine(1)")).Results);
        Assert.Empty((await Running.Cells("var y = 3;")).Results);
        Assert.Equal("<null>", (await Running.Cells("(string)null")).ResultText);
    }

    [Fact]
    public async Task Console_output_is_kept_apart_by_stream()
    {
        var cell = await Running.Cells("Console.Write(\"a\"); Console.Error.Write(\"e\"); Console.WriteLine(\"b\");");
        Assert.Equal("ab\n", cell.Out);
        Assert.Equal("e", cell.Err);
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_names_cell_and_line_and_underlines_the_code()
    {
        var cell = await Running.Cells("for (var i = 0; i < 3; i++) { }\nvar s = \"a\";\ns.Leng");
        Assert.NotNull(cell.Failure);
        Assert.Equal("CompilationError", cell.Failure.Name);
        Assert.Equal(3, cell.Failure.Line);
        Assert.StartsWith("cell[1], line 3: CS1061", cell.Failure.Message);
        Assert.Contains("s.Leng", cell.Failure.Traceback[1]);
        Assert.Equal("      \u001b[31m^^^^\u001b[0m", cell.Failure.Traceback[2]);
    }

    [Fact]
    public async Task A_run_time_error_names_the_line_and_shows_no_frame_of_the_framework()
    {
        var cell = await Running.Cells("int Parse(string s)\n{\n    var n = int.Parse(s);\n    return n;\n}", "var before = 1;\nvar n = Parse(\"x\");\nvar after = 2;");
        Assert.NotNull(cell.Failure);
        Assert.Equal("System.FormatException", cell.Failure.Name);
        Assert.Equal(3, cell.Failure.Line);
        Assert.Contains("cell[1], line 3", cell.Failure.Traceback[1]);
        Assert.Contains(cell.Failure.Traceback, l => l.Contains("cell[2], line 2"));
        Assert.DoesNotContain(cell.Failure.Traceback, l => l.Contains("System.Number") || l.Contains("Submission#"));
    }

    [Fact]
    public async Task A_failed_cell_keeps_its_variables_and_one_that_does_not_compile_changes_nothing()
    {
        var cell = await Running.Cells("var kept = 5; throw new Exception(\"no\");", "var kept = ;", "kept");
        Assert.Equal("5", cell.ResultText);
    }

    [Fact]
    public async Task Warnings_are_shown_as_a_soft_line_with_their_place()
    {
        var cell = await Running.Cells("while (false)\n{\n    Console.WriteLine();\n}");
        Assert.Null(cell.Failure);
        var text = (string?)Assert.Single(cell.Displays).Data["text/plain"];
        Assert.StartsWith("cell[1], line 3: warning CS0162", text);
    }

    [Fact]
    public async Task Displayed_values_can_be_updated_and_always_carry_plain_text()
    {
        var cell = await Running.Cells("using Microsoft.DotNet.Interactive;\nvar d = KernelInvocationContext.Current.Display(1); d.Update(\"two\"); HTML(\"<b>x</b>\").Display(); display(3);");
        Assert.Null(cell.Failure);
        Assert.Equal(4, cell.Displays.Count);
        Assert.True(cell.Displays[1].Update);
        Assert.Equal(cell.Displays[0].DisplayId, cell.Displays[1].DisplayId);
        Assert.Equal("<b>x</b>", (string?)cell.Displays[2].Data["text/html"]);
        Assert.All(cell.Displays, d => Assert.True(d.Data.ContainsKey("text/plain")));
    }

    [Fact]
    public async Task Input_asks_the_front_end_and_without_one_says_so_in_a_sentence()
    {
        using var session = new NotebookHost.Session.CSharpSession();
        var asked = new Recording { Answer = prompt => prompt + "!" };
        await session.RunAsync("input(\"name\")", asked);
        Assert.Equal("name!", asked.ResultText);
        var unanswered = await session.Cells("input(\"name\")");
        Assert.Contains("nobody can answer", unanswered.Failure!.Message);
    }

    [Fact]
    public async Task Modern_csharp_works_in_cells()
    {
        var cell = await Running.Cells("""
            class Box(int value) { public int Value { get => field; set => field = value < 0 ? 0 : value; } = value; }
            List<int> list = [1, 2, .. new[] { 3 }];
            var box = new Box(3) { Value = -1 };
            unsafe { int* p = stackalloc int[1]; *p = 4; list.Add(*p); }
            string text = list switch { [1, .., var last] => $"last {last}", _ => "none" };
            (text, box.Value)
            """);
        Assert.Null(cell.Failure);
        Assert.Equal("( last 4, 0 )", cell.ResultText);
    }

    [Theory]
    [InlineData("var a = new int[3];\nvar i = 5;\nConsole.Write(\"\");\na[i] = 4;\nvar z = 1;", 4)]
    [InlineData("string Get(int n) => n > 100 ? \"x\" : null;\nint Len(int k)\n{\n  var s = Get(k);\n  var t = s.Length;\n  return t;\n}\nLen(1)", 5)]
    [InlineData("var l = new List<int> { 1, 2 };\nvar s = l.Select(x =>\n{\n  var y = x - 1;\n  return 10 / y;\n}).ToList();", 5)]
    [InlineData("await Task.Delay(1);\nvar g = 1;\nawait Task.Yield();\nthrow new Exception(\"x\");", 4)]
    [InlineData("var a = new int[9];\nfor (var y = 0; y < 3; y++)\n{\n  for (var x = 0; x < 4; x++)\n  {\n    var at = y * 4 + x;\n    a[at] = x;\n  }\n}", 7)]
    [InlineData("float[] Conv(float[] x)\n{\n  var y = new float[4];\n  for (var i = 0; i < 4; i++)\n    for (var j = 0; j < 3; j++)\n    {\n      y[i] += x[i + j];\n    }\n  return y;\n}\nvar z = 1;\nConv(new float[5]);", 7)]
    public async Task The_line_of_an_error_is_exact_also_where_code_is_optimised(string code, int line) =>
        Assert.Equal(line, (await Running.Cells(code)).Failure?.Line);

    [Fact]
    public async Task The_first_cell_may_come_during_the_warm_up_and_while_an_editor_asks()
    {
        const string setup = "#r \"TorchSharp.dll\"\nusing TorchSharp;\nusing static TorchSharp.torch;\nvar t = arange(0f, 6f).reshape(2, 3);";
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var session = new NotebookHost.Session.CSharpSession();
            var services = new NotebookHost.Session.Services.CodeServices(session);
            var warm = session.WarmUpAsync();
            var asked = Task.Run(() => services.Diagnostics(setup), TestContext.Current.CancellationToken);
            var cell = await session.Cells(setup, "t[.., 1..3].mul_(10); t.sum().ToSingle()");
            Assert.Null(cell.Failure);
            Assert.DoesNotContain(await asked, d => d.Severity == "error");
            await warm;
        }));
    }
}
