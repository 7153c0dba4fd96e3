namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Charts in rows and columns.</summary>
    public static GenericChart Grid(
        IEnumerable<GenericChart> gCharts,
        int nRows,
        int nCols,
        Optional<IEnumerable<string>> SubPlotTitles = default,
        Optional<Font> SubPlotTitleFont = default,
        Optional<double> SubPlotTitleOffset = default,
        Optional<Tuple<StyleParam.LinearAxisId, StyleParam.LinearAxisId>[][]> SubPlots = default,
        Optional<StyleParam.LinearAxisId[]> XAxes = default,
        Optional<StyleParam.LinearAxisId[]> YAxes = default,
        Optional<StyleParam.LayoutGridRowOrder> RowOrder = default,
        Optional<StyleParam.LayoutGridPattern> Pattern = default,
        Optional<double> XGap = default,
        Optional<double> YGap = default,
        Optional<Domain> Domain = default,
        Optional<StyleParam.LayoutGridXSide> XSide = default,
        Optional<StyleParam.LayoutGridYSide> YSide = default)
    {
        var coupled = Pattern.IsSome && Pattern.Value.Equals(StyleParam.LayoutGridPattern.Coupled);
        var xGap = XGap.Or(coupled ? 0.1 : 0.2);
        var yGap = YGap.Or(coupled ? 0.1 : 0.3);
        var bottomUp = RowOrder.IsSome && RowOrder.Value.Equals(StyleParam.LayoutGridRowOrder.BottomToTop);

        var placed = new List<GenericChart>();
        foreach (var (chart, i) in gCharts.Take(nRows * nCols).Select((chart, i) => (chart, i)))
        {
            var (row, column) = (i / nCols, i % nCols);
            placed.Add(chart.Traces.All(t => t.type is "pie" or "table")
                ? chart.InCell(row, column)
                : chart.OnAxes(coupled ? column + 1 : i + 1, coupled ? row + 1 : i + 1, i + 1));
        }

        var grid = new LayoutGrid()
            .WithValue("rows", nRows)
            .WithValue("columns", nCols)
            .WithValue("pattern", Pattern.Or(StyleParam.LayoutGridPattern.Independent))
            .WithValue("roworder", RowOrder.Or(StyleParam.LayoutGridRowOrder.TopToBottom))
            .With("subplots", SubPlots)
            .With("xaxes", XAxes)
            .With("yaxes", YAxes)
            .WithValue("xgap", xGap)
            .WithValue("ygap", yGap)
            .With("domain", Domain)
            .With("xside", XSide)
            .With("yside", YSide);
        var combined = Combine(placed).WithLayoutGrid(grid);
        if (!SubPlotTitles.IsSome)
        {
            return combined;
        }

        return combined.WithAnnotations(SubPlotTitles.Value.Take(nRows * nCols).Select((title, i) =>
        {
            var (row, column) = (i / nCols, i % nCols);
            var (left, right) = Cell(nCols, xGap, column);
            var (_, top) = Cell(nRows, yGap, bottomUp ? row : nRows - 1 - row);
            return new Annotation()
                .WithValue("x", (left + right) / 2)
                .WithValue("y", top + SubPlotTitleOffset.Or(0))
                .WithValue("xref", "paper")
                .WithValue("yref", "paper")
                .WithValue("xanchor", "center")
                .WithValue("yanchor", "bottom")
                .WithValue("text", title)
                .WithValue("showarrow", false)
                .With("font", SubPlotTitleFont);
        }));
    }

    private static (double Start, double End) Cell(int count, double gap, int index)
    {
        var step = 1 / (count - gap);
        return (step * index, (step * index) + (step * (1 - gap)));
    }
}
