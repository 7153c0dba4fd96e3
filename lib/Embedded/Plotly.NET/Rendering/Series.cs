// One data series with the axes it is drawn on.

namespace Plotly.NET.Rendering;

/// <summary>A series as the drawing steps see it.</summary>
internal sealed class Series
{
    public required Trace Trace { get; init; }

    public required int Index { get; init; }

    /// <summary>The kind after preparation: histograms have become bars, 2D histograms cells.</summary>
    public required string Kind { get; set; }

    public Axis? X { get; set; }

    public Axis? Y { get; set; }

    /// <summary>The values as given; null for the running number.</summary>
    public object?[]? XValues { get; set; }

    public object?[]? YValues { get; set; }

    /// <summary>A matrix for cells and contours, rows from first to last.</summary>
    public double[][] Z { get; set; } = [];

    /// <summary>Where stacked values begin, one for each datum, in data units.</summary>
    public double[]? Base { get; set; }

    /// <summary>Where stacked values end, one for each datum, in data units.</summary>
    public double[]? Top { get; set; }

    /// <summary>Edges of histogram bins: their width in data units.</summary>
    public double? BinWidth { get; set; }

    public required Paint Color { get; set; }

    public bool Visible => Read.Value(Trace, "visible") is not false and not "legendonly";

    public string Name => Read.Text(Trace, "name") ?? $"trace {Index}";

    /// <summary>Set where bars lie sideways although the series does not say so.</summary>
    public bool SidewaysBars { get; set; }

    public bool Horizontal => SidewaysBars || Read.Text(Trace, "orientation") == "h";

    public int Count => Math.Max(XValues?.Length ?? 0, YValues?.Length ?? 0);

    public double Opacity => Read.Number(Trace, "opacity") ?? 1;

    /// <summary>Scale coordinate of datum <paramref name="i"/> on the x axis.</summary>
    public double XAt(int i) => XValues is null ? X!.Coordinate((double)i) : i < XValues.Length ? X!.Coordinate(XValues[i]) : double.NaN;

    /// <summary>Scale coordinate of datum <paramref name="i"/> on the y axis.</summary>
    public double YAt(int i) => YValues is null ? Y!.Coordinate((double)i) : i < YValues.Length ? Y!.Coordinate(YValues[i]) : double.NaN;
}
