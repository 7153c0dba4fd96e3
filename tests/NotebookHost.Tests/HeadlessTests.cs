using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Headless;
using NotebookHost.Html;

namespace Tests;

public sealed class HeadlessTests
{
    private const string Claim = """
        ConvNets.Training.Claim.Test("01.x", "01-x", "A 2000", "It holds.", ConvNets.Training.Expectation.AtLeast(1), 2, "points")
        """;

    [Fact]
    public async Task A_notebook_runs_and_keeps_its_outputs_its_ids_and_its_claims()
    {
        var notebook = Notebook.Create();
        notebook.Add(CellKind.Markdown, "# Title", "t");
        notebook.Add(CellKind.Code, "Console.WriteLine(\"hi\"); 6 * 7", "c");
        notebook.Add(CellKind.Code, Claim, "k");
        var report = await NotebookRunner.RunAsync(notebook, new RunOptions());
        Assert.True(report.Succeeded);
        Assert.Equal(["t", "c", "k"], report.Notebook.Cells.Select(c => c.Id));
        Assert.Equal(["stream", "execute_result"], report.Notebook.Cells[1].Outputs.Select(o => (string?)o!["output_type"]));
        Assert.Equal("01.x", (string?)Assert.Single(report.Claims)["id"]);
        Assert.Empty(notebook.Cells[1].Outputs);
    }

