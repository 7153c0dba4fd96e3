// Who may ask: only this machine, only under the server's own name, only with the token, and only from the server's own pages.
// README.md beside this file states the threat model; each of its lines has a test.

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace NotebookHost.Web;

/// <summary>Checks every request before anything else sees it.</summary>
internal sealed class Admission
{
    private static readonly TimeSpan TicketLife = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, DateTime> tickets = new(StringComparer.Ordinal);
    private readonly byte[] token;
    private int port;

    internal Admission() => token = Encoding.ASCII.GetBytes(NewSecret());

    internal string Token => Encoding.ASCII.GetString(token);

    /// <summary>The port is known once the server listens.</summary>
    internal void Listen(int listening) => port = listening;

    /// <summary>A secret for one link, valid once and for two minutes: it may be seen in the list of processes.</summary>
    internal string NewTicket()
    {
        var ticket = NewSecret();
        tickets[ticket] = DateTime.UtcNow;
        return ticket;
    }

    /// <summary>Lets a request through, or answers it with one sentence.</summary>
    internal async Task Check(HttpContext context, RequestDelegate next)
    {
        Harden(context.Response.Headers);
        var request = context.Request;
        if (!IsOwnHost(request.Host.Value))
        {
            await Refuse(context, "This server answers only under its own address, 127.0.0.1.").ConfigureAwait(false);
            return;
        }

        if (!IsOwnPage(request))
        {
            await Refuse(context, "This request comes from another page; open the course with its link.").ConfigureAwait(false);
            return;
        }

        if (request.Path == "/" && HttpMethods.IsGet(request.Method) && Presented(request))
        {
            // The cookie is for this server alone; the token leaves the address at once. The page asks anew by itself, so that
            // the cookie counts as its own also when a link on another page led here.
            context.Response.Cookies.Append(CookieName, Token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
            await Html(context, """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><link rel="icon" href="data:,"><title>The course</title></head><body><a href="/">Go on</a></body></html>""").ConfigureAwait(false);
            return;
        }

        if (!Same(request.Cookies[CookieName]))
        {
            await Refuse(context, "Open the course with the whole link that \"course learn\" printed: it holds the token that this page lacks.").ConfigureAwait(false);
            return;
        }

        await next(context).ConfigureAwait(false);
    }

    internal static Task Html(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(html);
    }

    internal static Task Refuse(HttpContext context, string sentence, int status = StatusCodes.Status403Forbidden)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence + "\n");
    }

    private string CookieName => $"course-{port}";

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    private bool Presented(HttpRequest request) =>
        Same(request.Query["token"]) || (request.Query["ticket"] is [{ } ticket] && tickets.TryRemove(ticket, out var made) && DateTime.UtcNow - made < TicketLife);

    private bool Same(string? given) => given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), token);

    private bool IsOwnHost(string? host) => host == $"127.0.0.1:{port}" || host == $"localhost:{port}";

    // Another site's page may not act (its Origin differs), and may not read (the browser says where a request comes from).
    private static bool IsOwnPage(HttpRequest request)
    {
        var own = $"http://{request.Host.Value}";
        var origin = request.Headers.Origin.ToString();
        var acts = !HttpMethods.IsGet(request.Method) || request.HttpContext.WebSockets.IsWebSocketRequest;
        if (origin.Length > 0 ? origin != own : acts)
        {
            return false;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site is "" or "same-origin" or "none" || (request.Path == "/" && !acts);
    }

    private void Harden(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = string.Join("; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            $"connect-src 'self' ws://127.0.0.1:{port} ws://localhost:{port}",
            "frame-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
