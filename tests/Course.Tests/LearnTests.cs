using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using NotebookHost.Documents;

namespace Tests;

/// <summary>Lessons in the browser: what the page's script says and hears, over the real server and real session processes.</summary>
public sealed class LearnTests(LearnCourse course) : IClassFixture<LearnCourse>
{
    private string Copy(string lesson) => Path.Combine(course.Work, lesson + ".ipynb");

    [Fact]
    public async Task A_cell_runs_every_window_sees_it_and_the_copy_keeps_it()
    {
        var original = File.ReadAllText(Path.Combine(course.Notebooks, "01-first.ipynb"));
        await using var one = await Window.Open(course, "01-first");
        await using var two = await Window.Open(course, "01-first");
        Assert.Contains("<h1 id=\"a-lesson\">", (string?)one.Cell("title")["html"]);
        Assert.Contains("class=\"math\"", (string?)one.Cell("title")["html"]);
        var id = await one.Run("var x = 20; x + 1");
        var messages = await one.Until("execute_reply", id);
        Assert.Equal(["execute_input", "execute_result", "execute_reply"], messages.Where(m => (string?)m["parent_header"]!["msg_id"] == id).Select(m => (string?)m["header"]!["msg_type"]));
        Assert.All(messages.Where(m => (string?)m["parent_header"]!["msg_id"] == id), m => Assert.Equal("cell-0", (string?)m["metadata"]!["cell"]));
        Assert.Equal("21", (string?)(await two.Until("execute_result"))[^1]["content"]!["data"]!["text/plain"]);

        await using var later = await Window.Open(course, "01-first");
        Assert.Equal("21", MultilineText.Read(later.Cell("cell-0")["outputs"]![0]!["data"]!["text/plain"]));
        Assert.Equal(1, (int?)later.Lesson["session"]!["executed"]);
        var saved = Notebook.Load(Copy("01-first"));
        Assert.Equal(1, saved.Cells[1].ExecutionCount);
        Assert.Equal("21", MultilineText.Read(saved.Cells[1].Outputs[0]!["data"]!["text/plain"]));
        Assert.Equal(original, File.ReadAllText(Path.Combine(course.Notebooks, "01-first.ipynb")));
        Assert.True((bool)later.Lesson["trusted"]!);
    }

    [Fact]
    public async Task The_editor_is_answered_while_a_cell_runs_and_an_endless_loop_can_be_interrupted()
    {
        await using var window = await Window.Open(course, "02-second");
        await window.Until("execute_reply", await window.Run("var kernel = 3;"));
        var loop = await window.Run("Console.WriteLine(\"in\"); while (true) { }");
        Assert.Contains(await window.Until("stream", loop), m => (string?)m["header"]!["msg_type"] == "session" && (string?)m["content"]!["state"] == "busy");

        const string code = "ker";
        var completion = await window.Reply(await window.Send("control", "complete_request", new JsonObject { ["code"] = code, ["cursor_pos"] = 3 }), "complete_reply");
        Assert.Equal("kernel", (string?)completion["matches"]![0]);
        var hover = await window.Reply(await window.Send("control", "hover_request", new JsonObject { ["code"] = "kernel", ["cursor_pos"] = 2 }), "hover_reply");
        Assert.Equal("3", (string?)hover["value"]);
        var signature = await window.Reply(await window.Send("control", "signature_request", new JsonObject { ["code"] = "Math.Pow(2, ", ["cursor_pos"] = 12 }), "signature_reply");
        Assert.Equal(1, (int?)signature["active_parameter"]);
        Assert.Contains("Pow(double x, double y)", (string?)signature["overloads"]![0]!["label"]);
        var found = await window.Reply(await window.Send("control", "diagnostics_request", new JsonObject { ["code"] = "\"😀\"; nix", ["cursor_pos"] = 0 }), "diagnostics_reply");
        var unknown = found["diagnostics"]!.AsArray().Single(d => (string?)d!["id"] == "CS0103")!;
        Assert.Equal((5, 8), ((int)unknown["start"]!, (int)unknown["end"]!));

        await window.Send("control", "interrupt_request");
        Assert.Equal("error", (string?)(await window.Reply(loop, "execute_reply"))["status"]);
        var after = await window.Until("execute_reply", await window.Run("kernel"));
        Assert.Contains(after, m => (string?)m["content"]!["data"]?["text/plain"] == "3");
    }

