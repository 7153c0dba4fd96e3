// A small course served on a free port, and a browser's window on it, for the tests.

using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Course;
using NotebookHost.Web;

namespace Tests;

/// <summary>A server over two tiny lessons in a folder of its own.</summary>
public sealed class LearnCourse : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("learn-").FullName;

    public string Notebooks => Path.Combine(folder, "notebooks");

    public string Work => Path.Combine(folder, "my-course");

    internal LearnServer Server { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    internal string Cookie { get; private set; } = "";

    internal LearnOptions Options => new()
    {
        Notebooks = Notebooks,
        Work = Work,
        Settings = Path.Combine(folder, "settings"),
        Port = 0,
        SessionCommand = ChildCommand.Of(SessionChild.Verb),
    };

    internal int Port => new Uri(Server.Address).Port;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Notebooks);
        foreach (var name in (string[])["01-first", "02-second", "03-third", "04-fourth"])
        {
            Write(Path.Combine(Notebooks, name + ".ipynb"), "var x = 20; x + 1", "Console.WriteLine(\"second\");");
        }

        File.WriteAllBytes(Path.Combine(folder, "secret.png"), [1, 2, 3]);
        File.WriteAllBytes(Path.Combine(Notebooks, "near.png"), [4, 5, 6]);
        Server = await LearnServer.StartAsync(Options, TestContext.Current.CancellationToken);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Server.Address) };
        var answer = await Client.GetAsync(Server.Link, TestContext.Current.CancellationToken);
        Cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(folder, true);
    }

    /// <summary>A request as the page's own script sends it.</summary>
    internal HttpRequestMessage Own(HttpMethod method, string address, string? body = null)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Cookie", Cookie);
        request.Headers.Add("Origin", Server.Address);
        request.Content = body is null ? null : new StringContent(body);
        return request;
    }

    internal async Task<(HttpStatusCode Status, string Text)> Ask(HttpRequestMessage request)
    {
        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    internal static void Write(string path, params string[] code)
    {
        var cells = new JsonArray(new JsonObject { ["cell_type"] = "markdown", ["id"] = "title", ["metadata"] = new JsonObject(), ["source"] = "# A lesson\n\nWith a formula $x^2$." });
        for (var i = 0; i < code.Length; i++)
        {
            cells.Add((JsonNode)new JsonObject { ["cell_type"] = "code", ["id"] = $"cell-{i}", ["metadata"] = new JsonObject(), ["execution_count"] = null, ["outputs"] = new JsonArray(), ["source"] = code[i] });
        }

        File.WriteAllText(path, new JsonObject { ["cells"] = cells, ["metadata"] = new JsonObject(), ["nbformat"] = 4, ["nbformat_minor"] = 5 }.ToJsonString());
    }
}

/// <summary>A window on a lesson: what the page's script does, without a page.</summary>
internal sealed class Window : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket socket;

    private Window(ClientWebSocket socket) => this.socket = socket;

    /// <summary>The last state of the lesson.</summary>
    public JsonObject Lesson { get; private set; } = [];

    /// <summary>Opens a window and waits for the lesson.</summary>
    public static async Task<Window> Open(LearnCourse course, string lesson)
    {
        var window = new Window(await Connect(course, lesson, course.Server.Address));
        await window.Until("lesson");
        return window;
    }

    public static async Task<ClientWebSocket> Connect(LearnCourse course, string lesson, string? origin, string? host = null, bool cookie = true)
    {
        var socket = new ClientWebSocket();
        if (cookie)
        {
            socket.Options.SetRequestHeader("Cookie", course.Cookie);
        }

        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        if (host is not null)
        {
            socket.Options.SetRequestHeader("Host", host);
        }

        await socket.ConnectAsync(new Uri($"{course.Server.Address.Replace("http", "ws", StringComparison.Ordinal)}/socket/{lesson}"), TestContext.Current.CancellationToken);
        return socket;
    }

    public async Task<string> Send(string channel, string type, JsonObject? content = null, string? cell = null)
    {
        var id = Guid.NewGuid().ToString("N");
        await Raw(new JsonObject
        {
            ["channel"] = channel,
            ["header"] = new JsonObject { ["msg_id"] = id, ["msg_type"] = type },
            ["parent_header"] = new JsonObject(),
            ["metadata"] = new JsonObject { ["cell"] = cell },
            ["content"] = content ?? [],
        }.ToJsonString());
        return id;
    }

    public Task Raw(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    public Task<string> Run(string code, string cell = "cell-0") =>
        Send("shell", "execute_request", new JsonObject { ["code"] = code, ["silent"] = false, ["store_history"] = true, ["allow_stdin"] = true, ["stop_on_error"] = true }, cell);

    /// <summary>The messages up to and with the one of a type (about a request, where one is given).</summary>
    public async Task<List<JsonObject>> Until(string type, string? about = null)
    {
        List<JsonObject> messages = [];
        while (true)
        {
            var message = await Next();
            messages.Add(message);
            if ((string?)message["header"]!["msg_type"] == "lesson")
            {
                Lesson = (JsonObject)message["content"]!;
            }

            if ((string?)message["header"]!["msg_type"] == type && (about is null || (string?)message["parent_header"]!["msg_id"] == about))
            {
                return messages;
            }
        }
    }

    public async Task<JsonObject> Reply(string id, string type) => (JsonObject)(await Until(type, id))[^1]["content"]!;

    public async Task<JsonObject> Save(params (string Id, string Type, string Source)[] cells) => await Save((int)Lesson["revision"]!, false, cells);

    public async Task<JsonObject> Save(int revision, bool overwrite, params (string Id, string Type, string Source)[] cells)
    {
        var id = await Send("course", "save_request", new JsonObject
        {
            ["revision"] = revision,
            ["overwrite"] = overwrite,
            ["cells"] = new JsonArray([.. cells.Select(c => (JsonNode)new JsonObject { ["id"] = c.Id, ["type"] = c.Type, ["source"] = c.Source })]),
        });
        return await Reply(id, "save_reply");
    }

    public JsonObject Cell(string id) => Lesson["cells"]!.AsArray().OfType<JsonObject>().Single(c => (string?)c["id"] == id);

    /// <summary>Why the server closed the connection.</summary>
    public async Task<WebSocketCloseStatus?> Closed()
    {
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                await Next();
            }
        }
        catch (InvalidOperationException)
        {
            // The closing itself.
        }

        return socket.CloseStatus;
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonObject> Next()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        using var text = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new InvalidOperationException($"The server closed the connection: {socket.CloseStatus} {socket.CloseStatusDescription}");
            }

            text.Write(buffer.AsSpan(0, part.Count));
            if (part.EndOfMessage)
            {
                return (JsonObject)JsonNode.Parse(text.ToArray())!;
            }
        }
    }
}
