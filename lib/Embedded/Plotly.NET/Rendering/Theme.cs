// The colours that dark mode changes. Rules stand inside the picture: it follows the reader's system, and on a page
// that sets data-theme on its root element it follows the page.

using System.Text;

namespace Plotly.NET.Rendering;

/// <summary>Light and dark values of the colours that have a class.</summary>
internal static class Theme
{
    public const string FontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    // Lighter forms of the palette, for a contrast of at least 4.5 to 1 on dark paper.
    private static readonly string[] DarkPalette = ["#4FA8DE", "#F28A3C", "#3DC795", "#E09CC3", "#F0B93A", "#7CC8F0", "#B08AD0", "#A8A8A8"];

    private static readonly (string Class, string Dark)[] Page =
    [
        ("ink", "#e6edf3"), ("quiet", "#9ea7b3"), ("paper", "var(--paper,#0d1117)"), ("box", "#161b22"), ("line", "#8b949e"),
    ];

    public static string Style { get; } = Write();

    /// <summary>The palette colour of a series; the palette repeats.</summary>
    public static Paint Series(int index, IReadOnlyList<string> colorway)
    {
        var i = index % colorway.Count;
        var css = colorway[i];
        return ReferenceEquals(colorway, ChartTemplates.Colorway) || string.Equals(css, ChartTemplates.Colorway[i % ChartTemplates.Colorway.Length], StringComparison.OrdinalIgnoreCase)
            ? new Paint(css.ToLowerInvariant(), 1, $"c{i % ChartTemplates.Colorway.Length}")
            : Rgba.Parse(css) is { } color ? Paint.Named(color) : new Paint("#0072b2", 1, "c0");
    }

    private static string Write()
    {
        var rules = Page.Concat(DarkPalette.Select((color, i) => ($"c{i}", color))).ToArray();
        var style = new StringBuilder("<style>");
        style.Append("@media (prefers-color-scheme:dark){");
        foreach (var (name, color) in rules)
        {
            style.Append($":root:not([data-theme=light]) .pn-{name}f{{fill:{color}}}:root:not([data-theme=light]) .pn-{name}s{{stroke:{color}}}");
        }

        style.Append('}');
        foreach (var (name, color) in rules)
        {
            style.Append($":root[data-theme=dark] .pn-{name}f{{fill:{color}}}:root[data-theme=dark] .pn-{name}s{{stroke:{color}}}");
        }

        return style.Append("</style>").ToString();
    }
}
