// From chart to drawable figure: template applied, axes found and typed, histograms counted, bars stacked, ranges set.

namespace Plotly.NET.Rendering;

/// <summary>A pair of axes and what is drawn on them.</summary>
internal sealed class Panel(Axis x, Axis y)
{
    public Axis X { get; } = x;

    public Axis Y { get; } = y;

    /// <summary>Further axes over the same area, such as a second y axis on the right.</summary>
    public List<Axis> Overlays { get; } = [];

    public List<Series> Series { get; } = [];

    /// <summary>Column and row in the grid of panels.</summary>
    public int Column { get; set; }

    public int Row { get; set; }

    public bool ShowsXLabels { get; set; } = true;

    public bool ShowsYLabels { get; set; } = true;

    public double Left { get; set; }

    public double Top { get; set; }

    public double Width { get; set; }

    public double Height { get; set; }

    public IEnumerable<Axis> Axes => Overlays.Prepend(Y).Prepend(X);
}

/// <summary>Everything that the drawing steps need.</summary>
internal sealed class FigureModel
{
    private readonly Dictionary<string, Axis> _axes = new(StringComparer.Ordinal);

    private FigureModel(GenericChart chart)
    {
        var template = Read.Object(Read.Object(chart.Layout, "template"), "layout");
        Layout = template is null ? chart.Layout : new Layout().Merge(template).Merge(chart.Layout);
        Font = Read.Number(Read.Object(Layout, "font"), "size") ?? 13;
        Colorway = Read.List(Layout, "colorway")?.OfType<string>().ToArray() is { Length: > 0 } colors ? colors : ChartTemplates.Colorway;
        Chart = chart;
    }

    public GenericChart Chart { get; }

    public PlotlyObject Layout { get; }

    public double Font { get; }

    public IReadOnlyList<string> Colorway { get; }

    public List<Series> Series { get; } = [];

    public List<Panel> Panels { get; } = [];

    public IReadOnlyDictionary<string, Axis> Axes => _axes;

    public int Rows { get; private set; } = 1;

    public int Columns { get; private set; } = 1;

    public PlotlyObject? Grid => Read.Object(Layout, "grid");

    public static FigureModel From(GenericChart chart)
    {
        var model = new FigureModel(chart);
        for (var i = 0; i < chart.Traces.Length; i++)
        {
            model.Add(chart.Traces[i], i);
        }

        model.Type();
        Preparation.Run(model);
        model.Arrange();
        Ranges.Set(model);
        return model;
    }

    /// <summary>The axis of that id, made where it is missing.</summary>
    public Axis Axis(string id)
    {
        if (!_axes.TryGetValue(id, out var axis))
        {
            var key = $"{id[0]}axis{id[1..]}";
            var spec = new LinearAxis();
            if (Read.Object(Read.Object(Read.Object(Layout, "template"), "layout"), $"{id[0]}axis") is { } defaults)
            {
                spec = spec.Merge(defaults);
            }

            if (Read.Object(Layout, key) is { } own)
            {
                spec = spec.Merge(own);
            }

            axis = new Axis(id, spec) { FontSize = Read.Number(Read.Object(spec, "tickfont"), "size") ?? Math.Max(10, Font - 1) };
            _axes.Add(id, axis);
        }

        return axis;
    }

    private void Add(Trace trace, int index)
    {
        var kind = trace.type switch { "scattergl" => "scatter", "heatmapgl" => "heatmap", _ => trace.type };
        var series = new Series
        {
            Trace = trace,
            Index = index,
            Kind = kind,
            Color = ColorOf(trace, kind, index),
            XValues = Read.List(trace, "x"),
            YValues = Read.List(trace, "y"),
            Z = kind is "heatmap" or "contour" ? Read.Matrix(Read.Value(trace, "z")) : [],
        };
        if (kind is not "pie" and not "table")
        {
            series.X = Axis(Read.Text(trace, "xaxis") ?? "x");
            series.Y = Axis(Read.Text(trace, "yaxis") ?? "y");
        }

        if (series.Z.Length > 0 && Read.Truth(trace, "transpose") == true)
        {
            var z = series.Z;
            series.Z = [.. Enumerable.Range(0, z.Max(r => r.Length)).Select(j => z.Select(r => j < r.Length ? r[j] : double.NaN).ToArray())];
        }

        Series.Add(series);
    }

    private Paint ColorOf(Trace trace, string kind, int index)
    {
        var marker = Read.Object(trace, "marker");
        var line = Read.Object(trace, "line");
        string?[] candidates = kind is "scatter" && (Read.Text(trace, "mode") ?? "lines").Contains("lines", StringComparison.Ordinal)
            ? [Read.Text(line, "color"), Read.Text(marker, "color"), Read.Text(trace, "fillcolor")]
            : [Read.Text(marker, "color"), Read.Text(line, "color"), Read.Text(trace, "fillcolor")];
        foreach (var candidate in candidates)
        {
            if (Rgba.Parse(candidate) is { } color)
            {
                // A palette colour that is named outright follows dark mode as the palette does.
                var known = Array.FindIndex(ChartTemplates.Colorway, c => string.Equals(c, color.Hex, StringComparison.OrdinalIgnoreCase));
                return known >= 0 && color.A == 1 ? Theme.Series(known, ChartTemplates.Colorway) : Paint.Named(color);
            }
        }

        return Theme.Series(index, Colorway);
    }

