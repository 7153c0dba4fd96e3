using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using NotebookHost.Jupyter;
using NotebookHost.Jupyter.Zmtp;

namespace Tests;

/// <summary>The Jupyter protocol as a front end speaks it, over real sockets on free ports.</summary>
public sealed class KernelTests : IDisposable
{
    private static readonly byte[] Key = "secret"u8.ToArray();

    private readonly JupyterKernel kernel = new(new ConnectionFile { Key = "secret" });
    private readonly Task running;

    public KernelTests() => running = kernel.RunAsync(TestContext.Current.CancellationToken);

    public void Dispose() => kernel.Dispose();

    [Fact]
    public async Task An_execution_is_busy_input_output_result_reply_idle_in_order()
    {
        using var client = await FrontEnd.Connect(kernel.Connection, Key);
        await client.Send("execute_request", new JsonObject { ["code"] = "Console.WriteLine(\"out\"); 6 * 7" });
        var reply = await client.Reply("execute_reply");
        Assert.Equal("ok", (string?)reply["content"]!["status"]);
        Assert.Equal(1, (int?)reply["content"]!["execution_count"]);
        var published = await client.PublishedUntilIdle();
        Assert.Equal(["status", "execute_input", "stream", "execute_result", "status"], published.Select(p => (string?)p["header"]!["msg_type"]));
        Assert.All(published, p => Assert.Equal(client.LastId, (string?)p["parent_header"]!["msg_id"]));
        Assert.Equal("42", (string?)published[3]["content"]!["data"]!["text/plain"]);
    }

    [Fact]
    public async Task A_request_with_a_wrong_signature_is_ignored_and_the_next_one_answered()
    {
        using var client = await FrontEnd.Connect(kernel.Connection, "wrong"u8.ToArray());
        await client.Send("kernel_info_request", []);
        client.Key = Key;
        await client.Send("kernel_info_request", []);
        var reply = await client.Reply("kernel_info_reply");
        Assert.Equal(client.LastId, (string?)reply["parent_header"]!["msg_id"]);
        Assert.Equal("C#", (string?)reply["content"]!["language_info"]!["name"]);
    }

    [Fact]
    public async Task Malformed_bytes_end_that_connection_only()
    {
        foreach (var garbage in new byte[][] { "GET / HTTP/1.1\r\n\r\n"u8.ToArray(), new byte[64], [.. ZmtpFrames.Greeting(), 0x80, 1, 2], [.. ZmtpFrames.Greeting(), .. ZmtpFrames.Ready("DEALER"), 2, 0x7F, 0xFF, 0, 0, 0, 0, 0, 0] })
        {
            using var bad = new TcpClient();
            await bad.ConnectAsync(IPAddress.Loopback, kernel.Connection.ShellPort, TestContext.Current.CancellationToken);
            await bad.GetStream().WriteAsync(garbage, TestContext.Current.CancellationToken);
        }

        using var client = await FrontEnd.Connect(kernel.Connection, Key);
        foreach (var parts in new List<byte[]>[] { [[]], ["<IDS|MSG>"u8.ToArray()], ["<IDS|MSG>"u8.ToArray(), [], "{"u8.ToArray(), [], [], []] })
        {
            client.SendRaw(parts);
        }

        // Signed, and yet no message.
        foreach (var header in (string[])["{}", "[]", "5", "{", "{\"msg_type\": 5, \"msg_id\": \"a\"}", "{\"msg_type\": \"execute_request\"}", "{\"msg_id\": \"a\", \"msg_id\": \"b\", \"msg_type\": \"execute_request\"}"])
        {
            client.SendSigned(header, "{}", "{}", "{}");
        }

        client.SendSigned("{\"msg_id\": \"a\", \"msg_type\": \"execute_request\"}", "{}", "{}", "{\"code\": \"1\", \"code\": \"2\"}");
        Assert.Equal("error", (string?)(await client.Reply("execute_reply"))["content"]!["status"]);

        await client.Send("execute_request", new JsonObject { ["code"] = 5 });
        Assert.Equal("error", (string?)(await client.Reply("execute_reply"))["content"]!["status"]);
        await client.Send("execute_request", new JsonObject { ["code"] = "1" });
        Assert.Equal("ok", (string?)(await client.Reply("execute_reply"))["content"]!["status"]);
    }

