// What has a name has a row: bars with their values, boxes with whiskers, the sectors of a pie. A name is read more easily
// beside its bar than turned below it.

using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>Draws bars, boxes and pies as rows.</summary>
internal static class TextRows
{
    private const int WidestName = 28;
    private const int MostRows = 60;
    private const string Eighths = "▏▎▍▌▋▊▉";

    /// <summary>Whether all that a plot shows are bars or boxes with names.</summary>
    public static bool Fit(Panel panel)
    {
        var visible = panel.Series.Where(s => s.Visible).ToList();
        return visible.Count > 0 && visible.Select(Across).Distinct().Count() == 1 && visible.Select(Along).Distinct().Count() == 1
            && visible.TrueForAll(s => s.Kind is "box" or "violin" ? Distributions.Groups(s).Any() : s.Kind == "bar" && Across(s).Kind == AxisKind.Category && s.Count > 0);
    }

    public static IReadOnlyList<string> Draw(TextPicture picture, Panel panel, int width)
    {
        var glyphs = picture.Glyphs;
        var visible = panel.Series.Where(s => s.Visible).ToList();
        var (across, along) = (Across(visible[0]), Along(visible[0]));
        var stacked = visible.Exists(s => s.Base is not null);
        List<Row> rows = [];
        foreach (var series in visible)
        {
            rows.AddRange(series.Kind == "bar"
                ? Bars.Of(series, picture.Model).Select(b => new Row(across.Coordinate(Keys(series)?[b.Datum]), series, b, null, stacked ? "" : Value(picture, series, b.Datum)))
                : Distributions.Groups(series).Select(g => new Row(g.At, series, null, g.Values, "")));
        }

        var names = rows.Select(r => r.At).Distinct().ToDictionary(at => at, at => Name(across, at, glyphs));
        var left = Math.Min(WidestName, names.Values.Max(n => n.Length));
        var columns = Math.Max(8, width - left - 3 - rows.Max(r => r.Text.Length));
        TextPanel.SetUp([along], 0, columns * TextCanvas.CellWidth, glyphs, onFarSide: false);
        List<string> lines = [];
        if (glyphs.Label(across.Title) is { Length: > 0 } title)
        {
            lines.Add(title);
        }

        // From the top of an upright axis down, from the left of a level one to the right.
        var order = across.Horizontal == across.From < across.To ? rows.Select(r => r.At).Distinct().Order() : rows.Select(r => r.At).Distinct().OrderDescending();
        var places = order.ToList();
        var several = !stacked && rows.GroupBy(r => r.At).Any(g => g.Count() > 1);
        foreach (var at in places.Take(MostRows))
        {
            var here = rows.Where(r => r.At == at).ToList();
            var name = Cut(names[at], glyphs).PadLeft(left);
            foreach (var part in stacked ? [here] : here.Select(r => new List<Row> { r }))
            {
                var canvas = new TextCanvas(columns, 1, glyphs);
                foreach (var row in part)
                {
                    Draw(picture, row, along, canvas);
                }

                var text = part[0].Text;
                var line = canvas.Lines().Single();
                lines.Add($"{name} {glyphs.TickLeft}{(text.Length > 0 ? line.TrimEnd() + " " + text : line)}");
                name = new string(' ', left);
            }

            if (several && at != places[^1])
            {
                lines.Add($"{new string(' ', left)} {glyphs.Upright}");
            }
        }

        if (places.Count > MostRows)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"... and {places.Count - MostRows} more"));
        }

        lines.AddRange(TextPanel.Below(along, columns, left, glyphs));
        return lines;
    }

    /// <summary>A pie as rows: each sector's share of the whole.</summary>
    public static IReadOnlyList<string> DrawPie(TextPicture picture, Series series, int width)
    {
        var glyphs = picture.Glyphs;
        var sectors = PieDrawing.Sectors(series, picture.Model);
        var left = Math.Min(WidestName, sectors.Select(s => glyphs.Label(s.Label).Length).DefaultIfEmpty(0).Max());
        var columns = Math.Max(8, width - left - 11);
        var most = sectors.Select(s => s.Share).DefaultIfEmpty(1).Max();
        return
        [
            .. sectors.Select(sector =>
            {
                var canvas = new TextCanvas(columns, 1, glyphs);
                Bar(canvas, 0, sector.Share / most * canvas.Width, glyphs.Fill(0), solid: true);
                return $"{Cut(glyphs.Label(sector.Label), glyphs).PadLeft(left)} {glyphs.TickLeft}{canvas.Lines().Single().TrimEnd()} {NumberFormat.Short(Math.Round(sector.Share * 100, 1))}%";
            }),
        ];
    }

    private static void Draw(TextPicture picture, Row row, Axis along, TextCanvas canvas)
    {
        if (row.Bar is { } bar)
        {
            var from = double.IsFinite(bar.From) ? along.Pixel(Math.Clamp(bar.From, along.Low, along.High)) : along.Pixel(along.Low);
            var number = picture.Number(row.Series);
            Bar(canvas, from, along.Pixel(Math.Clamp(bar.To, along.Low, along.High)), canvas.Glyphs.Fill(number), number == 0 && row.Series.Base is null);
            return;
        }

        var glyphs = canvas.Glyphs;
        var box = Statistics.Box(row.Values!);
        int At(double value) => canvas.Column(along.Pixel(value));
        canvas.Fill(along.Pixel(box.Low), 0, along.Pixel(box.High), TextCanvas.CellHeight, glyphs.Level);
        for (var column = At(box.Q1); column <= At(box.Q3); column++)
        {
            canvas.Put(column, 0, glyphs.Fill(1));
        }

        canvas.Put(At(box.Low), 0, glyphs.Upright);
        canvas.Put(At(box.High), 0, glyphs.Upright);
        canvas.Put(At(box.Median), 0, glyphs.Median);
        foreach (var outlier in box.Outliers)
        {
            canvas.Put(At(outlier), 0, glyphs.Outlier);
        }
    }

    private static void Bar(TextCanvas canvas, double from, double to, char inside, bool solid)
    {
        var (low, high) = (Math.Min(from, to), Math.Max(from, to));
        var first = (int)Math.Round(low / TextCanvas.CellWidth);
        if (canvas.Glyphs.IsAscii || !solid || to < from)
        {
            canvas.Fill(low, 0, high, TextCanvas.CellHeight, inside);
            return;
        }

        var eighths = (int)Math.Round((high / TextCanvas.CellWidth * 8) - (first * 8));
        for (var i = 0; i < eighths / 8; i++)
        {
            canvas.Put(first + i, 0, inside);
        }

        if (eighths % 8 > 0)
        {
            canvas.Put(first + (eighths / 8), 0, Eighths[(eighths % 8) - 1]);
        }
        else if (eighths == 0 && high > low)
        {
            canvas.Put(first, 0, Eighths[0]);
        }
    }

    private static bool Sideways(Series series) => series.Kind is "box" or "violin" ? !Distributions.Upright(series) : series.Horizontal;

    private static Axis Across(Series series) => Sideways(series) ? series.Y! : series.X!;

    private static Axis Along(Series series) => Sideways(series) ? series.X! : series.Y!;

    private static object?[]? Keys(Series series) => series.Horizontal ? series.YValues : series.XValues;

    private static string Value(TextPicture picture, Series series, int datum)
    {
        var key = Keys(series) is { } keys && datum < keys.Length ? Convert.ToString(keys[datum], CultureInfo.InvariantCulture) : null;
        if (Convert.ToString(Read.At(Read.Value(series.Trace, "text"), datum), CultureInfo.InvariantCulture) is { } text && text != key
            && picture.Glyphs.Label(text) is { Length: > 0 and <= WidestName } label)
        {
            return label;
        }

        var value = Axis.NumberOf((series.Horizontal ? series.XValues : series.YValues)![datum]) ?? double.NaN;
        var error = ErrorBars.Of(series, series.Horizontal)(datum, Along(series).Coordinate(value)) is [_, var high] && Along(series).Kind == AxisKind.Linear ? $" ± {NumberFormat.Short(high - value)}" : "";
        return picture.Glyphs.Label(NumberFormat.Short(value) + error);
    }

    private static string Name(Axis axis, double at, TextGlyphs glyphs) => glyphs.Label(
        axis.Kind == AxisKind.Category && at >= 0 && at < axis.Categories.Count && at == Math.Floor(at) ? axis.Categories[(int)at] : NumberFormat.Short(at));

    private static string Cut(string name, TextGlyphs glyphs) => name.Length <= WidestName ? name : name[..(WidestName - 2)] + (glyphs.IsAscii ? ".." : "…");

    private sealed record Row(double At, Series Series, Bar? Bar, double[]? Values, string Text);
}
