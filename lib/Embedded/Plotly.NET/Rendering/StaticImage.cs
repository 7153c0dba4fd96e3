// Draws a chart as SVG: readable without scripts, in light and dark, on paper, and by screen readers.

using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>Draws charts as static pictures.</summary>
public static class StaticImage
{
    private const int DefaultWidth = 720;
    private const int DefaultHeight = 440;

    /// <summary>
    /// The chart as an SVG document of <paramref name="width"/> by <paramref name="height"/> pixels; left out, the
    /// layout's own size, else 720 by 440.
    /// </summary>
    public static string ToSvg(this GenericChart chart, int? width = null, int? height = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var model = FigureModel.From(chart);
        var w = width ?? (int)(Read.Number(model.Layout, "width") ?? DefaultWidth);
        var h = height ?? (int)(Read.Number(model.Layout, "height") ?? DefaultHeight);
        if (w < 40 || h < 40)
        {
            throw new ArgumentException($"A picture of a chart needs at least 40 by 40 pixels; asked for were {w} by {h}.");
        }

        return Draw(chart, model, w, h);
    }

    /// <summary>The figure as plotly.js JSON: data, layout and frames.</summary>
    public static string ToFigureJson(this GenericChart chart) => FigureJson.Write(chart);

    private static string Draw(GenericChart chart, FigureModel model, int width, int height)
    {
        var layout = PlotLayout.Compute(model, width, height);
        var svg = new SvgCanvas();
        var id = "pn" + Hash(chart).ToString("x8", CultureInfo.InvariantCulture);
        var title = ChartText.Title(chart);
        svg.Raw($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{id}t {id}d\" font-family=\"{RichText.Escape(Theme.FontFamily)}\" style=\"max-width:100%;height:auto\">");
        svg.Raw($"<title id=\"{id}t\">{RichText.Escape(title.Length > 0 ? title : "Chart")}</title>");
        svg.Raw($"<desc id=\"{id}d\">{RichText.Escape(ChartText.Description(chart))}</desc>");
        svg.Raw(Theme.Style);
        svg.Rect(0, 0, width, height, Rgba.Parse(Read.Text(model.Layout, "paper_bgcolor")) is { } paper ? Paint.Of(paper) : Paint.Paper);
        if (layout.Title.Length > 0)
        {
            DrawTitle(svg, model, layout);
        }

        AnnotationDrawing.Pictures(svg, model, layout, below: true);
        for (var i = 0; i < model.Panels.Count; i++)
        {
            DrawPanel(svg, model, model.Panels[i], string.Create(CultureInfo.InvariantCulture, $"{id}c{i}"), () => AnnotationDrawing.Shapes(svg, model, layout, below: true), i == 0);
        }

        foreach (var series in model.Series.Where(s => s.Visible && s.X is null))
        {
            var (left, top, w, h) = layout.Cell(series);
            if (series.Kind == "pie")
            {
                PieDrawing.Draw(svg, series, model, left, top, w, h);
            }
            else
            {
                TableDrawing.Draw(svg, series, left, top, w, h);
            }
        }

        DrawColorBars(svg, layout, id);
        AnnotationDrawing.Shapes(svg, model, layout, below: false);
        AnnotationDrawing.Pictures(svg, model, layout, below: false);
        AnnotationDrawing.Notes(svg, model, layout);
        DrawLegend(svg, model, layout);
        svg.Close("svg");
        return svg.ToString();
    }

    private static void DrawTitle(SvgCanvas svg, FigureModel model, PlotLayout layout)
    {
        var spec = Read.Object(model.Layout, "title");
        var x = Read.Number(spec, "x") ?? 0.02;
        var (anchor, place) = Read.Text(spec, "xanchor") switch
        {
            "center" => ("middle", x * layout.Width),
            "right" => ("end", Math.Min(x * layout.Width, layout.Width - 12)),
            "left" => ("start", Math.Max(12, x * layout.Width)),
            _ => x is > 0.33 and < 0.67 ? ("middle", x * layout.Width) : x >= 0.67 ? ("end", Math.Min(x * layout.Width, layout.Width - 12)) : ("start", Math.Max(12, x * layout.Width)),
        };
        var paint = Rgba.Parse(Read.Text(Read.Object(spec, "font"), "color")) is { } color ? Paint.Of(color) : Paint.Ink;
        var widest = RichText.Measure(layout.Title, layout.TitleSize).Width;
        if (anchor == "start")
        {
            place = Math.Max(12, Math.Min(place, layout.Width - 12 - widest));
        }

        svg.Text(layout.Title, place, 12 + (RichText.Measure(layout.Title, layout.TitleSize).Height / 2), layout.TitleSize, paint, anchor, bold: true);
    }