    [Theory]
    [InlineData("<details><summary>Hint</summary>a block of $L$ layers, $a < b$</details>", "a block of <span class=\"math\">\\(L\\)</span> layers, <span class=\"math\">\\(a < b\\)</span></details>")]
    [InlineData("<details><code>\"$x$\"</code> costs $5 or $6</details>", "<code>\"$x$\"</code> costs $5 or $6")]
    public void Formulas_in_details_are_formulas_and_dollars_in_code_are_not(string text, string expected)
    {
        var notebook = Notebook.Create();
        notebook.Add(CellKind.Markdown, $"# Title\n\n{text}");
        Assert.Contains(expected, LessonPage.Write(notebook), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_go_into_a_cell_after_the_tagged_one()
    {
        var notebook = Notebook.Create();
        var tagged = notebook.Add(CellKind.Code, "var profile = \"quick\"; var data = \"\"; var seed = 1L;");
        tagged.Metadata["tags"] = new JsonArray("parameters");
        notebook.Add(CellKind.Code, "$\"{profile} {data} {seed}\"");
        var report = await NotebookRunner.RunAsync(notebook, new RunOptions { Profile = "smoke", Data = "C:\\a \"b\"", Seed = 7 });
        Assert.Equal(3, report.Notebook.Cells.Count);
        Assert.Equal("smoke C:\\a \"b\" 7", Text(report.Notebook.Cells[2].Outputs[0]));
    }

    [Fact]
    public async Task A_run_stops_at_an_error_or_goes_on_as_asked()
    {
        var notebook = Notebook.Create();
        notebook.Add(CellKind.Code, "var a = 1;");
        notebook.Add(CellKind.Code, "a.Nothing");
        notebook.Add(CellKind.Code, "a + 1");
        var stopped = await NotebookRunner.RunAsync(notebook, new RunOptions());
        Assert.Equal(2, Assert.Single(stopped.Failures).Cell);
        Assert.Empty(stopped.Notebook.Cells[2].Outputs);
        var went = await NotebookRunner.RunAsync(notebook, new RunOptions { GoOnAfterError = true });
        Assert.Equal("2", Text(went.Notebook.Cells[2].Outputs[0]));
    }

    [Fact]
    public async Task A_cell_over_its_limit_is_stopped_with_a_sentence()
    {
        var notebook = Notebook.Create();
        notebook.Add(CellKind.Code, "while (true) { }");
        var report = await NotebookRunner.RunAsync(notebook, new RunOptions { CellLimit = TimeSpan.FromMilliseconds(300) });
        Assert.Contains("a cell may take 0.3 seconds", Assert.Single(report.Failures).Error.Message);
    }

    [Fact]
    public async Task A_lesson_that_kills_its_process_fails_alone_and_keeps_what_it_did()
    {
        using var folder = new TemporaryFolder();
        var deadly = Notebook.Create();
        deadly.Add(CellKind.Markdown, "# Deadly");
        deadly.Add(CellKind.Code, "Console.WriteLine(\"before\"); Console.Out.Flush();");
        deadly.Add(CellKind.Code, "Environment.FailFast(\"the end\");");
        deadly.Save(folder.File("01-deadly.ipynb"));
        var fine = Notebook.Create();
        fine.Add(CellKind.Markdown, "# Fine\n\n## Part\n\nA paragraph that is long enough to be the summary of it.");
        fine.Add(CellKind.Code, Claim);
        fine.Save(folder.File("02-fine.ipynb"));
        var report = await HeadlessCourse.RunAsync(new CourseOptions { Notebooks = folder.Path, Out = folder.File("out"), Jobs = 2, ChildCommand = Child() });
        Assert.False(report.Succeeded);
        Assert.Contains("the end", Assert.Single(report.Lessons[0].Report.Failures).Error.Message);
        Assert.Equal("before\n", MultilineText.Read(report.Lessons[0].Report.Notebook.Cells[1].Outputs[0]!["text"]));
        Assert.True(report.Lessons[1].Report.Succeeded);
        foreach (var file in new[] { "01-deadly.ipynb", "01-deadly.html", "02-fine.ipynb", "02-fine.html", "index.html", "claims.json" })
        {
            Assert.True(File.Exists(Path.Combine(folder.Path, "out", file)), file);
        }

        var index = File.ReadAllText(Path.Combine(folder.Path, "out", "index.html"));
        Assert.Contains("stopped at cell 2", index);
        Assert.Contains("02-fine.html#part", index);
    }

    [Fact]
    public async Task A_display_that_a_later_cell_updates_ends_as_that_cell_left_it()
    {
        using var folder = new TemporaryFolder();
        var lesson = Notebook.Create();
        lesson.Add(CellKind.Code, "var line = \"training ...\".Display(\"text/plain\");");
        lesson.Add(CellKind.Code, "line.Update(\"2 nets trained\");");
        lesson.Save(folder.File("01-lesson.ipynb"));
        var report = await HeadlessCourse.RunAsync(new CourseOptions { Notebooks = folder.Path, ChildCommand = Child() });
        Assert.Equal("2 nets trained", MultilineText.Read(Assert.Single(report.Lessons[0].Report.Notebook.Cells[0].Outputs)!["data"]!["text/plain"]));
    }

    [Theory]
    [InlineData("var hoard = new List<byte[]>(); while (true) { hoard.Add(new byte[1_000_000]); }")]
    [InlineData("var hoard = new List<string>(); while (true) { hoard.Add(new string('a', 100)); }")]
    [InlineData("var hoard = new int[1_500_000_000];")]
    public async Task A_cell_that_uses_up_the_memory_fails_with_a_sentence_and_the_next_one_can_free_it(string code)
    {
        using var limited = new LimitedMemory();
        var notebook = Notebook.Create();
        notebook.Add(CellKind.Code, "var kept = 5;");
        notebook.Add(CellKind.Code, code);
        notebook.Add(CellKind.Code, "hoard = null; GC.Collect(); kept");
        var path = Path.Combine(limited.Folder, "hoard.ipynb");
        notebook.Save(path);
        var report = await LessonProcess.RunAsync(path, new RunOptions { GoOnAfterError = true, CellLimit = TimeSpan.FromSeconds(60) }, command: limited.Command(ChildProcess.Verb));
        Assert.Contains("The memory does not suffice", Assert.Single(report.Failures).Error.Message);
        Assert.Equal("5", Text(report.Notebook.Cells[2].Outputs[0]));
    }

    [Fact]
    public void An_unknown_lesson_is_refused_with_the_names_of_the_known_ones()
    {
        using var folder = new TemporaryFolder();
        Notebook.Create().Save(folder.File("10-residual-learning.ipynb"));
        Assert.Equal("10-residual-learning", Lesson.Find(folder.Path, ["10"])[0].Name);
        Assert.Equal("10-residual-learning", Lesson.Find(folder.Path, ["residual-learning"])[0].Name);
        Assert.Contains("Lessons: 10-residual-learning", Assert.Throws<NotebookException>(() => Lesson.Find(folder.Path, ["99"])).Message);
    }

    [Fact]
    public void A_page_needs_no_network_and_escapes_what_it_shows()
    {
        var notebook = Notebook.Create();
        notebook.Add(CellKind.Markdown, "# A <b>title</b>\n\n## Part one\n\n$x < y$ and [next](02-next.ipynb)\n\n## Part one");
        var code = notebook.Add(CellKind.Code, "var a = \"<script>\"; // 1 < 2");
        code.Outputs.Add(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "a < b\u001b[31mred\u001b[0m" });
        code.Outputs.Add(new JsonObject
        {
            ["output_type"] = "display_data",
            ["data"] = new JsonObject
            {
                ["application/vnd.plotly.v1+json"] = new JsonObject { ["data"] = new JsonArray(), ["layout"] = new JsonObject { ["title"] = "</script>" } },
                ["image/svg+xml"] = "<svg id=\"static\"></svg>",
                ["text/plain"] = "chart",
            },
        });
        var page = LessonPage.Write(notebook);
        Assert.DoesNotContain("src=\"http", page);
        Assert.DoesNotContain("<link", page);
        Assert.DoesNotContain("@import", page);
        Assert.Contains("<svg id=\"static\">", page);
        Assert.Contains("a &lt; b<span class=\"ansi-red\">red</span>", page);
        Assert.Contains("&lt;script&gt;", page);
        Assert.Contains("\"title\":\"\\u003C/script\\u003E\"", page);
        Assert.Contains("href=\"#part-one\"", page);
        Assert.Contains("href=\"#part-one-1\"", page);
        Assert.Contains("02-next.html", page);
        Assert.Contains("window.Plotly", page);
        Assert.Contains("data:font/woff2", page);
    }

    [Fact]
    public void A_page_without_charts_and_formulas_carries_neither_library()
    {
        var notebook = Notebook.Create();
        notebook.Add(CellKind.Markdown, "# Plain");
        Assert.True(LessonPage.Write(notebook).Length < 40_000);
    }

    [Theory]
    [InlineData("var x = 1;", "<span class=\"k\">var</span> x = <span class=\"n\">1</span>;")]
    [InlineData("#!time\nF(\"s\");", "<span class=\"p\">#!time</span>\n<span class=\"m\">F</span>(<span class=\"s\">&quot;s&quot;</span>);")]
    [InlineData("#r \"nuget: X, 1\"\n// c", "<span class=\"p\">#r &quot;nuget: X, 1&quot;</span>\n<span class=\"c\">// c</span>")]
    public void Code_is_coloured(string code, string expected) => Assert.Equal(expected, CodeHighlighter.ToHtml(code));

    private static string[] Child() => [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", "exec", typeof(Course.Cli).Assembly.Location, ChildProcess.Verb];

    private static string Text(JsonNode? output) => MultilineText.Read(output!["data"]!["text/plain"]);
}
