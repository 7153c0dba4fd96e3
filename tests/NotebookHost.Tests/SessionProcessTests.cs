using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NotebookHost.Jupyter;
using NotebookHost.Web;

namespace Tests;

/// <summary>The process behind an open lesson, as the server of <c>course learn</c> starts it.</summary>
public sealed class SessionProcessTests : IDisposable
{
    private readonly LimitedMemory limited = new();
    private readonly BlockingCollection<JsonObject> messages = [];
    private readonly TaskCompletionSource<string> ended = new();

    public void Dispose() => limited.Dispose();

    [Fact]
    public void A_cell_that_uses_up_the_memory_leaves_a_session_that_answers()
    {
        using var session = SessionProcess.Start(limited.Command(SessionChild.Verb), limited.Folder, limited.Folder, messages.Add, ended.SetResult);
        Assert.Equal("ok", Run(session, "var kept = 5;"));
        Assert.Equal("error", Run(session, "var hoard = new List<byte[]>(); while (true) { hoard.Add(new byte[1_000_000]); }"));
        Assert.Equal("ok", Run(session, "hoard = null; GC.Collect(); if (kept != 5) throw new Exception();"));
        Assert.False(ended.Task.IsCompleted);
    }

    [Fact]
    public async Task A_process_whose_memory_is_used_up_beside_the_cells_ends_and_says_why()
    {
        using var session = SessionProcess.Start(limited.Command(SessionChild.Verb), limited.Folder, limited.Folder, messages.Add, ended.SetResult);
        Send(session, "var hoard = new List<byte[]>(); new System.Threading.Thread(() => { while (true) { hoard.Add(new byte[1_000_000]); } }).Start(); await Task.Delay(-1);");
        Assert.Contains("killed, perhaps for lack of memory", await ended.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    private string? Run(SessionProcess session, string code)
    {
        var id = Send(session, code);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var message = messages.Take(limit.Token);
            if ((string?)message["parent_header"]!["msg_id"] == id && (string?)message["header"]!["msg_type"] == "execute_reply")
            {
                return (string?)message["content"]!["status"];
            }
        }
    }

    private static string Send(SessionProcess session, string code)
    {
        var header = JupyterMessage.NewHeader("execute_request", "test");
        var id = (string)header["msg_id"]!;
        session.Write(new JsonObject { ["channel"] = "shell", ["header"] = header, ["parent_header"] = new JsonObject(), ["metadata"] = new JsonObject(), ["content"] = new JsonObject { ["code"] = code } });
        return id;
    }
}
