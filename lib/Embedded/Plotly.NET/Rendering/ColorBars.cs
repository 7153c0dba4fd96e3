// Bars that explain colour scales: one for each matrix or value-coloured series, one for each shared colour axis.

namespace Plotly.NET.Rendering;

/// <summary>A colour bar to be drawn.</summary>
internal sealed class ColorBarModel
{
    public required ValueColors Colors { get; init; }

    public required PlotlyObject? Spec { get; init; }

    /// <summary>The panel beside which it stands; null where it stands beside them all.</summary>
    public required Panel? Panel { get; init; }

    public required Axis Axis { get; init; }

    public string Title => Read.Title(Read.Value(Spec, "title"));

    public double Thickness => Math.Clamp(Read.Number(Spec, "thickness") ?? 14, 6, 40);
}

/// <summary>Finds, measures and draws colour bars.</summary>
internal static class ColorBars
{
    private const double Size = 11;

    public static List<ColorBarModel> Of(FigureModel model)
    {
        var bars = new List<ColorBarModel>();
        var sharedDone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var series in model.Series.Where(s => s.Visible))
        {
            if (Read.Text(series.Trace, "coloraxis") is { Length: > 0 } id)
            {
                if (series.Z.Length > 0 && sharedDone.Add(id) && ValueColors.Shared(series.Trace, model) is { } shared && Read.Truth(shared.Axis, "showscale") != false)
                {
                    bars.Add(Make(ValueColors.Of(series, model), Read.Object(shared.Axis, "colorbar"), null));
                }

                continue;
            }

            var panel = model.Panels.Find(p => p.Series.Contains(series));
            if (series.Kind is "heatmap" or "contour" && series.Z.Length > 0)
            {
                if (Read.Truth(series.Trace, "showscale") != false)
                {
                    bars.Add(Make(ValueColors.Of(series, model), Read.Object(series.Trace, "colorbar"), panel));
                }
            }
            else if (series.Kind is "scatter" or "bar" && Read.Object(series.Trace, "marker") is { } marker && Read.Truth(marker, "showscale") == true && ValueColors.Of(marker) is { } colors)
            {
                bars.Add(Make(colors, Read.Object(marker, "colorbar") ?? Read.Object(series.Trace, "colorbar"), panel));
            }
        }

        return bars;
    }

    /// <summary>How wide bar, labels and title are.</summary>
    public static double Width(ColorBarModel bar)
    {
        var labels = bar.Axis.Ticks.Select(t => RichText.Measure(t.Label, Size).Width).DefaultIfEmpty(20).Max();
        var beside = bar.Thickness + 8 + labels;
        return 16 + (SideTitle(bar) ? beside + 20 : Math.Max(beside, Math.Min(RichText.Measure(bar.Title, Size).Width, beside + 40)));
    }

    /// <summary>Finds ticks for a bar of that height.</summary>
    public static void Place(ColorBarModel bar, double top, double height)
    {
        bar.Axis.Start = top + height;
        bar.Axis.End = top;
        Ticks.Place(bar.Axis);
    }

    public static void Draw(SvgCanvas svg, ColorBarModel bar, double left, double top, double height, string id)
    {
        var title = SideTitle(bar) ? 0 : RichText.Measure(bar.Title, Size).Height;
        if (title > 0)
        {
            svg.Text(bar.Title, left, top + (title / 2), Size, Paint.Ink);
            top += title + 6;
            height -= title + 6;
        }

        Place(bar, top, height);
        svg.Raw($"<linearGradient id=\"{id}\" x1=\"0\" y1=\"1\" x2=\"0\" y2=\"0\">" + string.Concat(Enumerable.Range(0, 17).Select(i => $"<stop offset=\"{SvgCanvas.N(i / 16.0)}\" stop-color=\"{bar.Colors.Fraction(i / 16.0).Hex}\"/>")) + "</linearGradient>");
        svg.Raw($"<rect x=\"{SvgCanvas.N(left)}\" y=\"{SvgCanvas.N(top)}\" width=\"{SvgCanvas.N(bar.Thickness)}\" height=\"{SvgCanvas.N(Math.Max(0, height))}\" fill=\"url(#{id})\"/>");
        var right = left + bar.Thickness;
        foreach (var tick in bar.Axis.Ticks)
        {
            var y = bar.Axis.Pixel(tick.At);
            svg.Line(right, y, right + 4, y, Paint.Quiet);
            svg.Text(tick.Label, right + 7, y, Size, Paint.Ink);
        }

        if (SideTitle(bar))
        {
            svg.Text(bar.Title, left + Width(bar) - 24, top + (height / 2), Size, Paint.Ink, "middle", 90);
        }
    }

    private static bool SideTitle(ColorBarModel bar) =>
        bar.Title.Length > 0 && (Read.Text(Read.Object(bar.Spec, "title"), "side") == "right" || RichText.Measure(bar.Title, Size).Width > 70);

    private static ColorBarModel Make(ValueColors colors, PlotlyObject? spec, Panel? panel)
    {
        var axis = new Axis("y", spec ?? new ColorBar()) { From = colors.Low, To = colors.High, FontSize = Size };
        return new ColorBarModel { Colors = colors, Spec = spec, Panel = panel, Axis = axis };
    }
}
