// What all plots of one chart in text share: its characters, and one mark or filling for each name.

namespace Plotly.NET.Rendering;

/// <summary>A chart that is being drawn as text.</summary>
internal sealed class TextPicture
{
    private readonly Dictionary<(int Row, int Column), PlotlyObject> _titles;

    public TextPicture(FigureModel model, TextGlyphs glyphs)
    {
        (Model, Glyphs) = (model, glyphs);
        _titles = PlotLayout.Compute(model, 640, 400).PanelTitles;
    }

    public FigureModel Model { get; }

    public TextGlyphs Glyphs { get; }

    /// <summary>The number by which a series is told from the others; series of one name share it.</summary>
    public int Number(Series series)
    {
        var alike = Model.Series.Where(s => s.Visible && Drawn(s) == Drawn(series)).Select(s => s.Name).Distinct().ToList();
        return Math.Max(0, alike.IndexOf(series.Name));
    }

    /// <summary>What the shades of cells mean; null where there are none.</summary>
    public string? Scale { get; set; }

    public char Mark(Series series) => Glyphs.Mark(Number(series));

    public char Fill(Series series) => Glyphs.Fill(Number(series));

    /// <summary>The texts at places of the data or of the paper.</summary>
    public IEnumerable<PlotlyObject> Notes =>
        (Read.List(Model.Layout, "annotations") ?? []).OfType<PlotlyObject>().Where(n => !_titles.ContainsValue(n) && Read.Truth(n, "visible") != false);

    public string TitleOf(Panel panel) => Glyphs.Label(Read.Text(_titles.GetValueOrDefault((panel.Row, panel.Column)), "text"));

    /// <summary>Signs with names; empty where one series speaks for itself.</summary>
    public IReadOnlyList<string> Legend() =>
    [
        .. LegendEntries.Of(Model)
            .Where(e => !e.Sector && e.Series.Visible && e.Series.Kind is "scatter" or "bar")
            .OrderBy(e => e.Series.Index)
            .Select(e => $"{Sign(e.Series)} {Glyphs.Label(e.Name)}")
            .Distinct(),
        .. Scale is null ? [] : new[] { Scale },
    ];

    private char Sign(Series series) => series.Kind == "bar" ? Fill(series) : Drawn(series) == "area" ? Glyphs.Band : Mark(series);

    private static string Drawn(Series series)
    {
        if (series.Kind != "scatter")
        {
            return series.Kind;
        }

        var (lines, markers, _) = Points.Mode(series);
        var width = Read.Number(Read.Object(series.Trace, "line"), "width") ?? 2;
        return !markers && (!lines || width == 0) && Read.Text(series.Trace, "fill") is not null ? "area" : "scatter";
    }
}