    [Fact]
    public async Task A_process_that_is_killed_costs_its_variables_only()
    {
        await using var window = await Window.Open(course, "03-third");
        await window.Save(("title", "markdown", "# Kept"), ("cell-0", "code", "written before"), ("cell-1", "code", "2"));
        await window.Until("execute_reply", await window.Run("1"));
        var loop = await window.Run("Console.WriteLine(\"last words\"); while (true) { }");
        var waiting = await window.Run("2", "cell-1");
        await window.Until("stream", loop);
        using (var process = Process.GetProcessById(course.Server.SessionOf("03-third")!.Value))
        {
            process.Kill();
        }

        var messages = await window.Until("session");
        Assert.Equal("dead", (string?)messages[^1]["content"]!["state"]);
        Assert.Contains("killed, perhaps for lack of memory", (string?)messages[^1]["content"]!["reason"]);
        Assert.Equal("error", Status(loop));
        Assert.Equal("aborted", Status(waiting));
        Assert.Equal("error", (string?)(await window.Reply(await window.Run("3"), "execute_reply"))["status"]);

        var saved = Notebook.Load(Copy("03-third"));
        Assert.Equal("written before", saved.Cells[1].Source);
        Assert.Contains("last words", saved.Cells[1].Outputs.ToJsonString());
        Assert.Contains("SessionEnded", saved.Cells[1].Outputs.ToJsonString());

        await window.Send("control", "shutdown_request", new JsonObject { ["restart"] = true });
        await window.Until("session");
        var again = await window.Until("execute_reply", await window.Run("40 + 2"));
        Assert.Contains(again, m => (string?)m["content"]!["data"]?["text/plain"] == "42");

        string? Status(string id) => (string?)messages.Single(m => (string?)m["parent_header"]!["msg_id"] == id && (string?)m["header"]!["msg_type"] == "execute_reply")["content"]!["status"];
    }

    [Fact]
    public async Task A_cell_can_ask_the_learner()
    {
        await using var window = await Window.Open(course, "02-second");
        var id = await window.Run("Microsoft.DotNet.Interactive.Jupyter.TopLevelMethods.input(\"name?\") + \"!\"");
        Assert.Equal("name?", (string?)(await window.Until("input_request"))[^1]["content"]!["prompt"]);
        await window.Send("stdin", "input_reply", new JsonObject { ["value"] = "Ada" });
        Assert.Contains(await window.Until("execute_reply", id), m => (string?)m["content"]!["data"]?["text/plain"] == "Ada!");
    }

    [Fact]
    public async Task Two_windows_do_not_overwrite_each_other()
    {
        await using var one = await Window.Open(course, "04-fourth");
        await using var two = await Window.Open(course, "04-fourth");
        Assert.Equal("ok", (string?)(await one.Save(("title", "markdown", "# One")))["status"]);
        await two.Until("changed");
        Assert.Equal("outdated", (string?)(await two.Save(("title", "markdown", "# Two")))["reason"]);
        Assert.Equal("# One", Notebook.Load(Copy("04-fourth")).Cells[0].Source);
        Assert.Equal("ok", (string?)(await two.Save((int)two.Lesson["revision"]!, true, ("title", "markdown", "# Two")))["status"]);
        Assert.Equal("# Two", Notebook.Load(Copy("04-fourth")).Cells[0].Source);
        Assert.Contains("# One", Backups("04-fourth"));

        File.WriteAllText(Copy("04-fourth"), File.ReadAllText(Copy("04-fourth")).Replace("# Two", "# By another program", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(Copy("04-fourth"), DateTime.UtcNow.AddSeconds(5));
        await two.Send("course", "lesson_request");
        await two.Until("lesson");
        Assert.Equal("outside", (string?)(await two.Save(("title", "markdown", "# Mine")))["reason"]);
        Assert.Contains("By another program", File.ReadAllText(Copy("04-fourth")));
        await two.Send("course", "reload_request");
        await two.Until("lesson");
        Assert.Equal("# By another program", (string?)two.Cell("title")["source"]);

        await two.Send("course", "reset_request");
        await two.Until("lesson");
        Assert.StartsWith("# A lesson", (string?)two.Cell("title")["source"]);
        Assert.False(File.Exists(Copy("04-fourth")));
        Assert.Contains("By another program", Backups("04-fourth"));
    }

    [Fact]
    public async Task The_map_shows_the_lessons_and_the_tree()
    {
        var (_, text) = await course.Ask(course.Own(HttpMethod.Get, "/api/course"));
        var map = JsonNode.Parse(text)!;
        Assert.Equal(["01", "02", "03", "04"], map["lessons"]!.AsArray().Select(l => (string?)l!["number"]));
        Assert.Equal("A lesson", (string?)map["lessons"]![0]!["title"]);
        Assert.Equal(2, (int?)map["lessons"]![0]!["cells"]);
        Assert.Contains("<svg", (string?)map["tree"]);
        var (_, original) = await course.Ask(course.Own(HttpMethod.Get, "/api/lessons/02-second/original"));
        Assert.Equal("var x = 20; x + 1", (string?)JsonNode.Parse(original)![1]!["source"]);
    }

    [Fact]
    public async Task The_glossary_opens_beside_the_lessons_without_scripts_and_its_links_lead_back()
    {
        File.WriteAllText(Path.Combine(course.Notebooks, "glossary.md"), "# Glossary\n\n**Field.** [Lesson 02](02-second.ipynb)");
        using var page = await course.Client.SendAsync(course.Own(HttpMethod.Get, "/lesson/glossary.html"), TestContext.Current.CancellationToken);
        Assert.Contains("02-second.html", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("script", policy);
        using var lesson = await course.Client.SendAsync(course.Own(HttpMethod.Get, "/lesson/02-second.html"), TestContext.Current.CancellationToken);
        Assert.Equal("/lesson/02-second", lesson.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await course.Ask(course.Own(HttpMethod.Get, "/lesson/README.html"))).Status);
    }

    private string Backups(string lesson) =>
        string.Concat(Directory.EnumerateFiles(Path.Combine(course.Work, ".course", "backups"), lesson + "-*").Select(File.ReadAllText));
}