    [Fact]
    public async Task Fifty_clients_come_and_go_without_a_trace()
    {
        for (var i = 0; i < 50; i++)
        {
            using var client = await FrontEnd.Connect(kernel.Connection, Key);
            await client.Send("kernel_info_request", []);
            await client.Reply("kernel_info_reply");
        }

        using var last = await FrontEnd.Connect(kernel.Connection, Key);
        await last.Send("execute_request", new JsonObject { ["code"] = "1 + 1" });
        await last.Reply("execute_reply");
        Assert.True(kernel.Clients <= 3, $"{kernel.Clients} clients");
    }

    [Fact]
    public async Task Interrupt_over_the_control_channel_stops_an_endless_cell()
    {
        using var client = await FrontEnd.Connect(kernel.Connection, Key);
        await client.Send("execute_request", new JsonObject { ["code"] = "Console.Write(1); Console.Out.Flush(); while (true) { }" });
        await client.Published("stream");
        await client.Send("interrupt_request", [], control: true);
        Assert.Equal("ok", (string?)(await client.Reply("interrupt_reply", control: true))["content"]!["status"]);
        Assert.Equal("KeyboardInterrupt", (string?)(await client.Reply("execute_reply"))["content"]!["ename"]);
    }

    [Fact]
    public async Task A_client_that_vanishes_in_the_middle_leaves_the_kernel_alive()
    {
        using (var gone = await FrontEnd.Connect(kernel.Connection, Key))
        {
            await gone.Send("execute_request", new JsonObject { ["code"] = "for (var i = 0; i < 100; i++) Console.WriteLine(new string('x', 10000));" });
        }

        using var client = await FrontEnd.Connect(kernel.Connection, Key);
        await client.Send("execute_request", new JsonObject { ["code"] = "2" });
        Assert.Equal("ok", (string?)(await client.Reply("execute_reply"))["content"]!["status"]);
    }

    [Fact]
    public async Task A_flood_of_requests_is_answered_one_after_another_and_holds_up_no_interrupt()
    {
        using var client = await FrontEnd.Connect(kernel.Connection, Key);
        await client.Send("execute_request", new JsonObject { ["code"] = "Console.Write(1); while (true) { }" });
        await client.Published("stream");
        for (var i = 0; i < 3000; i++)
        {
            await client.Send("kernel_info_request", []);
        }

        using var other = await FrontEnd.Connect(kernel.Connection, Key, ready: false);
        await other.Send("interrupt_request", [], control: true);
        await other.Reply("interrupt_reply", control: true);
        Assert.Equal("KeyboardInterrupt", (string?)(await client.Reply("execute_reply"))["content"]!["ename"]);
        Assert.Equal("ok", (string?)(await client.Reply("kernel_info_reply"))["content"]!["status"]);
    }

    [Fact]
    public async Task Half_a_greeting_on_every_socket_holds_nobody_up()
    {
        var connection = kernel.Connection;
        List<TcpClient> silent = [];
        foreach (var port in (int[])[connection.ShellPort, connection.ControlPort, connection.IopubPort, connection.StdinPort, connection.HeartbeatPort])
        {
            var half = new TcpClient();
            await half.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            await half.GetStream().WriteAsync(ZmtpFrames.Greeting().AsMemory(0, 11), TestContext.Current.CancellationToken);
            silent.Add(half);
        }

        using var client = await FrontEnd.Connect(connection, Key);
        await client.Send("execute_request", new JsonObject { ["code"] = "1" });
        Assert.Equal("ok", (string?)(await client.Reply("execute_reply"))["content"]!["status"]);
        silent.ForEach(s => s.Dispose());
    }

    [Fact]
    public async Task Characters_of_two_units_stay_whole_in_a_flood()
    {
        using var client = await FrontEnd.Connect(kernel.Connection, Key);
        await client.Send("execute_request", new JsonObject { ["code"] = "Console.Write(\"x\" + string.Concat(Enumerable.Repeat(\"😀\", 100_000)))" });
        await client.Reply("execute_reply");
        var streamed = string.Concat((await client.PublishedUntilIdle()).Where(p => (string?)p["header"]!["msg_type"] == "stream").Select(p => (string?)p["content"]!["text"]));
        Assert.Equal(200_001, streamed.Length);
        Assert.DoesNotContain('\uFFFD', streamed);
    }

