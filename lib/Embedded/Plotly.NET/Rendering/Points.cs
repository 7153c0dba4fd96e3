// Lines, markers, texts and filled areas of scatter series. A missing value is a gap in the line.

using System.Text;

namespace Plotly.NET.Rendering;

/// <summary>Draws scatter series.</summary>
internal static class Points
{
    /// <summary>What a series shows: plotly.js marks up to 20 points unless told otherwise.</summary>
    public static (bool Lines, bool Markers, bool Text) Mode(Series series)
    {
        var mode = Read.Text(series.Trace, "mode") ?? (series.Count <= 20 && series.Base is null ? "lines+markers" : "lines");
        return (mode.Contains("lines", StringComparison.Ordinal), mode.Contains("markers", StringComparison.Ordinal), mode.Contains("text", StringComparison.Ordinal));
    }

    /// <summary>The area under, or between, lines; drawn before everything else.</summary>
    public static void Fill(SvgCanvas svg, Series series, Series? previous)
    {
        var fill = Read.Text(series.Trace, "fill") ?? (series.Base is not null ? "tonexty" : "none");
        if (fill == "none" || series.Count == 0)
        {
            return;
        }

        var own = Rgba.Parse(Read.Text(series.Trace, "fillcolor"));
        var paint = own is { } color ? Paint.Named(color) : series.Color.Fade(0.5);
        var path = new StringBuilder();
        if (series.Base is not null)
        {
            foreach (var run in Runs(series))
            {
                path.Append(Move(run));
                path.Append(string.Concat(run.AsEnumerable().Reverse().Select(p => $"L{P(p.X, series.Y!.Pixel(series.Y.Coordinate(series.Base[p.Datum])))}")));
                path.Append('Z');
            }
        }
        else if (fill == "toself")
        {
            path.Append(string.Concat(Runs(series).Select(run => Move(run) + "Z")));
        }
        else if (fill is "tonexty" or "tonextx" or "tonext" && previous is not null)
        {
            var forth = Runs(series).SelectMany(r => r).ToList();
            var back = Runs(previous).SelectMany(r => r).Reverse().ToList();
            if (forth.Count > 0 && back.Count > 0)
            {
                path.Append(Move(forth)).Append('L').Append(string.Join("L", back.Select(p => P(p.X, p.Y)))).Append('Z');
            }
        }
        else
        {
            var sideways = fill is "tozerox" or "tonextx";
            var axis = sideways ? series.X! : series.Y!;
            var zero = axis.Kind == AxisKind.Log ? axis.Start : axis.Pixel(Math.Clamp(0, axis.Low, axis.High));
            foreach (var run in Runs(series))
            {
                path.Append(Move(run));
                path.Append(sideways
                    ? $"L{P(zero, run[^1].Y)}L{P(zero, run[0].Y)}Z"
                    : $"L{P(run[^1].X, zero)}L{P(run[0].X, zero)}Z");
            }
        }

        if (path.Length > 0)
        {
            svg.Path(path.ToString(), paint);
        }
    }

    /// <summary>The lines of a series; the caller keeps them within the plot.</summary>
    public static void DrawLines(SvgCanvas svg, Series series)
    {
        var (lines, markers, _) = Mode(series);
        if (!lines)
        {
            return;
        }

        var line = Read.Object(series.Trace, "line");
        var paint = LineColor(line, series.Color).Fade(series.Opacity);
        var width = Read.Number(line, "width") ?? 2;
        foreach (var run in Runs(series))
        {
            if (run.Count == 1 && !markers)
            {
                svg.Circle(run[0].X, run[0].Y, Math.Max(1, width / 2), paint);
            }
            else
            {
                svg.Path(Trajectory(run, Read.Text(line, "shape"), Read.Number(line, "smoothing") ?? 1), Paint.None, paint, width, Dash(Read.Text(line, "dash"), width));
            }
        }
    }

    /// <summary>Error bars, markers and texts of the data within the ranges.</summary>
    public static void DrawMarks(SvgCanvas svg, Series series)
    {
        var (_, markers, text) = Mode(series);
        for (var i = 0; i < series.Count; i++)
        {
            var (x, y) = (series.XAt(i), YOf(series, i));
            if (Inside(series, x, y))
            {
                ErrorBars.Draw(svg, series, horizontal: true, i, x, y, series.Color);
                ErrorBars.Draw(svg, series, horizontal: false, i, x, y, series.Color);
            }
        }

        if (markers)
        {
            DrawMarkers(svg, series);
        }

        if (text)
        {
            DrawTexts(svg, series, markers);
        }
    }

