// A pair of axes in text: labels left and right of the plot, ticks below it, titles around it.

namespace Plotly.NET.Rendering;

/// <summary>Draws a plot with its axes.</summary>
internal static class TextPanel
{
    private const int MostNames = 32;

    public static IReadOnlyList<string> Draw(TextPicture picture, Panel panel, int width, int height)
    {
        var glyphs = picture.Glyphs;
        var visible = panel.Series.Where(s => s.Visible).ToList();
        if (visible.TrueForAll(s => s.Kind == "image") && visible.Count > 0)
        {
            return TextCells.Picture(picture, visible[^1], width, height);
        }

        var rows = Whole(height, panel.Y);
        var left = SetUp(panel.Axes.Where(a => !a.Horizontal), rows * TextCanvas.CellHeight, 0, glyphs, onFarSide: false);
        var right = SetUp(panel.Overlays.Where(a => !a.Horizontal && a.OnFarSide), rows * TextCanvas.CellHeight, 0, glyphs, onFarSide: true);
        var columns = Whole(Math.Max(8, width - left - 2 - (right > 0 ? right + 2 : 0)), panel.X);
        SetUp(panel.Axes.Where(a => a.Horizontal), 0, columns * TextCanvas.CellWidth, glyphs, onFarSide: false);

        var canvas = new TextCanvas(columns, rows, glyphs);
        if (visible.Exists(HasPlace))
        {
            Fill(picture, panel, canvas, visible);
        }
        else
        {
            const string nothing = "No data to show.";
            canvas.Write((columns - nothing.Length) / 2, rows / 2, nothing);
        }

        return [.. Framed(panel, canvas, left, right)];
    }

    /// <summary>The lines below a plot: the axis with its ticks, their labels, the title.</summary>
    public static IEnumerable<string> Below(Axis axis, int columns, int left, TextGlyphs glyphs)
    {
        var rule = Enumerable.Repeat(glyphs.Level, columns).ToArray();
        var labels = Enumerable.Repeat(' ', columns).ToArray();
        var free = 0;
        foreach (var tick in axis.Ticks.Where(t => t.Label.Length > 0).OrderBy(t => axis.Pixel(t.At)))
        {
            var at = Math.Clamp((int)(axis.Pixel(tick.At) / TextCanvas.CellWidth), 0, columns - 1);
            var label = glyphs.Label(tick.Label);
            var from = Math.Clamp(at - ((label.Length - 1) / 2), 0, Math.Max(0, columns - label.Length));
            if (from < free || from + label.Length > labels.Length)
            {
                continue;
            }

            rule[at] = glyphs.TickBelow;
            label.CopyTo(0, labels, from, label.Length);
            free = from + label.Length + 1;
        }

        var indent = new string(' ', left + 1);
        yield return $"{indent}{glyphs.Corner}{new string(rule)}";
        if (free > 0 && axis.ShowsLabels)
        {
            yield return $"{indent} {new string(labels)}";
        }

        if (glyphs.Label(axis.Title) is { Length: > 0 } title)
        {
            yield return $"{indent} {new string(' ', Math.Max(0, (columns - title.Length) / 2))}{title}";
        }
    }

    /// <summary>Places axes and their ticks; the width of the longest label.</summary>
    public static int SetUp(IEnumerable<Axis> axes, double start, double end, TextGlyphs glyphs, bool onFarSide)
    {
        var widest = 0;
        foreach (var axis in axes)
        {
            (axis.Start, axis.End, axis.FontSize) = (start, end, 11);
            Ticks.Place(axis);
            if (axis.OnFarSide == onFarSide && axis.ShowsLabels)
            {
                widest = Math.Max(widest, axis.Ticks.Select(t => glyphs.Label(t.Label).Length).DefaultIfEmpty(0).Max());
            }
        }

        return widest;
    }

    // Of named rows and columns each gets the same number of characters.
    private static int Whole(int size, Axis axis) =>
        axis.Kind == AxisKind.Category && axis.Categories.Count is > 0 and <= MostNames and var names ? Math.Max(1, size / names) * names : size;

    private static bool HasPlace(Series series) => series.Z.Length > 0 || series.Kind == "image"
        || Enumerable.Range(0, series.Count).Any(i => double.IsFinite(series.XAt(i)) && double.IsFinite(Points.YOf(series, i)));

    private static void Fill(TextPicture picture, Panel panel, TextCanvas canvas, List<Series> visible)
    {
        foreach (var cells in visible.Where(s => s.Kind is "heatmap" or "contour"))
        {
            TextCells.Fill(picture, cells, canvas);
        }

        TextBars.Fill(picture, [.. visible.Where(s => s.Kind == "bar")], canvas);
        Series? previous = null;
        foreach (var points in visible.Where(s => s.Kind == "scatter"))
        {
            TextPoints.Band(points, previous, canvas);
            previous = points;
        }

        TextNotes.Shapes(picture, canvas);
        foreach (var points in visible.Where(s => s.Kind == "scatter"))
        {
            TextPoints.Lines(picture, points, canvas);
        }

        foreach (var points in visible.Where(s => s.Kind == "scatter"))
        {
            TextPoints.Marks(picture, points, canvas);
        }

        foreach (var boxes in visible.Where(s => s.Kind is "box" or "violin"))
        {
            TextBoxes.Draw(boxes, canvas);
        }

        TextNotes.Write(picture, panel, canvas);
    }

    private static IEnumerable<string> Framed(Panel panel, TextCanvas canvas, int left, int right)
    {
        var glyphs = canvas.Glyphs;
        var over = panel.Overlays.Find(a => !a.Horizontal && a.OnFarSide);
        var (title, other) = (glyphs.Label(panel.Y.Title), glyphs.Label(over?.Title));
        if (title.Length + other.Length > 0)
        {
            yield return other.Length > 0 ? $"{title}{new string(' ', Math.Max(2, left + 2 + canvas.Columns + right + 2 - title.Length - other.Length))}{other}" : title;
        }

        var near = Labels(panel.Y.ShowsLabels ? panel.Y : null, canvas);
        var far = Labels(over, canvas);
        var row = 0;
        foreach (var line in canvas.Lines())
        {
            var axis = near.ContainsKey(row) ? glyphs.TickLeft : glyphs.Upright;
            var end = right > 0 ? $"{glyphs.Upright} {far.GetValueOrDefault(row)}" : "";
            yield return $"{near.GetValueOrDefault(row, "").PadLeft(left)} {axis}{line}{end}";
            row++;
        }

        foreach (var line in Below(panel.X, canvas.Columns, left, glyphs))
        {
            yield return line;
        }
    }

    private static Dictionary<int, string> Labels(Axis? axis, TextCanvas canvas)
    {
        var labels = new Dictionary<int, string>();
        foreach (var tick in axis?.Ticks.Where(t => t.Label.Length > 0) ?? [])
        {
            labels.TryAdd(canvas.Row(axis!.Pixel(tick.At)), canvas.Glyphs.Label(tick.Label));
        }

        return labels;
    }
}
