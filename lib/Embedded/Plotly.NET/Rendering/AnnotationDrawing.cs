// Texts, arrows and shapes at places of the data or of the paper, and pictures behind or before the data.

using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>Draws annotations, shapes and layout pictures.</summary>
internal static class AnnotationDrawing
{
    public static double FontSize(PlotlyObject note) => Read.Number(Read.Object(note, "font"), "size") ?? 12;

    public static void Notes(SvgCanvas svg, FigureModel model, PlotLayout layout)
    {
        foreach (var panel in model.Panels)
        {
            if (layout.PanelTitles.TryGetValue((panel.Row, panel.Column), out var title))
            {
                var size = FontSize(title);
                var text = Read.Text(title, "text") ?? "";
                svg.Text(text, panel.Left + (panel.Width / 2), panel.Top - 6 - (RichText.Measure(text, size).Height / 2), size, Ink(title), "middle", bold: true);
            }
        }

        foreach (var note in (Read.List(model.Layout, "annotations") ?? []).OfType<PlotlyObject>())
        {
            if (!layout.PanelTitles.ContainsValue(note) && Read.Truth(note, "visible") != false)
            {
                Note(svg, model, layout, note);
            }
        }
    }

    public static void Shapes(SvgCanvas svg, FigureModel model, PlotLayout layout, bool below)
    {
        foreach (var shape in (Read.List(model.Layout, "shapes") ?? []).OfType<PlotlyObject>())
        {
            if ((Read.Text(shape, "layer") == "below") != below || Read.Truth(shape, "visible") == false)
            {
                continue;
            }

            var (x0, x1) = (X(model, layout, shape, "x0"), X(model, layout, shape, "x1"));
            var (y0, y1) = (Y(model, layout, shape, "y0"), Y(model, layout, shape, "y1"));
            if (x0 is null || x1 is null || y0 is null || y1 is null)
            {
                continue;
            }

            Shape(svg, shape, x0.Value, y0.Value, x1.Value, y1.Value);
        }
    }

    public static void Pictures(SvgCanvas svg, FigureModel model, PlotLayout layout, bool below)
    {
        foreach (var image in (Read.List(model.Layout, "images") ?? []).OfType<PlotlyObject>())
        {
            if ((Read.Text(image, "layer") == "below") != below || Read.Text(image, "source") is not { Length: > 0 } source)
            {
                continue;
            }

            var (x, y) = (X(model, layout, image, "x", "paper"), Y(model, layout, image, "y", "paper"));
            if (x is null || y is null)
            {
                continue;
            }

            var width = Extent(model, layout, image, "x", Read.Number(image, "sizex") ?? 0);
            var height = Extent(model, layout, image, "y", Read.Number(image, "sizey") ?? 0);
            var left = Read.Text(image, "xanchor") switch { "center" => x.Value - (width / 2), "right" => x.Value - width, _ => x.Value };
            var top = Read.Text(image, "yanchor") switch { "middle" => y.Value - (height / 2), "bottom" => y.Value - height, _ => y.Value };
            svg.Image(left, top, width, height, source, pixelated: true);
        }
    }