    /// <summary>The dash pattern of a name or a list such as 5px,2px; null for a solid line.</summary>
    public static string? Dash(string? name, double width)
    {
        var w = Math.Max(1, width);
        return name switch
        {
            null or "solid" => null,
            "dot" => $"{SvgCanvas.N(w)},{SvgCanvas.N(w * 1.5)}",
            "dash" => $"{SvgCanvas.N(w * 3)},{SvgCanvas.N(w * 2)}",
            "longdash" => $"{SvgCanvas.N(w * 6)},{SvgCanvas.N(w * 3)}",
            "dashdot" => $"{SvgCanvas.N(w * 4)},{SvgCanvas.N(w * 2)},{SvgCanvas.N(w)},{SvgCanvas.N(w * 2)}",
            "longdashdot" => $"{SvgCanvas.N(w * 7)},{SvgCanvas.N(w * 2)},{SvgCanvas.N(w)},{SvgCanvas.N(w * 2)}",
            _ => name.Replace("px", "", StringComparison.Ordinal).All(c => char.IsAsciiDigit(c) || c is ',' or '.' or ' ') ? name.Replace("px", "", StringComparison.Ordinal) : null,
        };
    }

    /// <summary>Colour and size of the marker of a datum.</summary>
    public static (Paint Fill, double Size) MarkerAt(Series series, int i, ValueColors? scale)
    {
        var marker = Read.Object(series.Trace, "marker");
        var given = Read.Value(marker, "color");
        var item = Read.At(given is Color c ? c.Value : given, i);
        var paint = scale is not null && Axis.NumberOf(item) is { } number && item is not string
            ? Paint.Of(scale.At(number))
            : Rgba.Parse(item as string) is { } color && given is not (string or Color { Value: string }) ? Paint.Named(color)
            : Rgba.Parse(item as string) is { } one ? Matches(series.Color, one) ? series.Color : Paint.Named(one) : series.Color;
        var opacity = (Axis.NumberOf(Read.At(Read.Value(marker, "opacity"), i)) ?? (Read.List(marker, "size") is not null ? 0.7 : 1)) * series.Opacity;
        var size = Axis.NumberOf(Read.At(Read.Value(marker, "size"), i)) ?? 7;
        if (Read.List(marker, "size") is not null)
        {
            var reference = Read.Number(marker, "sizeref") ?? 1;
            size = Read.Text(marker, "sizemode") == "area" ? Math.Sqrt(Math.Max(0, size) / reference) : size / reference;
            size = Math.Max(size, Read.Number(marker, "sizemin") ?? 0);
        }

        return (paint.Fade(opacity), size);
    }

    private static bool Matches(Paint paint, Rgba color) =>
        paint.Class is { } name && name[0] == 'c' && int.TryParse(name.AsSpan(1), out var i) && string.Equals(ChartTemplates.Colorway[i], color.Hex, StringComparison.OrdinalIgnoreCase);

    private static Paint LineColor(PlotlyObject? line, Paint fallback) =>
        Rgba.Parse(Read.Text(line, "color")) is { } color ? Matches(fallback, color) ? fallback : Paint.Named(color) : fallback;

    private static void DrawMarkers(SvgCanvas svg, Series series)
    {
        var marker = Read.Object(series.Trace, "marker");
        var outline = Read.Object(marker, "line");
        var scale = ValueColors.Of(marker);
        var bubbles = Read.List(marker, "size") is not null;
        var width = Read.Number(outline, "width") ?? (bubbles ? 1 : 0);
        Paint? stroke = Rgba.Parse(Read.Text(outline, "color")) is { } color ? Paint.Of(color) : bubbles ? Paint.Paper : null;
        for (var i = 0; i < series.Count; i++)
        {
            var (x, y) = (series.XAt(i), YOf(series, i));
            if (Inside(series, x, y))
            {
                var (fill, size) = MarkerAt(series, i, scale);
                Markers.Draw(svg, Read.At(Read.Value(marker, "symbol"), i), series.X!.Pixel(x), series.Y!.Pixel(y), size, fill, stroke, width);
            }
        }
    }