    [Fact]
    public async Task A_flood_of_output_is_cut_off_with_a_note()
    {
        using var client = await FrontEnd.Connect(kernel.Connection, Key);
        await client.Send("execute_request", new JsonObject { ["code"] = "var line = new string('x', 1 << 20); for (var i = 0; i < 100; i++) Console.WriteLine(line); new string('y', 100 << 20)" });
        await client.Reply("execute_reply");
        var published = await client.PublishedUntilIdle();
        var streamed = string.Concat(published.Where(p => (string?)p["header"]!["msg_type"] == "stream").Select(p => (string?)p["content"]!["text"]));
        Assert.True(streamed.Length < 70 << 20, $"{streamed.Length >> 20} MB");
        Assert.Contains("the rest is not shown", streamed[^200..]);
        var result = published.Single(p => (string?)p["header"]!["msg_type"] == "execute_result");
        Assert.EndsWith("the rest is not shown.]", (string?)result["content"]!["data"]!["text/plain"]);
    }

    [Fact]
    public async Task The_heartbeat_echoes_and_shutdown_ends_the_kernel()
    {
        using var client = await FrontEnd.Connect(kernel.Connection, Key);
        Assert.Equal("ping", await client.Heartbeat("ping"));
        await client.Send("shutdown_request", new JsonObject { ["restart"] = true }, control: true);
        Assert.True((bool?)(await client.Reply("shutdown_reply", control: true))["content"]!["restart"]);
        await running.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Positions_are_counted_in_code_points()
    {
        using var client = await FrontEnd.Connect(kernel.Connection, Key);
        await client.Send("complete_request", new JsonObject { ["code"] = "\"😀\".Leng", ["cursor_pos"] = 8 });
        var content = (await client.Reply("complete_reply"))["content"]!;
        Assert.Equal("Length", (string?)content["matches"]![0]);
        Assert.Equal((4, 8), ((int?)content["cursor_start"], (int?)content["cursor_end"]));
    }

    [Fact]
    public void The_kernel_specification_is_written_and_leaves_the_names_of_others_alone()
    {
        var prefix = Directory.CreateTempSubdirectory("prefix").FullName;
        try
        {
            var foreign = Path.Combine(prefix, "share", "jupyter", "kernels", ".net-csharp");
            Directory.CreateDirectory(foreign);
            File.WriteAllText(Path.Combine(foreign, "kernel.json"), "{\"argv\": [\"dotnet-interactive\"]}");
            var results = KernelSpec.Install(prefix, ["course", "kernel", "run"]);
            Assert.Equal([true, false], results.Select(r => r.Written));
            var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(prefix, "share", "jupyter", "kernels", "csharp-course", "kernel.json")))!;
            Assert.Equal("message", (string?)spec["interrupt_mode"]);
            Assert.Equal("{connection_file}", (string?)spec["argv"]![3]);
            Assert.Single(KernelSpec.Uninstall(prefix));
            Assert.True(Directory.Exists(foreign));
        }
        finally
        {
            Directory.Delete(prefix, recursive: true);
        }
    }

    [Fact]
    public async Task A_name_with_a_question_mark_opens_its_documentation_in_the_pager()
    {
        using var client = await FrontEnd.Connect(kernel.Connection, Key);
        await client.Send("execute_request", new JsonObject { ["code"] = "Console.WriteLine?" });
        var page = (await client.Reply("execute_reply"))["content"]!["payload"]![0]!;
        Assert.Equal("page", (string?)page["source"]);
        Assert.Contains("WriteLine", (string?)page["data"]!["text/plain"]);
    }

    [Fact]
    public async Task A_drawing_has_a_picture_without_a_script_beside_it_for_front_ends_that_strip_SVG()
    {
        using var client = await FrontEnd.Connect(kernel.Connection, Key);
        await client.Send("execute_request", new JsonObject { ["code"] = "\"<svg xmlns='http://www.w3.org/2000/svg'/>\".DisplayAs(\"image/svg+xml\");" });
        var shown = (await client.PublishedUntilIdle()).Single(m => (string?)m["header"]!["msg_type"] == "display_data");
        Assert.Contains("<img", (string?)shown["content"]!["data"]!["text/html"]);
    }

    [Fact]
    public async Task The_picture_of_a_chart_is_called_by_its_title()
    {
        using var client = await FrontEnd.Connect(kernel.Connection, Key);
        await client.Send("execute_request", new JsonObject { ["code"] = "using Plotly.NET; using Plotly.NET.CSharp; var c = Plotly.NET.CSharp.Chart.Line<int, int, string>([1, 2], [1, 2]).WithTitle(\"Loss\"); c.Display();" });
        var shown = (await client.PublishedUntilIdle()).Single(m => (string?)m["header"]!["msg_type"] == "display_data");
        Assert.Contains("<img alt=\"Loss\"", (string?)shown["content"]!["data"]!["text/html"]);
        Assert.StartsWith("Loss\n", (string?)shown["content"]!["data"]!["text/plain"]);
    }
}
