// Writes SVG. Colours that belong to the page (ink, paper, quiet lines) and the palette carry a class besides their
// value, so that dark mode can change them by style alone; where no style is applied the picture is a light one.

using System.Globalization;
using System.Text;

namespace Plotly.NET.Rendering;

/// <summary>A colour as it goes into the picture: its value and, where dark mode changes it, its class.</summary>
/// <param name="Css">The colour without opacity.</param>
/// <param name="Opacity">From 0 to 1.</param>
/// <param name="Class">The class behind which dark mode puts another value; the suffix f or s says fill or stroke.</param>
internal readonly record struct Paint(string Css, double Opacity = 1, string? Class = null)
{
    public static Paint Ink { get; } = new("#24292f", 1, "ink");

    public static Paint Quiet { get; } = new("#57606a", 1, "quiet");

    public static Paint Paper { get; } = new("#ffffff", 1, "paper");

    public static Paint None { get; } = new("none");

    public static Paint Of(Rgba color) => new(color.Hex, color.A);

    /// <summary>The colour that a chart names for a series: black is the reader's ink, or nothing of it would be seen in dark mode.</summary>
    public static Paint Named(Rgba color) => Of(color) with { Class = color is { R: 0, G: 0, B: 0 } ? "ink" : null };

    public Paint Fade(double factor) => this with { Opacity = Opacity * factor };
}

/// <summary>Collects the elements of a picture.</summary>
internal sealed class SvgCanvas
{
    private readonly StringBuilder _text = new();

    public static string N(double value) => double.IsFinite(value) ? Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture) : "0";

    public void Raw(string markup) => _text.Append(markup).Append('\n');

    public void Open(string element) => Raw($"<{element}>");

    public void Close(string element) => Raw($"</{element}>");

    public void Line(double x1, double y1, double x2, double y2, Paint stroke, double width = 1, string? dash = null) =>
        Raw($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\"{Stroke(stroke, width, dash)}/>");

    public void Rect(double x, double y, double width, double height, Paint fill, Paint? stroke = null, double strokeWidth = 1, double radius = 0, string extra = "") =>
        Raw($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(0, width))}\" height=\"{N(Math.Max(0, height))}\"{(radius > 0 ? $" rx=\"{N(radius)}\"" : "")}{Both(fill, stroke, strokeWidth)}{extra}/>");

    public void Circle(double x, double y, double radius, Paint fill, Paint? stroke = null, double strokeWidth = 1) =>
        Raw($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\"{Both(fill, stroke, strokeWidth)}/>");

    public void Path(string d, Paint fill, Paint? stroke = null, double strokeWidth = 1, string? dash = null, bool evenOdd = false) =>
        Raw($"<path d=\"{d}\"{(evenOdd ? " fill-rule=\"evenodd\"" : "")}{Both(fill, stroke, strokeWidth, dash)}/>");

    public void Image(double x, double y, double width, double height, string source, bool pixelated) =>
        Raw($"<image x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" preserveAspectRatio=\"none\"{(pixelated ? " style=\"image-rendering:pixelated\"" : "")} href=\"{RichText.Escape(source)}\"/>");

    /// <summary>Text; <paramref name="y"/> is the middle of the whole block, <paramref name="anchor"/> start, middle or end.</summary>
    public void Text(string text, double x, double y, double size, Paint fill, string anchor = "start", double angle = 0, string? family = null, bool bold = false)
    {
        if (text.Length == 0)
        {
            return;
        }

        var lines = RichText.Lines(text);
        var (_, height) = RichText.Measure(text, size);
        var top = y - (height / 2);
        var turned = angle == 0 ? "" : $" transform=\"rotate({N(angle)} {N(x)} {N(y)})\"";
        var open = $"<text text-anchor=\"{anchor}\"{Fill(fill)}{turned}{(family is null ? "" : $" font-family=\"{RichText.Escape(family)}\"")}{(bold ? " font-weight=\"600\"" : "")}";
        foreach (var line in lines)
        {
            var scale = RichText.Scale(line);
            var lineHeight = TextMetrics.LineHeight(size * scale);
            var body = scale == 1 ? line : line[5..].Replace("</sub>", "", StringComparison.OrdinalIgnoreCase).Replace("</sup>", "", StringComparison.OrdinalIgnoreCase);
            var baseline = top + (lineHeight / 2) + (size * scale * 0.34);
            Raw($"{open} x=\"{N(x)}\" y=\"{N(baseline)}\" font-size=\"{N(size * scale)}\">{RichText.Svg(body)}</text>");
            top += lineHeight;
        }
    }

    public override string ToString() => _text.ToString();

    public static string Fill(Paint fill)
    {
        if (fill.Css == "none" || fill.Opacity <= 0)
        {
            return " fill=\"none\"";
        }

        return $" fill=\"{fill.Css}\"{Opacity("fill-opacity", fill.Opacity)}{(fill.Class is null ? "" : $" class=\"pn-{fill.Class}f\"")}";
    }

    public static string Stroke(Paint stroke, double width, string? dash = null)
    {
        if (stroke.Css == "none" || stroke.Opacity <= 0 || width <= 0)
        {
            return "";
        }

        return $" stroke=\"{stroke.Css}\"{Opacity("stroke-opacity", stroke.Opacity)} stroke-width=\"{N(width)}\"{(dash is null ? "" : $" stroke-dasharray=\"{dash}\"")}{(stroke.Class is null ? "" : $" class=\"pn-{stroke.Class}s\"")}";
    }

    /// <summary>Fill and stroke with one class attribute for both.</summary>
    private static string Both(Paint fill, Paint? stroke, double width, string? dash = null)
    {
        if (stroke is not { } s || s.Css == "none" || width <= 0)
        {
            return Fill(fill);
        }

        var classes = string.Join(" ", new[] { fill.Css == "none" || fill.Class is null ? null : $"pn-{fill.Class}f", s.Class is null ? null : $"pn-{s.Class}s" }.OfType<string>());
        return Fill(fill with { Class = null }) + Stroke(s with { Class = null }, width, dash) + (classes.Length > 0 ? $" class=\"{classes}\"" : "");
    }

    private static string Opacity(string name, double opacity) => opacity < 1 ? $" {name}=\"{opacity.ToString("0.###", CultureInfo.InvariantCulture)}\"" : "";
}
