// The files that pages carry inside: style, scripts, plotly.js, KaTeX with its fonts (licences beside them in Assets/).

using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace NotebookHost.Html;

/// <summary>The texts of the embedded web files.</summary>
public static partial class PageAssets
{
    private static readonly ConcurrentDictionary<string, string> Texts = new();
    private static readonly Lazy<string> Katex = new(InlineFonts);

    /// <summary>The style sheet of lessons and index.</summary>
    public static string PageStyle => Text("page.css");

    /// <summary>The script of lessons and index.</summary>
    public static string PageScript => Text("page.js");

    /// <summary>The script that sets light or dark before the first paint.</summary>
    public static string ThemeScript => Text("theme.js");

    /// <summary>plotly.js, the cartesian bundle.</summary>
    public static string PlotlyScript => Text("plotly-cartesian.min.js");

    /// <summary>KaTeX.</summary>
    public static string KatexScript => Text("katex.min.js");

    /// <summary>KaTeX's style sheet with its fonts inside.</summary>
    public static string KatexStyle => Katex.Value;

    /// <summary>The bytes of an embedded file, or null.</summary>
    public static byte[]? Bytes(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Text(string name) => Texts.GetOrAdd(name, static n =>
        System.Text.Encoding.UTF8.GetString(Bytes(n) ?? throw new InvalidOperationException($"The program lacks its file {n}; build it again.")));

    private static string InlineFonts() => FontFace().Replace(Text("katex.min.css"), rule =>
    {
        var name = rule.Groups["name"].Value + ".woff2";
        return Bytes(name) is { } font
            ? rule.Groups["before"].Value + $"src:url(data:font/woff2;base64,{Convert.ToBase64String(font)}) format(\"woff2\")}}"
            : "";
    });

    [GeneratedRegex(@"(?<before>@font-face\{[^}]*?)src:url\(fonts/(?<name>[^)]+)\.woff2\)[^}]*\}")]
    private static partial Regex FontFace();
}