    /// <summary>Decides what each axis counts: what the layout says, else what its values are.</summary>
    private void Type()
    {
        foreach (var series in Series.Where(s => s.X is not null))
        {
            // The side on which boxes and single distributions stand has the names of the series.
            if (series.Kind is "box" or "violin")
            {
                var upright = !series.Horizontal && (series.YValues is not null || series.XValues is null);
                if (upright && series.XValues is null)
                {
                    series.XValues = [.. Enumerable.Repeat((object?)series.Name, series.YValues?.Length ?? 0)];
                }
                else if (!upright && series.YValues is null)
                {
                    series.YValues = [.. Enumerable.Repeat((object?)series.Name, series.XValues?.Length ?? 0)];
                }
            }
        }

        foreach (var axis in _axes.Values)
        {
            var values = Series.Where(s => s.Visible).SelectMany(s => s.X == axis ? s.XValues ?? [] : s.Y == axis ? s.YValues ?? [] : []).Where(v => v is not null);
            axis.Kind = Read.Text(axis.Spec, "type") switch
            {
                "log" => AxisKind.Log,
                "category" or "multicategory" => AxisKind.Category,
                "date" => AxisKind.Date,
                "linear" => AxisKind.Linear,
                _ => Guess(values),
            };
            if (axis.Kind == AxisKind.Category)
            {
                Name(axis, values);
            }
        }
    }

    private static AxisKind Guess(IEnumerable<object?> values)
    {
        var (dates, numbers, texts) = (0, 0, 0);
        foreach (var value in values.Take(1000))
        {
            if (Rendering.Axis.DateOf(value) is not null)
            {
                dates++;
            }
            else if (Rendering.Axis.NumberOf(value) is not null)
            {
                numbers++;
            }
            else
            {
                texts++;
            }
        }

        return dates > numbers + texts ? AxisKind.Date : texts > numbers ? AxisKind.Category : AxisKind.Linear;
    }

    private static void Name(Axis axis, IEnumerable<object?> values)
    {
        var order = Read.Text(axis.Spec, "categoryorder");
        foreach (var value in Read.List(axis.Spec, "categoryarray") ?? [])
        {
            axis.AddCategory(value);
        }

        if (order is "category ascending" or "category descending")
        {
            var sorted = values.OrderBy(v => v?.ToString(), StringComparer.Ordinal);
            values = order == "category ascending" ? sorted : sorted.Reverse();
        }

        foreach (var value in values)
        {
            axis.AddCategory(value);
        }
    }

    /// <summary>Groups series by their axes and finds each group's cell.</summary>
    private void Arrange()
    {
        var grid = Grid;
        Rows = Math.Max(1, (int)(Read.Number(grid, "rows") ?? 1));
        Columns = Math.Max(1, (int)(Read.Number(grid, "columns") ?? 1));
        var coupled = Read.Text(grid, "pattern") == "coupled";
        var bottomUp = Read.Text(grid, "roworder") == "bottom to top";

        foreach (var series in Series.Where(s => s.X is not null))
        {
            var x = Base(series.X!);
            var y = Base(series.Y!);
            var panel = Panels.Find(p => p.X == x && p.Y == y);
            if (panel is null)
            {
                panel = new Panel(x, y);
                if (Rows * Columns > 1)
                {
                    panel.Column = coupled ? x.Number - 1 : (Math.Max(x.Number, y.Number) - 1) % Columns;
                    panel.Row = coupled ? y.Number - 1 : (Math.Max(x.Number, y.Number) - 1) / Columns;
                    if (bottomUp)
                    {
                        panel.Row = Rows - 1 - panel.Row;
                    }

                    panel.ShowsXLabels = !coupled || panel.Row == Rows - 1;
                    panel.ShowsYLabels = !coupled || panel.Column == 0;
                }

                Panels.Add(panel);
            }

            panel.Series.Add(series);
            foreach (var axis in new[] { series.X!, series.Y! })
            {
                if (axis != x && axis != y && !panel.Overlays.Contains(axis))
                {
                    panel.Overlays.Add(axis);
                }
            }
        }

        if (coupled)
        {
            // Where a column has no panel in the last row, its lowest panel names the axis.
            foreach (var column in Panels.GroupBy(p => p.Column))
            {
                column.MaxBy(p => p.Row)!.ShowsXLabels = true;
            }

            foreach (var row in Panels.GroupBy(p => p.Row))
            {
                row.MinBy(p => p.Column)!.ShowsYLabels = true;
            }
        }
    }

    private Axis Base(Axis axis) => axis.Overlaying is { } below && below != axis.Id && below[0] == axis.Id[0] ? Axis(below) : axis;
}
