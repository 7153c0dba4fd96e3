using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tests;

public sealed class RunTests : FolderTests
{
    private readonly string notebooks;

    public RunTests()
    {
        notebooks = Directory.CreateDirectory(Path.Combine(Folder, "notebooks")).FullName;
        Write("01-good", """
            using ConvNets.Training;
            display(Claim.Test("01.sum", "01-good", "Nobody 2026", "One and one is two.", Expectation.Exactly(2), 1 + 1, ""));
            """);
        Write("02-broken", "var a = 1;\nvar b = a + undefinedName;");
        Write("03-last", """Console.WriteLine($"profile {profile}, seed {seed}");""");
    }

    private string Out => Path.Combine(Folder, "out");

    private Answer Run(params string[] args) => Answer.To(["run", .. args, "--notebooks", notebooks, "--out", Out, "--profile", "smoke"]);

    [Fact]
    public void A_lesson_leaves_its_notebook_its_page_the_index_and_its_claims()
    {
        var answer = Run("1");
        Assert.Equal("", answer.Error);
        Assert.Equal(0, answer.Code);
        Assert.All(["01-good.ipynb", "01-good.html", "index.html", "claims.json"], f => Assert.True(File.Exists(Path.Combine(Out, f)), f));
        Assert.Contains("The claim held.", answer.Out);
        using var claims = JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "claims.json")));
        Assert.Equal("smoke", claims.RootElement.GetProperty("profile").GetString());
        Assert.Equal("embedded", claims.RootElement.GetProperty("data").GetString());
        var claim = Assert.Single(claims.RootElement.GetProperty("claims").EnumerateArray());
        Assert.Equal("01.sum", claim.GetProperty("id").GetString());
        Assert.True(claim.GetProperty("holds").GetBoolean());
    }

    [Fact]
    public void A_broken_cell_is_shown_with_its_error_and_line_and_the_others_still_run()
    {
        var answer = Run();
        Assert.Equal(1, answer.Code);
        Assert.Contains("02-broken, cell 3, line 2: CS0103", answer.Error);
        Assert.Contains("undefinedName", answer.Error);
        Assert.Contains("1 of 3 lessons failed: 02-broken.", answer.Error);
        Assert.DoesNotContain("   at Course", answer.Error);
        Assert.All(["01-good", "02-broken", "03-last"], l => Assert.True(File.Exists(Path.Combine(Out, l + ".html")), l));
        Assert.Contains("profile smoke, seed 1", File.ReadAllText(Path.Combine(Out, "03-last.ipynb")));
        Assert.Contains("01.sum", File.ReadAllText(Path.Combine(Out, "claims.json")));
    }

    [Fact]
    public void Lessons_run_side_by_side_with_the_same_results()
    {
        var answer = Run("01-good", "03-last", "--jobs", "2", "--seed", "4");
        Assert.Equal("", answer.Error);
        Assert.Equal(0, answer.Code);
        Assert.Contains("profile smoke, seed 4", File.ReadAllText(Path.Combine(Out, "03-last.ipynb")));
        Assert.Contains("01.sum", File.ReadAllText(Path.Combine(Out, "claims.json")));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("01-god")]
    public void An_unknown_lesson_is_wrong_usage_that_names_the_known_ones(string lesson) => Run(lesson).IsOneSentence(2, lesson, "01-good", "03-last");

    [Fact]
    public void A_misspelt_option_is_not_taken_for_a_lesson() => Run("--profil", "smoke").IsOneSentence(2, "--profil", "--profile");

    [Fact]
    public void An_unknown_profile_is_wrong_usage() => Answer.To("run", "--profile", "ful").IsOneSentence(2, "smoke, quick or full", "full");

    [Fact]
    public void Clean_removes_outputs_from_the_files_and_nothing_else()
    {
        Run("1");
        var executed = Path.Combine(Out, "01-good.ipynb");
        var before = JsonNode.Parse(File.ReadAllText(executed))!;
        Assert.Contains("Removed the outputs of 01-good.", Answer.To("run", "--clean", "--notebooks", Out).Out);
        var after = JsonNode.Parse(File.ReadAllText(executed))!;
        foreach (var cell in before["cells"]!.AsArray().Where(c => c!["outputs"] is not null))
        {
            cell!["outputs"] = new JsonArray();
            cell["execution_count"] = null;
        }

        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        var again = Answer.To("run", executed, "--clean", "--notebooks", notebooks);
        Assert.Equal("No notebook had outputs.", again.Out.Trim());
    }

    [Fact]
    public void A_cell_over_its_limit_fails_and_the_cells_after_it_run_where_that_is_asked_for()
    {
        Write("03-last", "while (true) { }", "Console.WriteLine(\"and on\");");
        var answer = Run("3", "--cell-limit", "0.5", "--go-on");
        Assert.Equal(1, answer.Code);
        Assert.Contains("a cell may take 0.5 seconds", answer.Error);
        Assert.Contains("and on", File.ReadAllText(Path.Combine(Out, "03-last.ipynb")));
    }

    [Fact]
    public void A_notebook_of_ones_own_runs_by_its_path()
    {
        var mine = Path.Combine(Folder, "mine.ipynb");
        File.Move(Path.Combine(notebooks, "03-last.ipynb"), mine);
        var answer = Run(mine);
        Assert.Equal("", answer.Error);
        Assert.Contains("profile smoke", File.ReadAllText(Path.Combine(Out, "mine.ipynb")));
        Assert.True(File.Exists(Path.Combine(Out, "mine.html")));
        Assert.Equal(0, Answer.To("run", mine, "--out", Path.Combine(Folder, "alone"), "--profile", "smoke").Code);
        Run(Path.Combine(Folder, "nowhere.ipynb")).IsOneSentence(2, "nowhere.ipynb");
    }

    [Fact]
    public void A_lesson_over_its_limit_ends()
    {
        Write("03-last", "while (true) { }");
        Assert.Contains("it may take 1.5 seconds in all", Run("3", "--limit", "1.5").Error);
    }

    [Fact]
    public void Results_never_replace_the_lessons_themselves() =>
        Answer.To("run", "1", "--notebooks", notebooks, "--out", notebooks).IsOneSentence(2, "would replace", "--out");

    [Fact]
    public void A_missing_data_folder_is_wrong_usage() => Run("--data", Path.Combine(Folder, "nowhere")).IsOneSentence(2, "nowhere", "does not exist");

    [Fact]
    public void A_folder_without_lessons_is_wrong_usage() => Answer.To("run", "--notebooks", Folder).IsOneSentence(2, "holds no lessons");

    [Fact]
    public void A_file_that_is_no_notebook_fails_alone()
    {
        File.WriteAllText(Path.Combine(notebooks, "02-broken.ipynb"), "{");
        var answer = Run("1", "2");
        Assert.Equal(1, answer.Code);
        Assert.Contains("02-broken.ipynb", answer.Error);
        Assert.True(File.Exists(Path.Combine(Out, "01-good.html")));
    }

    private void Write(string name, params string[] code)
    {
        var notebook = new JsonObject
        {
            ["cells"] = new JsonArray([
                new JsonObject { ["cell_type"] = "code", ["id"] = "parameters", ["metadata"] = new JsonObject { ["tags"] = new JsonArray("parameters") }, ["execution_count"] = null, ["outputs"] = new JsonArray(), ["source"] = "var profile = \"quick\"; var data = \"\"; var seed = 1;" },
                .. code.Select((c, i) => new JsonObject { ["cell_type"] = "code", ["id"] = $"body{i}", ["metadata"] = new JsonObject(), ["execution_count"] = null, ["outputs"] = new JsonArray(), ["source"] = c })]),
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = ".net-csharp", ["display_name"] = ".NET (C#)", ["language"] = "C#" } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        File.WriteAllText(Path.Combine(notebooks, name + ".ipynb"), notebook.ToJsonString());
    }
}