    private static void Note(SvgCanvas svg, FigureModel model, PlotLayout layout, PlotlyObject note)
    {
        var text = Read.Text(note, "text") ?? "";
        if (X(model, layout, note, "x") is not { } px || Y(model, layout, note, "y") is not { } py)
        {
            return;
        }

        px += Read.Number(note, "xshift") ?? 0;
        py -= Read.Number(note, "yshift") ?? 0;
        var size = FontSize(note);
        var (width, height) = RichText.Measure(text, size);
        var arrow = Read.Truth(note, "showarrow") ?? true;
        var (tx, ty) = arrow ? (px + (Read.Number(note, "ax") ?? 0), py + (Read.Number(note, "ay") ?? -30)) : (px, py);
        var pad = Read.Number(note, "borderpad") ?? 2;

        var left = tx - (Read.Text(note, "xanchor") switch { "left" => 0, "right" => width, _ => width / 2 });
        var top = ty - (Read.Text(note, "yanchor") switch { "top" => 0, "bottom" => height, _ => height / 2 });
        left = Math.Clamp(left, pad + 1, Math.Max(pad + 1, layout.Width - width - pad - 1));
        top = Math.Clamp(top, pad + 1, Math.Max(pad + 1, layout.Height - height - pad - 1));
        var paint = Ink(note);
        if (arrow)
        {
            Arrow(svg, note, left + (width / 2), top + (height / 2), width, height, px, py, paint);
        }

        var background = Rgba.Parse(Read.Text(note, "bgcolor"));
        var border = Rgba.Parse(Read.Text(note, "bordercolor"));
        if (background is not null || border is not null)
        {
            svg.Rect(left - pad, top - pad, width + (2 * pad), height + (2 * pad), background is { } b ? Paint.Of(b) : Paint.None, border is { } e ? Paint.Of(e) : null, Read.Number(note, "borderwidth") ?? 1);
        }

        var (anchor, x) = Read.Text(note, "align") switch { "left" => ("start", left), "right" => ("end", left + width), _ => ("middle", left + (width / 2)) };
        svg.Text(text, x, top + (height / 2), size, paint, anchor, Read.Number(note, "textangle") ?? 0);
    }

    private static void Arrow(SvgCanvas svg, PlotlyObject note, double cx, double cy, double width, double height, double px, double py, Paint paint)
    {
        var stroke = Rgba.Parse(Read.Text(note, "arrowcolor")) is { } own ? Paint.Of(own) : paint;
        var (dx, dy) = (px - cx, py - cy);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        if (length < 1)
        {
            return;
        }

        // The line begins where it leaves the box of the text.
        var leave = Math.Min(
            Math.Abs(dx) < 1e-6 ? double.PositiveInfinity : ((width / 2) + 3) / Math.Abs(dx),
            Math.Abs(dy) < 1e-6 ? double.PositiveInfinity : ((height / 2) + 2) / Math.Abs(dy));
        if (leave >= 1)
        {
            return;
        }

        var thickness = Read.Number(note, "arrowwidth") ?? 1.5;
        var (ux, uy) = (dx / length, dy / length);
        svg.Line(cx + (dx * leave), cy + (dy * leave), px - (ux * 4), py - (uy * 4), stroke, thickness);
        if ((Read.Number(note, "arrowhead") ?? 1) is not 0 and not 8)
        {
            var h = 4 + (2 * thickness);
            svg.Path(
                $"M{SvgCanvas.N(px)},{SvgCanvas.N(py)}L{SvgCanvas.N(px - (ux * h) - (uy * h * 0.45))},{SvgCanvas.N(py - (uy * h) + (ux * h * 0.45))}L{SvgCanvas.N(px - (ux * h) + (uy * h * 0.45))},{SvgCanvas.N(py - (uy * h) - (ux * h * 0.45))}Z",
                stroke);
        }
    }

