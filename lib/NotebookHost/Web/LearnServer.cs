// The course in a browser: a small web server on 127.0.0.1. Pages and their files, one WebSocket for each open lesson, and a
// handful of addresses for what is not a message.

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NotebookHost.Documents;
using NotebookHost.Headless;
using NotebookHost.Html;

namespace NotebookHost.Web;

/// <summary>A running server of the course.</summary>
public sealed class LearnServer : IAsyncDisposable
{
    private const long MaximumBody = 1 << 20;

    private readonly Admission admission = new();
    private readonly CancellationTokenSource ending = new();
    private readonly Shelf shelf;
    private readonly HomeView home;
    private readonly WebApplication app;

    private LearnServer(LearnOptions options, int port)
    {
        shelf = new Shelf(options);
        home = new HomeView(shelf);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 32 * MaximumBody;
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, CallersLifetime>();
        app = builder.Build();
        app.UseWebSockets();
        app.Use(next => context => admission.Check(context, next));
        app.UseRouting();
        Map();
        app.UseEndpoints(_ => { });
    }

    /// <summary>The address without a token.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The link that opens the course; whoever has it may run code as this user.</summary>
    public string Link => $"{Address}/?token={admission.Token}";

    /// <summary>A link that works once and for two minutes.</summary>
    public string NewTicketLink() => $"{Address}/?ticket={admission.NewTicket()}";

    /// <summary>Starts a server.</summary>
    /// <exception cref="NotebookException">The folder holds no lesson.</exception>
    /// <exception cref="IOException">The port is taken, or the learner's folder cannot be made.</exception>
    public static async Task<LearnServer> StartAsync(LearnOptions options, CancellationToken cancellationToken = default)
    {
        if (options.Port is null)
        {
            try
            {
                return await StartAsync(options with { Port = LearnOptions.DefaultPort }, cancellationToken).ConfigureAwait(false);
            }
            catch (IOException)
            {
                return await StartAsync(options with { Port = 0 }, cancellationToken).ConfigureAwait(false);
            }
        }

        var server = new LearnServer(options, options.Port.Value);
        try
        {
            await server.app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or AddressInUseException or System.Net.Sockets.SocketException)
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw new IOException($"Port {options.Port} of 127.0.0.1 is taken or may not be used; choose another one with --port.", exception);
        }

        var address = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        server.Address = address.TrimEnd('/');
        server.admission.Listen(new Uri(address).Port);

