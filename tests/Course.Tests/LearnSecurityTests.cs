using System.Net;
using System.Net.NetworkInformation;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Tests;

/// <summary>Each line of the threat model in lib/NotebookHost/Web/README.md, in its order.</summary>
public sealed class LearnSecurityTests(LearnCourse course) : IClassFixture<LearnCourse>
{
    private static readonly string[] Addresses = ["/", "/lesson/01-first", "/assets/x/lesson.js", "/frame", "/api/course", "/api/lessons/01-first/download", "/socket/01-first", "/nowhere"];

    [Fact]
    public void The_server_listens_on_the_loopback_address_only() =>
        Assert.All(
            IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(e => e.Port == course.Port),
            e => Assert.Equal(IPAddress.Loopback, e.Address));

    [Fact]
    public async Task Without_the_token_nothing_is_served()
    {
        foreach (var address in Addresses)
        {
            var (status, text) = await course.Ask(new HttpRequestMessage(HttpMethod.Get, address));
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Contains("token", text);
        }

        foreach (var wrong in (string[])["/?token=", "/?token=0000", "/?ticket=0000", "/lesson/01-first?token=" + course.Server.Link.Split('=')[1]])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await course.Ask(new HttpRequestMessage(HttpMethod.Get, wrong))).Status);
        }

        await Assert.ThrowsAsync<WebSocketException>(() => Window.Connect(course, "01-first", course.Server.Address, cookie: false));
    }

    [Fact]
    public async Task The_token_becomes_a_cookie_for_this_server_alone_and_leaves_the_address()
    {
        using var answer = await course.Client.GetAsync(course.Server.Link, TestContext.Current.CancellationToken);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith($"course-{course.Port}=", cookie);
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
        Assert.DoesNotContain("token", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task The_link_that_a_list_of_processes_may_show_works_once()
    {
        var link = course.Server.NewTicketLink();
        Assert.DoesNotContain(course.Server.Link.Split('=')[1], link);
        Assert.Equal(HttpStatusCode.OK, (await course.Ask(new HttpRequestMessage(HttpMethod.Get, link))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await course.Ask(new HttpRequestMessage(HttpMethod.Get, link))).Status);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:80")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("127.0.0.1:1")]
    public async Task A_name_that_was_bound_to_this_machine_is_refused(string host)
    {
        var request = course.Own(HttpMethod.Get, "/api/course");
        request.Headers.Host = host;
        Assert.Equal(HttpStatusCode.Forbidden, (await course.Ask(request)).Status);
        await Assert.ThrowsAsync<WebSocketException>(() => Window.Connect(course, "01-first", $"http://{host}", host));
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task Another_pages_script_can_neither_act_nor_open_a_socket(string origin)
    {
        var request = course.Own(HttpMethod.Post, "/api/markdown", "# x");
        request.Headers.Remove("Origin");
        request.Headers.Add("Origin", origin);
        Assert.Equal(HttpStatusCode.Forbidden, (await course.Ask(request)).Status);
        await Assert.ThrowsAsync<WebSocketException>(() => Window.Connect(course, "01-first", origin));
    }

    [Fact]
    public async Task A_socket_or_a_post_without_an_origin_is_refused()
    {
        await Assert.ThrowsAsync<WebSocketException>(() => Window.Connect(course, "01-first", origin: null));
        var request = course.Own(HttpMethod.Post, "/api/markdown", "# x");
        request.Headers.Remove("Origin");
        Assert.Equal(HttpStatusCode.Forbidden, (await course.Ask(request)).Status);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Another_page_cannot_read_with_the_learners_cookie(string site)
    {
        foreach (var address in Addresses.Skip(1))
        {
            var request = course.Own(HttpMethod.Get, address);
            request.Headers.Remove("Origin");
            request.Headers.Add("Sec-Fetch-Site", site);
            Assert.Equal(HttpStatusCode.Forbidden, (await course.Ask(request)).Status);
        }
    }

    [Fact]
    public async Task No_page_runs_a_script_that_is_not_the_servers_own_file()
    {
        foreach (var address in (string[])["/", "/lesson/01-first", "/nowhere"])
        {
            using var answer = await course.Client.SendAsync(course.Own(HttpMethod.Get, address), TestContext.Current.CancellationToken);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'; script-src 'self';", policy);
            Assert.Contains("frame-ancestors 'none'", policy);
            Assert.Contains("base-uri 'none'", policy);
            Assert.Contains("form-action 'none'", policy);
            Assert.DoesNotContain("unsafe-eval", policy);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
            Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Scripts_of_outputs_run_without_origin_and_network()
    {
        using var answer = await course.Client.SendAsync(course.Own(HttpMethod.Get, "/frame"), TestContext.Current.CancellationToken);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("sandbox allow-scripts; default-src 'none'", policy);
        Assert.DoesNotContain("allow-same-origin", policy);
        Assert.DoesNotContain("connect-src", policy);
        Assert.DoesNotContain("http", policy);
    }

    [Theory]
    [InlineData("/lesson/..%2f..%2fsecret")]
    [InlineData("/api/lessons/..%2fsecret/download")]
    [InlineData("/api/lessons/%2e%2e/download")]
    [InlineData("/api/lessons/01-first.ipynb/download")]
    [InlineData("/api/lessons/%2fetc%2fpasswd/original")]
    [InlineData("/assets/x/..%2f..%2fappsettings.json")]
    [InlineData("/assets/../../secret.png")]
    [InlineData("/assets/x/fonts/..%2flesson.js")]
    [InlineData("/socket/..%2fsecret")]
    public async Task A_path_leads_to_no_file_but_the_lessons_and_the_pages_own(string path)
    {
        var (status, text) = await course.Ask(course.Own(HttpMethod.Get, path));
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.DoesNotContain("root:", text);
    }

    [Fact]
    public async Task A_picture_outside_of_the_course_is_not_read()
    {
        Assert.Contains("data:image/png;base64,BAUG", (await course.Ask(course.Own(HttpMethod.Post, "/api/markdown", "![a](near.png)"))).Text);
        foreach (var outside in (string[])["../secret.png", "%2e%2e/secret.png", Path.GetFullPath(Path.Combine(course.Notebooks, "..", "secret.png")), "sub/../../secret.png"])
        {
            Assert.DoesNotContain("data:", (await course.Ask(course.Own(HttpMethod.Post, "/api/markdown", $"![a]({outside})"))).Text);
        }
    }

    [Fact]
    public async Task The_html_of_a_stranger_is_marked_until_the_learner_trusts_it()
    {
        var path = Path.Combine(course.Work, "04-fourth.ipynb");
        var notebook = JsonNode.Parse(File.ReadAllText(Path.Combine(course.Notebooks, "04-fourth.ipynb")))!;
        notebook["cells"]![1]!["outputs"] = new JsonArray(new JsonObject { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = new JsonObject { ["text/html"] = "<img src=x onerror=alert(1)>" } });
        File.WriteAllText(path, notebook.ToJsonString());
        await using var window = await Window.Open(course, "04-fourth");
        Assert.False((bool)window.Lesson["trusted"]!);
        await window.Send("course", "trust_request");
        await window.Until("lesson");
        Assert.True((bool)window.Lesson["trusted"]!);
    }

    [Fact]
    public async Task A_message_a_body_and_a_long_list_beyond_the_limit_are_refused()
    {
        await using (var window = await Window.Open(course, "01-first"))
        {
            await window.Raw(new string(' ', (4 << 20) + 1));
            Assert.Equal(WebSocketCloseStatus.MessageTooBig, await window.Closed());
        }

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await course.Ask(course.Own(HttpMethod.Post, "/api/markdown", new string('x', 8 << 20)))).Status);
        await using (var window = await Window.Open(course, "01-first"))
        {
            var reply = await window.Save([.. Enumerable.Range(0, 2001).Select(i => ($"c{i}", "code", ""))]);
            Assert.Contains("2000 cells", (string?)reply["evalue"]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"channel\":\"shell\",\"header\":{},\"content\":{}}")]
    [InlineData("{\"channel\":\"shell\",\"header\":{\"msg_id\":1,\"msg_type\":\"execute_request\"},\"content\":{}}")]
    [InlineData("{\"channel\":7,\"header\":{\"msg_id\":\"1\",\"msg_type\":\"execute_request\"},\"content\":{}}")]
    [InlineData("{\"channel\":\"shell\",\"header\":{\"msg_id\":\"1\",\"msg_type\":\"shutdown_request\"},\"content\":{}}")]
    [InlineData("{\"channel\":\"iopub\",\"header\":{\"msg_id\":\"1\",\"msg_type\":\"stream\"},\"content\":{}}")]
    [InlineData("{\"channel\":\"course\",\"header\":{\"msg_id\":\"1\",\"msg_type\":\"save_request\"},\"content\":{\"cells\":[{\"id\":\"../x\"}]}}")]
    public async Task A_message_that_is_none_changes_nothing_and_the_next_one_is_answered(string text)
    {
        await using var window = await Window.Open(course, "01-first");
        await window.Raw(text);
        Assert.Equal("ok", (string?)(await window.Save((int)window.Lesson["revision"]!, false, ("title", "markdown", "# T"), ("cell-0", "code", "1"), ("cell-1", "code", "2")))["status"]);
    }

    [Fact]
    public async Task A_cell_that_floods_is_cut_off_with_a_note()
    {
        await using var window = await Window.Open(course, "03-third");
        var id = await window.Run("Console.Write(new string('x', 5_000_000));");
        var text = string.Concat((await window.Until("execute_reply", id)).Select(m => (string?)m["content"]!["text"]));
        Assert.Contains("the rest is not shown", text);
        Assert.True(text.Length < 4_500_000);
        id = await window.Run("for (var i = 0; i < 12; i++) display(new string('y', 3_000_000), \"text/plain\");");
        var messages = await window.Until("execute_reply", id);
        Assert.InRange(messages.Count(m => (string?)m["header"]!["msg_type"] == "display_data"), 8, 11);
        Assert.Contains("larger than 32 MB", (string?)messages.Single(m => (string?)m["header"]!["msg_type"] == "stream")["content"]!["text"]);
    }

    [Fact]
    public async Task Only_the_learner_can_read_the_signing_key()
    {
        var key = Path.Combine(course.Options.Settings!, "trust.key");
        Assert.Equal(32, (await File.ReadAllBytesAsync(key, TestContext.Current.CancellationToken)).Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        }
    }
}
