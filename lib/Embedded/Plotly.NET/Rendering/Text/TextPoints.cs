// Scatter series in text: lines in dots, a mark of its own for each series, bubbles as circles, areas in sparse dots.

using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>Draws scatter series.</summary>
internal static class TextPoints
{
    private const int MarksOfALine = 6;
    private const int FewestPixelsBetweenMarks = 4 * TextCanvas.CellWidth;

    /// <summary>The area under a line, or between it and the one before.</summary>
    public static void Band(Series series, Series? previous, TextCanvas canvas)
    {
        var fill = Read.Text(series.Trace, "fill") ?? (series.Base is not null ? "tonexty" : "none");
        if (fill == "none" || series.Y!.Kind == AxisKind.Category)
        {
            return;
        }

        if (fill == "toself")
        {
            foreach (var outline in Points.Runs(series))
            {
                Inside(outline, canvas);
            }

            return;
        }

        var zero = series.Y.Kind == AxisKind.Log ? series.Y.Start : series.Y.Pixel(Math.Clamp(0, series.Y.Low, series.Y.High));
        var other = fill is "tonexty" or "tonext" && series.Base is null && previous is not null ? Points.Runs(previous).SelectMany(r => r).OrderBy(p => p.X).ToList() : null;
        foreach (var run in Points.Runs(series))
        {
            var edge = run.OrderBy(p => p.X).ToList();
            for (var x = Math.Max(0, Math.Ceiling(edge[0].X / 4) * 4); x <= Math.Min(canvas.Width, edge[^1].X); x += 4)
            {
                var y = HeightAt(edge, x);
                var end = series.Base is { } stacked ? HeightAt([.. edge.Select(p => (p.X, series.Y.Pixel(series.Y.Coordinate(stacked[p.Datum])), p.Datum))], x)
                    : other is null ? zero
                    : HeightAt(other, x);
                canvas.Shade(x, y, end);
            }
        }
    }

    public static void Lines(TextPicture picture, Series series, TextCanvas canvas)
    {
        var line = Read.Object(series.Trace, "line");
        if (!Points.Mode(series).Lines || (Read.Number(line, "width") ?? 2) == 0)
        {
            return;
        }

        var mark = picture.Mark(series);
        var every = Read.Text(line, "dash") is null or "solid" ? 1 : 2;
        foreach (var run in Points.Runs(series))
        {
            for (var i = 0; i < run.Count; i++)
            {
                Step(canvas, Read.Text(line, "shape"), run[Math.Max(0, i - 1)], run[i], mark, every);
            }
        }
    }

    public static void Marks(TextPicture picture, Series series, TextCanvas canvas)
    {
        var (lines, markers, text) = Points.Mode(series);
        lines &= (Read.Number(Read.Object(series.Trace, "line"), "width") ?? 2) > 0;
        var bubbles = Read.List(Read.Object(series.Trace, "marker"), "size") is not null;
        var told = picture.Legend().Count > 1;
        var texts = text ? Read.Value(series.Trace, "text") : null;
        foreach (var (i, x, y) in Places(series))
        {
            Errors(series, i, canvas);
            if (bubbles)
            {
                Circle(canvas, x, y, Points.MarkerAt(series, i, null).Size / 2, picture.Mark(series));
            }
        }

        // Of a crowded line a few points carry its mark, elsewhere than those of its neighbours.
        var places = Places(series).ToList();
        var crowded = lines && places.Count > 1 && Math.Abs(places[^1].X - places[0].X) / (places.Count - 1) < FewestPixelsBetweenMarks;
        var shown = bubbles ? [] : markers && !crowded ? places : lines && told ? Few(places, picture.Number(series)) : markers && !lines ? places : [];
        foreach (var (_, x, y) in shown)
        {
            canvas.Mark(x, y, picture.Mark(series));
        }

        foreach (var (i, x, y) in texts is null ? [] : places)
        {
            var label = picture.Glyphs.Label(Convert.ToString(Read.At(texts, i), CultureInfo.InvariantCulture));
            if (label.Length > 0)
            {
                Beside(canvas, label, x, y, markers, Read.At(Read.Value(series.Trace, "textposition"), i) as string ?? "middle center");
            }
        }
    }