    private static void DrawPanel(SvgCanvas svg, FigureModel model, Panel panel, string clip, Action shapesBelow, bool first)
    {
        if (Rgba.Parse(Read.Text(model.Layout, "plot_bgcolor")) is { } background)
        {
            svg.Rect(panel.Left, panel.Top, panel.Width, panel.Height, Paint.Of(background));
        }

        var picture = panel.Series.Exists(s => s.Kind is "image" or "heatmap" && s.Visible);
        if (!picture)
        {
            AxisDrawing.Grid(svg, panel);
        }

        if (first)
        {
            shapesBelow();
        }

        var visible = panel.Series.Where(s => s.Visible).ToList();
        svg.Raw($"<clipPath id=\"{clip}\"><rect x=\"{SvgCanvas.N(panel.Left)}\" y=\"{SvgCanvas.N(panel.Top)}\" width=\"{SvgCanvas.N(panel.Width)}\" height=\"{SvgCanvas.N(panel.Height)}\"/></clipPath>");
        svg.Raw($"<g clip-path=\"url(#{clip})\">");
        foreach (var series in visible.Where(s => s.Kind is "heatmap" or "image" or "contour"))
        {
            switch (series.Kind)
            {
                case "heatmap": Cells.Draw(svg, series, model); break;
                case "image": Pictures.Draw(svg, series); break;
                default: ContourDrawing.Draw(svg, series, model); break;
            }
        }

        Series? previous = null;
        foreach (var series in visible.Where(s => s.Kind == "scatter"))
        {
            Points.Fill(svg, series, previous);
            previous = series;
        }

        foreach (var series in visible.Where(s => s.Kind is "bar"))
        {
            BarDrawing.Draw(svg, series, model);
        }

        foreach (var series in visible.Where(s => s.Kind is "scatter"))
        {
            Points.DrawLines(svg, series);
        }

        svg.Close("g");
        foreach (var series in visible)
        {
            if (series.Kind is "box" or "violin")
            {
                Distributions.Draw(svg, series, model);
            }
            else if (series.Kind == "scatter")
            {
                Points.DrawMarks(svg, series);
            }
        }

        AxisDrawing.Draw(svg, panel);
        if (visible.Count > 0 && !visible.Exists(HasData))
        {
            var log = panel.X.Kind == AxisKind.Log || panel.Y.Kind == AxisKind.Log;
            var some = visible.Exists(s => s.Count > 0);
            svg.Text(log && some ? "No value above zero to show on a logarithmic axis." : "No data to show.", panel.Left + (panel.Width / 2), panel.Top + (panel.Height / 2), 13, Paint.Quiet, "middle");
        }
    }

    private static bool HasData(Series series) => series.Kind switch
    {
        "heatmap" or "contour" => series.Z.Any(r => r.Any(double.IsFinite)),
        "image" => true,
        _ => Enumerable.Range(0, series.Count).Any(i => double.IsFinite(series.XAt(i)) && double.IsFinite(series.YAt(i))),
    };

    private static void DrawColorBars(SvgCanvas svg, PlotLayout layout, string id)
    {
        var beside = new Dictionary<object, double>();
        var number = 0;
        foreach (var bar in layout.Bars)
        {
            var (key, left, top, height) = bar.Panel is { } panel
                ? ((object)panel, panel.Left + panel.Width, panel.Top, panel.Height)
                : (layout, layout.Area.Right, layout.Area.Top, layout.Area.Bottom - layout.Area.Top);
            var used = beside.GetValueOrDefault(key);
            var far = bar.Panel is { } p ? p.Overlays.Where(a => a.OnFarSide && !a.Horizontal).Sum(a => AxisDrawing.Room(a, labels: true)) : 0;
            ColorBars.Draw(svg, bar, left + far + used + 14, top, height, string.Create(CultureInfo.InvariantCulture, $"{id}b{number++}"));
            beside[key] = used + ColorBars.Width(bar);
        }
    }

    private static void DrawLegend(SvgCanvas svg, FigureModel model, PlotLayout layout)
    {
        if (layout.Legend.Count == 0)
        {
            return;
        }

        var (x, y) = layout.LegendAt;
        if (layout.LegendRows is { } rows)
        {
            LegendEntries.DrawRows(svg, model, rows, x, y);
            return;
        }

        if (layout.LegendInside)
        {
            var (width, height) = LegendEntries.Vertical(model, layout.Legend);
            svg.Rect(x - 4, y - 4, width + 8, height + 8, Paint.Paper.Fade(0.8), radius: 3);
        }

        LegendEntries.DrawVertical(svg, model, layout.Legend, x, y);
    }

    // FNV-1a of the figure: ids within pictures differ on one page, and are the same in every run.
    private static uint Hash(GenericChart chart)
    {
        var hash = 2166136261u;
        foreach (var c in FigureJson.Write(chart))
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }
}
