// The steps that the styling methods of both faces share.

namespace Plotly.NET;

/// <summary>Changes to charts that several styling methods need.</summary>
internal static class ChartStyling
{
    public static GenericChart WithAxis(this GenericChart chart, string id, LinearAxis axis) =>
        chart.MapLayout(layout => layout.WithValue(id, layout.Nested<LinearAxis>(id).Merge(axis)));

    public static LinearAxis WithTitle(
        this LinearAxis axis,
        CSharp.Optional<string> text,
        CSharp.Optional<Font> font,
        CSharp.Optional<int> standoff,
        CSharp.Optional<Title> title)
    {
        if (!text.IsSome && !font.IsSome && !standoff.IsSome && !title.IsSome)
        {
            return axis;
        }

        return axis.WithValue("title", (title.IsSome ? title.Value.Copy() : new Title())
            .With("text", text)
            .With("font", font)
            .With("standoff", standoff));
    }

    public static LinearAxis WithRange(this LinearAxis axis, string key, FSharpOption<Tuple<IConvertible, IConvertible>>? range) =>
        range is null ? axis : axis.WithValue(key, new object[] { range.Value.Item1, range.Value.Item2 });

    public static GenericChart WithList<T>(this GenericChart chart, string key, IEnumerable<T> items, FSharpOption<bool>? append)
        where T : PlotlyObject =>
        chart.MapLayout(layout =>
        {
            var present = append is { Value: false } || layout.Properties.GetValueOrDefault(key) is not Array array ? [] : array.Cast<object>();
            return layout.WithValue(key, present.Concat(items).ToArray());
        });

    public static GenericChart WithTraceInformation(
        this GenericChart chart,
        FSharpOption<string>? name,
        FSharpOption<StyleParam.Visible>? visible,
        FSharpOption<bool>? showLegend,
        FSharpOption<int>? legendRank,
        FSharpOption<string>? legendGroup,
        FSharpOption<Title>? legendGroupTitle)
    {
        var several = chart.Traces.Length > 1;
        var index = 0;
        return chart.MapTraces(trace => trace
            .With("name", name is null || !several ? name : new FSharpOption<string>($"{name.Value}_{index++}"))
            .With("visible", visible)
            .With("showlegend", showLegend)
            .With("legendrank", legendRank)
            .With("legendgroup", legendGroup)
            .With("legendgrouptitle", legendGroupTitle));
    }

    /// <summary>Moves the chart to the axes with these numbers and stores its own axes under <paramref name="store"/>.</summary>
    public static GenericChart OnAxes(this GenericChart chart, int x, int y, int store)
    {
        var (ownX, ownY) = (chart.Layout.Properties.GetValueOrDefault("xaxis"), chart.Layout.Properties.GetValueOrDefault("yaxis"));
        return chart
            .WithAxisAnchor(X: x, Y: y)
            .MapLayout(layout =>
            {
                foreach (var key in layout.Properties.Keys.Where(k => k.StartsWith("xaxis", StringComparison.Ordinal) || k.StartsWith("yaxis", StringComparison.Ordinal)).ToArray())
                {
                    layout.RemoveProperty(key);
                }

                Retie(layout, x, y);
                return layout
                    .WithValue(StyleParam.SubPlotId.NewXAxis(store).ToString(), ownX ?? new LinearAxis())
                    .WithValue(StyleParam.SubPlotId.NewYAxis(store).ToString(), ownY ?? new LinearAxis());
            });
    }

    /// <summary>Puts a chart without axes into a cell of the grid.</summary>
    public static GenericChart InCell(this GenericChart chart, int row, int column) =>
        chart.MapTraces(trace => trace.WithValue("domain", new Domain().WithValue("row", row).WithValue("column", column)));

    // Annotations and shapes in data coordinates follow their chart to its new axes.
    private static void Retie(Layout layout, int x, int y)
    {
        foreach (var key in new[] { "annotations", "shapes" })
        {
            if (layout.Properties.GetValueOrDefault(key) is Array items)
            {
                layout.SetProperty(key, items.Cast<PlotlyObject>().Select(item =>
                {
                    var moved = item.Copy();
                    if ((moved.Properties.GetValueOrDefault("xref") as string ?? "x") == "x")
                    {
                        moved.SetProperty("xref", StyleParam.LinearAxisId.NewX(x).ToString());
                    }

                    if ((moved.Properties.GetValueOrDefault("yref") as string ?? "y") == "y")
                    {
                        moved.SetProperty("yref", StyleParam.LinearAxisId.NewY(y).ToString());
                    }

                    return (object)moved;
                }).ToArray());
            }
        }
    }
}