    // At each column the outline is crossed an even number of times.
    private static void Inside(List<(double X, double Y, int Datum)> outline, TextCanvas canvas)
    {
        for (var x = Math.Max(0, Math.Ceiling(outline.Min(p => p.X) / 4) * 4); x <= Math.Min(canvas.Width, outline.Max(p => p.X)); x += 4)
        {
            List<double> crossings = [];
            for (var i = 0; i < outline.Count; i++)
            {
                var (a, b) = (outline[i], outline[(i + 1) % outline.Count]);
                if ((a.X <= x) != (b.X <= x))
                {
                    crossings.Add(a.Y + ((b.Y - a.Y) * (x - a.X) / (b.X - a.X)));
                }
            }

            crossings.Sort();
            for (var i = 0; i + 1 < crossings.Count; i += 2)
            {
                canvas.Shade(x, crossings[i], crossings[i + 1]);
            }
        }
    }

    private static IEnumerable<(int Datum, double X, double Y)> Places(Series series) =>
        from i in Enumerable.Range(0, series.Count)
        let x = series.XAt(i)
        let y = Points.YOf(series, i)
        where Points.Inside(series, x, y)
        select (i, series.X!.Pixel(x), series.Y!.Pixel(y));

    private static IEnumerable<(int Datum, double X, double Y)> Few(List<(int Datum, double X, double Y)> places, int number)
    {
        var shift = (number % 4) / 4.0;
        return Enumerable.Range(0, MarksOfALine)
            .Select(i => (int)Math.Round((i + shift) / MarksOfALine * (places.Count - 1)))
            .Where(i => i >= 0 && i < places.Count)
            .Distinct()
            .Select(i => places[i]);
    }

    private static void Step(TextCanvas canvas, string? shape, (double X, double Y, int Datum) a, (double X, double Y, int Datum) b, char mark, int every)
    {
        (double X, double Y)[] corners = shape switch
        {
            "hv" => [(b.X, a.Y)],
            "vh" => [(a.X, b.Y)],
            "hvh" => [((a.X + b.X) / 2, a.Y), ((a.X + b.X) / 2, b.Y)],
            "vhv" => [(a.X, (a.Y + b.Y) / 2), (b.X, (a.Y + b.Y) / 2)],
            _ => [],
        };
        var from = (a.X, a.Y);
        foreach (var to in corners.Append((b.X, b.Y)))
        {
            canvas.Line(from.X, from.Y, to.X, to.Y, mark, every);
            from = to;
        }
    }

    private static void Errors(Series series, int datum, TextCanvas canvas)
    {
        var (x, y) = (series.XAt(datum), Points.YOf(series, datum));
        var (px, py) = (series.X!.Pixel(x), series.Y!.Pixel(y));
        var glyphs = canvas.Glyphs;
        if (ErrorBars.Of(series, horizontal: false)(datum, y) is [var low, var high])
        {
            canvas.Line(px, series.Y.Pixel(Math.Max(low, series.Y.Low)), px, series.Y.Pixel(Math.Min(high, series.Y.High)), glyphs.Upright);
        }

        if (ErrorBars.Of(series, horizontal: true)(datum, x) is [var first, var last])
        {
            canvas.Line(series.X.Pixel(Math.Max(first, series.X.Low)), py, series.X.Pixel(Math.Min(last, series.X.High)), py, glyphs.Level);
        }
    }

    private static void Circle(TextCanvas canvas, double x, double y, double radius, char mark)
    {
        canvas.Dot(x, y, mark);
        var steps = Math.Max(8, (int)(2 * Math.PI * radius / 3));
        for (var i = 0; i < steps; i++)
        {
            var angle = 2 * Math.PI * i / steps;
            canvas.Dot(x + (radius * Math.Cos(angle)), y + (radius * Math.Sin(angle)), mark);
        }
    }

    private static void Beside(TextCanvas canvas, string label, double x, double y, bool markers, string position)
    {
        var (column, row) = (canvas.Column(x), canvas.Row(y));
        row += position.StartsWith("top", StringComparison.Ordinal) ? -1 : position.StartsWith("bottom", StringComparison.Ordinal) ? 1 : 0;
        row = Math.Clamp(row, 0, canvas.Rows - 1);
        var away = markers ? 2 : 0;
        column = position.EndsWith("right", StringComparison.Ordinal) ? column + away
            : position.EndsWith("left", StringComparison.Ordinal) ? column - label.Length - away + 1
            : column - (label.Length / 2);
        canvas.Write(column, row, label);
    }

    private static double HeightAt(List<(double X, double Y, int Datum)> edge, double x)
    {
        var after = edge.FindIndex(p => p.X >= x);
        if (after <= 0)
        {
            return after < 0 ? edge[^1].Y : edge[0].Y;
        }

        var (a, b) = (edge[after - 1], edge[after]);
        return b.X > a.X ? a.Y + ((b.Y - a.Y) * (x - a.X) / (b.X - a.X)) : b.Y;
    }
}
