// The files that pages load: only these names exist. Their addresses carry the program's version, so that a browser may keep them.

using System.Collections.Concurrent;
using NotebookHost.Html;

namespace NotebookHost.Web;

/// <summary>An embedded file of the pages.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Type">Its media type.</param>
internal sealed record WebAsset(byte[] Bytes, string Type);

/// <summary>Finds the files.</summary>
internal static class WebAssets
{
    private const string Script = "text/javascript; charset=utf-8";
    private const string Style = "text/css; charset=utf-8";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["theme.js"] = Script,
        ["home.js"] = Script,
        ["lesson.js"] = Script,
        ["katex.min.js"] = Script,
        ["plotly-cartesian.min.js"] = Script,
        ["page.css"] = Style,
        ["learn.css"] = Style,
        ["katex.min.css"] = Style,
        ["icon.svg"] = "image/svg+xml",
    };

    private static readonly ConcurrentDictionary<string, WebAsset?> Known = new(StringComparer.Ordinal);

    /// <summary>Changes whenever the program is built anew.</summary>
    internal static string Version { get; } = typeof(WebAssets).Module.ModuleVersionId.ToString("N")[..12];

    /// <summary>The address of a file.</summary>
    internal static string Url(string name) => $"/assets/{Version}/{name}";

    /// <summary>The file behind an address (without its beginning), or null.</summary>
    internal static WebAsset? Find(string address) => address.Split('/') switch
    {
        [_, var name] when Types.ContainsKey(name) => Known.GetOrAdd(name, Load),
        [_, "fonts", var font] when font.EndsWith(".woff2", StringComparison.Ordinal) && PageAssets.Bytes(font) is { } bytes => new WebAsset(bytes, "font/woff2"),
        _ => null,
    };

    private static WebAsset? Load(string name) =>
        PageAssets.Bytes(name) is { } bytes ? new WebAsset(bytes, Types[name]) : null;
}