        // The map is the first page: it is made while the browser starts.
        _ = Task.Run(server.home.Course, CancellationToken.None);
        return server;
    }

    /// <summary>Serves until the token is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var stop = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(() => stop.TrySetResult());
        await stop.Task.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync().ConfigureAwait(false);
        shelf.Dispose();
        using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2)))
        {
            await app.StopAsync(patience.Token).ConfigureAwait(false);
        }

        await app.DisposeAsync().ConfigureAwait(false);
        ending.Dispose();
    }

    /// <summary>The process of a lesson's session, for tests that end it.</summary>
    internal int? SessionOf(string name) => shelf.Find(name) is { } lesson ? shelf.Room(lesson).SessionId : null;

    private void Map()
    {
        app.MapGet("/", context => Admission.Html(context, PageShell.Home()));
        app.MapGet("/lesson/{name}", context => OfLesson(context, lesson => Admission.Html(context, PageShell.Lesson(lesson.Title, lesson.Name))));
        app.MapGet("/lesson/{page}.html", Sheet);
        app.MapGet("/assets/{**name}", Asset);
        app.MapGet("/frame", Frame);
        app.MapGet("/socket/{name}", context => OfLesson(context, lesson => Socket(context, lesson)));
        app.MapGet("/api/course", context => Json(context, home.Course()));
        app.MapGet("/api/lessons/{name}/original", context => OfLesson(context, lesson => Json(context, LessonView.Sources(shelf.Copy(lesson).Original()))));
        app.MapGet("/api/lessons/{name}/download", context => OfLesson(context, lesson => Download(context, lesson)));
        app.MapPost("/api/markdown", RenderMarkdown);
        app.MapFallback(context => Admission.Refuse(context, "There is no such page; the course begins at /.", StatusCodes.Status404NotFound));
    }

    private async Task OfLesson(HttpContext context, Func<Lesson, Task> answer)
    {
        if (shelf.Find(context.Request.RouteValues["name"] as string) is not { } lesson)
        {
            await Admission.Refuse(context, "There is no such lesson; the map at / has them all.", StatusCodes.Status404NotFound).ConfigureAwait(false);
            return;
        }

        try
        {
            await answer(lesson).ConfigureAwait(false);
        }
        catch (NotebookException exception) when (!context.Response.HasStarted)
        {
            await Admission.Refuse(context, exception.Message, StatusCodes.Status500InternalServerError).ConfigureAwait(false);
        }
    }

    private async Task Socket(HttpContext context, Lesson lesson)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await Admission.Refuse(context, "This address is for a WebSocket.", StatusCodes.Status400BadRequest).ConfigureAwait(false);
            return;
        }

        var room = shelf.Room(lesson);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = TimeSpan.FromSeconds(20) }).ConfigureAwait(false);
        using var life = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, ending.Token);
        var client = new RoomClient(socket);
        room.Enter(client);
        try
        {
            await client.Run(text => room.FromClient(client, text), life.Token).ConfigureAwait(false);
        }
        finally
        {
            room.Leave(client);
        }
    }

    private static Task Asset(HttpContext context)
    {
        if (WebAssets.Find(context.Request.RouteValues["name"] as string ?? "") is not { } asset)
        {
            return Admission.Refuse(context, "There is no such file.", StatusCodes.Status404NotFound);
        }

        context.Response.ContentType = asset.Type;
        context.Response.ContentLength = asset.Bytes.Length;
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return context.Response.Body.WriteAsync(asset.Bytes, context.RequestAborted).AsTask();
    }

    // Scripts in the outputs of a trusted lesson run in this page, which has no origin, no cookie and no network.
    private static Task Frame(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy =
            "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
        return Admission.Html(context, PageShell.Frame);
    }

    // What lessons link to beside them: the glossary and other Markdown, without scripts; a link from there to a lesson's page.
    private Task Sheet(HttpContext context)
    {
        var name = context.Request.RouteValues["page"] as string;
        if (shelf.Find(name) is { } lesson)
        {
            context.Response.Redirect($"/lesson/{lesson.Name}");
            return Task.CompletedTask;
        }

        if (MarkdownPage.Find(shelf.Folder).FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == name) is not { } page)
        {
            return Admission.Refuse(context, "There is no such page; the map at / has all lessons.", StatusCodes.Status404NotFound);
        }

        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
        return Admission.Html(context, MarkdownPage.Write(page, new PageLink("/", "all lessons")));
    }

    private Task Download(HttpContext context, Lesson lesson)
    {
        context.Response.ContentType = "application/x-ipynb+json";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{lesson.Name}.ipynb\"";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.SendFileAsync(Path.GetFullPath(shelf.Shown(lesson)), context.RequestAborted);
    }

    private async Task RenderMarkdown(HttpContext context)
    {
        if (await ReadText(context).ConfigureAwait(false) is not { } text)
        {
            await Admission.Refuse(context, $"A text may have {MaximumBody >> 20} MB.", StatusCodes.Status413PayloadTooLarge).ConfigureAwait(false);
            return;
        }

        await Admission.Html(context, shelf.View.Markdown(text)).ConfigureAwait(false);
    }

    // The body as text, or null where it is too long. A sender first sends and then listens: what comes beyond the limit is
    // read and thrown away, up to the server's own bound, or the sender would find a broken connection in place of the answer.
    private static async Task<string?> ReadText(HttpContext context)
    {
        var kept = new MemoryStream();
        var buffer = new byte[1 << 16];
        long length = 0;
        try
        {
            int count;
            while ((count = await context.Request.Body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false)) > 0)
            {
                length += count;
                if (length <= MaximumBody)
                {
                    kept.Write(buffer, 0, count);
                }
            }
        }
        catch (BadHttpRequestException)
        {
            return null;
        }

        return length <= MaximumBody ? Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length) : null;
    }

    // Signals are the command line's business: the host must not hold the process back.
    private sealed class CallersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private static Task Json(HttpContext context, JsonNode json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(json.ToJsonString(), context.RequestAborted);
    }
}
