// Draws a chart in characters: for terminals, for `jupyter console`, for mails and logs.

namespace Plotly.NET.Rendering;

/// <summary>Draws charts as text.</summary>
public static class TextImage
{
    private const int NarrowestPanel = 32;
    private const int Gap = 2;

    /// <summary>
    /// The chart in lines of at most <paramref name="width"/> characters: its title or what it is, the plots of about
    /// <paramref name="height"/> lines each, the legend.
    /// </summary>
    /// <param name="chart">The chart.</param>
    /// <param name="width">Characters in a line, at least 24.</param>
    /// <param name="height">Lines of a plot, at least 4.</param>
    /// <param name="ascii">Whether to keep to ASCII; else lines are drawn in braille dots and bars in block characters.</param>
    /// <exception cref="ArgumentException">The size is too small.</exception>
    public static string ToText(this GenericChart chart, int width = 80, int height = 16, bool ascii = false)
    {
        ArgumentNullException.ThrowIfNull(chart);
        if (width < 24 || height < 4)
        {
            throw new ArgumentException($"A chart in text needs at least 24 columns and 4 lines; asked for were {width} by {height}.");
        }

        var model = FigureModel.From(chart);
        var picture = new TextPicture(model, ascii ? TextGlyphs.Ascii : TextGlyphs.Unicode);
        var title = picture.Glyphs.Label(ChartText.Title(chart));
        List<string> lines = [.. Wrap(title.Length > 0 ? title : picture.Glyphs.Label(ChartText.Summary(chart)), width)];
        var columns = model.Columns > 1 && ((width + Gap) / model.Columns) - Gap >= NarrowestPanel ? model.Columns : 1;
        var each = ((width + Gap) / columns) - Gap;
        foreach (var row in Parts(model, picture, each, columns > 1 || model.Rows > 1 ? Math.Max(4, height * 5 / 8) : height).Chunk(columns))
        {
            lines.Add("");
            lines.AddRange(SideBySide(row, each));
        }

        var legend = picture.Legend();
        if (legend.Count > 0)
        {
            lines.Add("");
            lines.AddRange(Wrap(string.Join("   ", legend), width));
        }

        return string.Join('\n', lines.Select(l => l.TrimEnd()));
    }

    private static IEnumerable<IReadOnlyList<string>> Parts(FigureModel model, TextPicture picture, int width, int height)
    {
        foreach (var panel in model.Panels.OrderBy(p => p.Row).ThenBy(p => p.Column))
        {
            var drawn = TextRows.Fit(panel) ? TextRows.Draw(picture, panel, width)
                : TextNumbers.Fit(picture, panel, width) ? TextNumbers.Draw(picture, panel)
                : TextPanel.Draw(picture, panel, width, height);
            yield return picture.TitleOf(panel) is { Length: > 0 } title ? [title, .. drawn] : drawn;
        }

        foreach (var series in model.Series.Where(s => s.Visible && s.X is null))
        {
            yield return series.Kind == "pie" ? TextRows.DrawPie(picture, series, width) : TextTable.Draw(picture, series, width);
        }
    }

    private static IEnumerable<string> SideBySide(IReadOnlyList<string>[] parts, int width)
    {
        for (var i = 0; i < parts.Max(p => p.Count); i++)
        {
            yield return string.Join(new string(' ', Gap), parts.Select(p => (i < p.Count ? p[i] : "").PadRight(width)));
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        while (text.Length > width)
        {
            var at = text.LastIndexOf("   ", width, StringComparison.Ordinal);
            at = at > 0 ? at : text.LastIndexOf(' ', width);
            at = at > 0 ? at : width;
            yield return text[..at];
            text = text[at..].TrimStart();
        }

        yield return text;
    }
}