    private static void Shape(SvgCanvas svg, PlotlyObject shape, double x0, double y0, double x1, double y1)
    {
        var line = Read.Object(shape, "line");
        var width = Read.Number(line, "width") ?? 2;
        var opacity = Read.Number(shape, "opacity") ?? 1;
        var stroke = (Rgba.Parse(Read.Text(line, "color")) is { } own ? Paint.Of(own) : Paint.Quiet).Fade(opacity);
        var fill = (Rgba.Parse(Read.Text(shape, "fillcolor")) is { } inside ? Paint.Of(inside) : Paint.None).Fade(opacity);
        var (left, top, w, h) = (Math.Min(x0, x1), Math.Min(y0, y1), Math.Abs(x1 - x0), Math.Abs(y1 - y0));
        switch (Read.Text(shape, "type"))
        {
            case "line":
                svg.Line(x0, y0, x1, y1, stroke, width, Points.Dash(Read.Text(line, "dash"), width));
                break;
            case "circle":
                svg.Raw($"<ellipse cx=\"{SvgCanvas.N(left + (w / 2))}\" cy=\"{SvgCanvas.N(top + (h / 2))}\" rx=\"{SvgCanvas.N(w / 2)}\" ry=\"{SvgCanvas.N(h / 2)}\"{SvgCanvas.Fill(fill)}{SvgCanvas.Stroke(stroke, width, Points.Dash(Read.Text(line, "dash"), width))}/>");
                break;
            default:
                svg.Rect(left, top, w, h, fill, width > 0 ? stroke : null, width);
                break;
        }

        var label = Read.Object(shape, "label");
        if (Read.Text(label, "text") is { Length: > 0 } text)
        {
            var size = Read.Number(Read.Object(label, "font"), "size") ?? 12;
            var height = RichText.Measure(text, size).Height;
            var (x, anchor) = (Read.Text(label, "textposition") ?? "").Contains("end", StringComparison.Ordinal) ? (x1 - 4, "end")
                : (Read.Text(label, "textposition") ?? "").Contains("start", StringComparison.Ordinal) ? (x0 + 4, "start") : (left + (w / 2), "middle");
            svg.Text(text, x, h < height ? top - (height / 2) - 2 : top + (h / 2), size, Paint.Ink, anchor);
        }
    }

    private static double? X(FigureModel model, PlotLayout layout, PlotlyObject item, string key, string fallback = "x") =>
        Place(model, Read.Value(item, key), Read.Text(item, "xref") ?? fallback, layout.Area.Left, layout.Area.Right - layout.Area.Left, horizontal: true);

    private static double? Y(FigureModel model, PlotLayout layout, PlotlyObject item, string key, string fallback = "y") =>
        Place(model, Read.Value(item, key), Read.Text(item, "yref") ?? fallback, layout.Area.Bottom, layout.Area.Top - layout.Area.Bottom, horizontal: false);

    /// <summary>The pixel of a value on the axis or the paper that <paramref name="reference"/> names; null where there is no such place.</summary>
    public static double? Place(FigureModel model, object? value, string reference, double zero, double extent, bool horizontal)
    {
        if (reference == "paper")
        {
            return Read.Number(value) is { } fraction ? zero + (fraction * extent) : null;
        }

        var domain = reference.EndsWith(" domain", StringComparison.Ordinal);
        var id = domain ? reference[..^7] : reference;
        if (!model.Axes.TryGetValue(id, out var axis) || axis.Horizontal != horizontal)
        {
            return null;
        }

        if (domain)
        {
            return Read.Number(value) is { } part ? axis.Start + (part * (axis.End - axis.Start)) : null;
        }

        // On a logarithmic axis plotly.js takes annotation places as logarithms, shape places as values; numbers that
        // stand outside the range as logarithms are read as values.
        var coordinate = axis.Kind == AxisKind.Log && Read.Number(value) is { } raw && raw >= axis.Low && raw <= axis.High && !(Math.Log10(raw) >= axis.Low && Math.Log10(raw) <= axis.High)
            ? raw
            : axis.Coordinate(value);
        if (axis.Kind == AxisKind.Category && !double.IsFinite(coordinate) && double.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            coordinate = number;
        }

        return double.IsFinite(coordinate) ? axis.Pixel(coordinate) : null;
    }

    private static double Extent(FigureModel model, PlotLayout layout, PlotlyObject item, string letter, double size)
    {
        var reference = Read.Text(item, letter + "ref") ?? "paper";
        if (reference == "paper")
        {
            return size * (letter == "x" ? layout.Area.Right - layout.Area.Left : layout.Area.Bottom - layout.Area.Top);
        }

        return model.Axes.TryGetValue(reference, out var axis) ? Math.Abs(axis.Pixel(size) - axis.Pixel(0)) : 0;
    }

    private static Paint Ink(PlotlyObject note) => Rgba.Parse(Read.Text(Read.Object(note, "font"), "color")) is { } color ? Paint.Of(color) : Paint.Ink;
}