    private static void DrawTexts(SvgCanvas svg, Series series, bool markers)
    {
        var texts = Read.Value(series.Trace, "text");
        var positions = Read.Value(series.Trace, "textposition");
        var font = Read.Object(series.Trace, "textfont");
        var size = Read.Number(font, "size") ?? 12;
        var paint = Rgba.Parse(Read.Text(font, "color")) is { } color ? Paint.Of(color) : Paint.Ink;
        var marker = Read.Object(series.Trace, "marker");
        var scale = ValueColors.Of(marker);
        for (var i = 0; i < series.Count; i++)
        {
            var (x, y) = (series.XAt(i), YOf(series, i));
            var text = Convert.ToString(Read.At(texts, i), System.Globalization.CultureInfo.InvariantCulture) ?? "";
            if (!Inside(series, x, y) || text.Length == 0)
            {
                continue;
            }

            var position = Read.At(positions, i) as string ?? "middle center";
            var (width, height) = RichText.Measure(text, size);
            var reach = (markers ? MarkerAt(series, i, scale).Size / 2 : 0) + 3;
            var (px, py) = (series.X!.Pixel(x), series.Y!.Pixel(y));
            py += position.StartsWith("top", StringComparison.Ordinal) ? -reach - (height / 2) : position.StartsWith("bottom", StringComparison.Ordinal) ? reach + (height / 2) : 0;
            var sideways = position.StartsWith("middle", StringComparison.Ordinal) ? reach : 0;
            var (anchor, tx) = position.EndsWith("right", StringComparison.Ordinal) ? ("start", px + sideways)
                : position.EndsWith("left", StringComparison.Ordinal) ? ("end", px - sideways) : ("middle", px);

            // A name at the edge moves inward rather than out of the plot.
            var (low, high) = (Math.Min(series.X.Start, series.X.End), Math.Max(series.X.Start, series.X.End));
            var left = anchor == "start" ? tx : anchor == "end" ? tx - width : tx - (width / 2);
            tx += left + width > high ? high - left - width : left < low ? low - left : 0;
            py = Math.Clamp(py, Math.Min(series.Y.Start, series.Y.End) + (height / 2), Math.Max(series.Y.Start, series.Y.End) - (height / 2));
            svg.Text(text, tx, py, size, paint, anchor);
        }
    }

    /// <summary>Whether a place lies within the ranges of the axes.</summary>
    public static bool Inside(Series series, double x, double y)
    {
        var (sx, sy) = ((series.X!.High - series.X.Low) * 1e-6, (series.Y!.High - series.Y.Low) * 1e-6);
        return x >= series.X.Low - sx && x <= series.X.High + sx && y >= series.Y.Low - sy && y <= series.Y.High + sy;
    }

    /// <summary>Scale coordinate of a datum on the y axis, on top of what it is stacked on.</summary>
    public static double YOf(Series series, int i) => series.Top is { } top && series.Kind == "scatter" ? series.Y!.Coordinate(top[i]) : series.YAt(i);

    /// <summary>The pixels of a series, in pieces between missing values.</summary>
    public static List<List<(double X, double Y, int Datum)>> Runs(Series series)
    {
        var runs = new List<List<(double, double, int)>>();
        var connect = Read.Truth(series.Trace, "connectgaps") ?? false;
        List<(double, double, int)>? run = null;
        for (var i = 0; i < series.Count; i++)
        {
            var (x, y) = (series.XAt(i), YOf(series, i));
            if (double.IsFinite(x) && double.IsFinite(y))
            {
                if (run is null)
                {
                    run = [];
                    runs.Add(run);
                }

                run.Add((series.X!.Pixel(x), series.Y!.Pixel(y), i));
            }
            else if (!connect)
            {
                run = null;
            }
        }

        return runs;
    }

    private static string Trajectory(List<(double X, double Y, int Datum)> run, string? shape, double smoothing)
    {
        if (run.Count < 2)
        {
            return Move(run);
        }

        var path = new StringBuilder("M").Append(P(run[0].X, run[0].Y));
        for (var i = 1; i < run.Count; i++)
        {
            var (a, b) = (run[i - 1], run[i]);
            switch (shape)
            {
                case "spline" when run.Count > 2:
                    var before = run[Math.Max(0, i - 2)];
                    var after = run[Math.Min(run.Count - 1, i + 1)];
                    var k = Math.Clamp(smoothing, 0, 1.3) / 6;
                    path.Append($"C{P(a.X + ((b.X - before.X) * k), a.Y + ((b.Y - before.Y) * k))} {P(b.X - ((after.X - a.X) * k), b.Y - ((after.Y - a.Y) * k))} {P(b.X, b.Y)}");
                    break;
                case "hv":
                    path.Append($"L{P(b.X, a.Y)}L{P(b.X, b.Y)}");
                    break;
                case "vh":
                    path.Append($"L{P(a.X, b.Y)}L{P(b.X, b.Y)}");
                    break;
                case "hvh":
                    path.Append($"L{P((a.X + b.X) / 2, a.Y)}L{P((a.X + b.X) / 2, b.Y)}L{P(b.X, b.Y)}");
                    break;
                case "vhv":
                    path.Append($"L{P(a.X, (a.Y + b.Y) / 2)}L{P(b.X, (a.Y + b.Y) / 2)}L{P(b.X, b.Y)}");
                    break;
                default:
                    path.Append('L').Append(P(b.X, b.Y));
                    break;
            }
        }

        return path.ToString();
    }

    private static string Move(List<(double X, double Y, int Datum)> run) => "M" + string.Join("L", run.Select(p => P(p.X, p.Y)));

    private static string P(double x, double y) => $"{SvgCanvas.N(x)},{SvgCanvas.N(y)}";
}
