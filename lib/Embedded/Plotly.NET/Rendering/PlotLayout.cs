// Where everything goes: room is given to titles, labels, legend and colour bars first, the plots take the rest.
// Labels therefore neither overlap nor leave the picture.

namespace Plotly.NET.Rendering;

/// <summary>The places of all parts of a picture.</summary>
internal sealed class PlotLayout
{
    private const double Edge = 12;
    private const double TitleGap = 8;
    private readonly FigureModel _model;
    private readonly Dictionary<Panel, (double Left, double Right, double Top, double Bottom)> _margins = [];

    private PlotLayout(FigureModel model, double width, double height)
    {
        (_model, Width, Height) = (model, width, height);
        Legend = LegendEntries.Of(model);
        Bars = ColorBars.Of(model);
        PanelTitles = FindPanelTitles();
    }

    public double Width { get; }

    public double Height { get; }

    public IReadOnlyList<LegendEntry> Legend { get; }

    public List<ColorBarModel> Bars { get; }

    /// <summary>The titles above panels, found among the annotations.</summary>
    public Dictionary<(int Row, int Column), PlotlyObject> PanelTitles { get; }

    public string Title { get; private set; } = "";

    public double TitleSize { get; private set; }

    /// <summary>The area of all plots: what annotations call paper.</summary>
    public (double Left, double Top, double Right, double Bottom) Area { get; private set; }

    /// <summary>Rows of a legend below the plots; null where the legend stands beside or within.</summary>
    public List<List<LegendEntry>>? LegendRows { get; private set; }

    public (double X, double Y) LegendAt { get; private set; }

    public bool LegendInside { get; private set; }

    public static PlotLayout Compute(FigureModel model, double width, double height)
    {
        var layout = new PlotLayout(model, width, height);
        layout.Run();
        return layout;
    }

    /// <summary>The place of a series without axes.</summary>
    public (double Left, double Top, double Width, double Height) Cell(Series series)
    {
        var domain = Read.Object(series.Trace, "domain");
        var (row, column) = ((int)(Read.Number(domain, "row") ?? 0), (int)(Read.Number(domain, "column") ?? 0));
        var (left, top, right, bottom) = Area;
        var (w, h) = ((right - left) / _model.Columns, (bottom - top) / _model.Rows);
        var head = PanelTitles.ContainsKey((row, column)) ? 24 : 0;
        return (left + (column * w), top + (row * h) + head, w - (_model.Columns > 1 ? 12 : 0), h - head - (_model.Rows > 1 ? 12 : 0));
    }

    private void Run()
    {
        var title = Read.Object(_model.Layout, "title");
        TitleSize = Read.Number(Read.Object(title, "font"), "size") ?? 17;
        Title = Wrap(Read.Title(Read.Value(_model.Layout, "title")), TitleSize, Width - (2 * Edge));
        var given = Read.Object(_model.Layout, "margin");

        var top = Edge + (Title.Length > 0 ? RichText.Measure(Title, TitleSize).Height + TitleGap : 0);
        var (left, right, bottom) = (Edge, Width - Edge, Height - Edge);

        var legend = Read.Object(_model.Layout, "legend");
        if (Legend.Count > 0)
        {
            var (legendWidth, legendHeight) = LegendEntries.Vertical(_model, Legend);
            var (x, y) = (Read.Number(legend, "x"), Read.Number(legend, "y"));
            var horizontal = Read.Text(legend, "orientation") == "h";
            LegendInside = !horizontal && x is >= 0 and <= 1 && (y is null or (>= 0 and <= 1));
            if (!LegendInside && (horizontal || legendWidth > Width * 0.36 || legendHeight > bottom - top))
            {
                LegendRows = LegendEntries.Rows(_model, Legend, right - left);
                var size = LegendEntries.FontSize(_model);
                var tall = LegendRows.Sum(row => row.Max(e => LegendEntries.RowHeight(e, size)));
                if (horizontal && y is > 1)
                {
                    LegendAt = (left, top);
                    top += tall + 4;
                }
                else
                {
                    LegendAt = (left, bottom - tall);
                    bottom -= tall + 6;
                }
            }
            else if (!LegendInside)
            {
                LegendAt = (right - legendWidth, top + 4);
                right -= legendWidth + 16;
            }
        }

        top = Math.Max(top, (Read.Number(given, "t") ?? 0));
        left = Math.Max(left, 0);
        Area = (left, top, right, bottom);
        if (_model.Panels.Count > 0)
        {
            PlacePanels(left, top, right, bottom, given);
        }

        if (LegendInside)
        {
            var (legendWidth, legendHeight) = LegendEntries.Vertical(_model, Legend);
            var panel = _model.Panels.Count > 0 ? _model.Panels[0] : null;
            var (l, t, w, h) = panel is null ? (Area.Left, Area.Top, Area.Right - Area.Left, Area.Bottom - Area.Top) : (panel.Left, panel.Top, panel.Width, panel.Height);
            var x = Read.Number(legend, "x") ?? 1;
            var y = Read.Number(legend, "y") ?? 1;
            LegendAt = (
                Math.Clamp(l + (x * w) - (x > 0.66 ? legendWidth + 10 : x < 0.34 ? -10 : legendWidth / 2), l + 6, Math.Max(l + 6, l + w - legendWidth - 6)),
                Math.Clamp(t + ((1 - y) * h) - (y < 0.34 ? legendHeight + 8 : y > 0.66 ? -8 : legendHeight / 2), t + 6, Math.Max(t + 6, t + h - legendHeight - 6)));
        }
    }

    private void PlacePanels(double left, double top, double right, double bottom, PlotlyObject? given)
    {
        var (rows, columns) = (_model.Rows, _model.Columns);
        foreach (var panel in _model.Panels)
        {
            panel.Width = Math.Max(20, (right - left) * 0.75 / columns);
            panel.Height = Math.Max(20, (bottom - top) * 0.75 / rows);
            Tie(panel);
        }

        foreach (var bar in Bars)
        {
            ColorBars.Place(bar, top, (bottom - top) * 0.8 / (bar.Panel is null ? 1 : rows));
        }

        var sharedBars = Bars.Where(b => b.Panel is null).Sum(ColorBars.Width);
        right -= sharedBars;
        for (var pass = 0; pass < 3; pass++)
        {
            foreach (var panel in _model.Panels)
            {
                _margins[panel] = Margins(panel);
            }

            var l = Track(columns, p => p.Column, m => m.Left);
            var r = Track(columns, p => p.Column, m => m.Right);
            var t = Track(rows, p => p.Row, m => m.Top);
            var b = Track(rows, p => p.Row, m => m.Bottom);
            if (given is not null && rows * columns == 1)
            {
                // What the layout asks for as margin is met where it is more than the labels need.
                l[0] = Math.Max(l[0], (Read.Number(given, "l") ?? 0) - left);
                b[0] = Math.Max(b[0], (Read.Number(given, "b") ?? 0) - (Height - bottom));
                r[0] = Math.Max(r[0], (Read.Number(given, "r") ?? 0) - (Width - right));
            }

            var gapX = columns > 1 ? 14 : 0;
            var gapY = rows > 1 ? 10 : 0;
            var w = Math.Max(20, (right - left - l.Sum() - r.Sum() - (gapX * (columns - 1))) / columns);
            var h = Math.Max(20, (bottom - top - t.Sum() - b.Sum() - (gapY * (rows - 1))) / rows);
            foreach (var panel in _model.Panels)
            {
                panel.Left = left + l.Take(panel.Column + 1).Sum() + r.Take(panel.Column).Sum() + (panel.Column * (w + gapX));
                panel.Top = top + t.Take(panel.Row + 1).Sum() + b.Take(panel.Row).Sum() + (panel.Row * (h + gapY));
                (panel.Width, panel.Height) = (w, h);
                Domain(panel);
                Aspect(panel);
                Tie(panel);
            }
        }

        Area = (_model.Panels.Min(p => p.Left), _model.Panels.Min(p => p.Top), _model.Panels.Max(p => p.Left + p.Width), _model.Panels.Max(p => p.Top + p.Height));
    }

    private double[] Track(int count, Func<Panel, int> place, Func<(double Left, double Right, double Top, double Bottom), double> side) =>
        [.. Enumerable.Range(0, count).Select(i => _model.Panels.Where(p => place(p) == i).Select(p => side(_margins[p])).DefaultIfEmpty(0).Max())];

    // Axes that name a part of the plotting area for themselves.
    private void Domain(Panel panel)
    {
        if (_model.Rows * _model.Columns > 1)
        {
            return;
        }

        if (Read.List(panel.X.Spec, "domain") is [{ } x0, { } x1] && Read.Number(x0) is { } a && Read.Number(x1) is { } b && b > a)
        {
            (panel.Left, panel.Width) = (panel.Left + (a * panel.Width), (b - a) * panel.Width);
        }

        if (Read.List(panel.Y.Spec, "domain") is [{ } y0, { } y1] && Read.Number(y0) is { } c && Read.Number(y1) is { } d && d > c)
        {
            (panel.Top, panel.Height) = (panel.Top + ((1 - d) * panel.Height), (d - c) * panel.Height);
        }
    }

    // Pictures keep the shape of their pixels.
    private static void Aspect(Panel panel)
    {
        if (!panel.Series.Exists(s => s.Kind == "image") && Read.Text(panel.Y.Spec, "scaleanchor") is not { Length: > 0 } and not "False")
        {
            return;
        }

        if (panel.X.Kind is AxisKind.Log || panel.Y.Kind is AxisKind.Log)
        {
            return;
        }

        var ratio = Read.Number(panel.Y.Spec, "scaleratio") ?? 1;
        var unit = Math.Min(panel.Width / (panel.X.High - panel.X.Low), panel.Height / ((panel.Y.High - panel.Y.Low) * ratio));
        var (w, h) = (unit * (panel.X.High - panel.X.Low), unit * (panel.Y.High - panel.Y.Low) * ratio);
        panel.Left += (panel.Width - w) / 2;
        panel.Top += (panel.Height - h) / 2;
        (panel.Width, panel.Height) = (w, h);
    }

    private static void Tie(Panel panel)
    {
        foreach (var axis in panel.Axes)
        {
            (axis.Start, axis.End) = axis.Horizontal ? (panel.Left, panel.Left + panel.Width) : (panel.Top + panel.Height, panel.Top);
            Ticks.Place(axis);
        }
    }

    private (double Left, double Right, double Top, double Bottom) Margins(Panel panel)
    {
        var (left, right, top, bottom) = (0.0, 4.0, 8.0, 0.0);
        foreach (var axis in panel.Axes.Where(a => a.Visible))
        {
            var labels = axis.Horizontal ? panel.ShowsXLabels : panel.ShowsYLabels;
            var room = AxisDrawing.Room(axis, labels);
            if (axis.Horizontal)
            {
                (top, bottom) = axis.OnFarSide ? (top + room, bottom) : (top, bottom + room);
            }
            else
            {
                (left, right) = axis.OnFarSide ? (left, right + room) : (left + room, right);
            }
        }

        // Labels at the ends of the x axis reach beyond it.
        if (panel.ShowsXLabels && panel.X.ShowsLabels)
        {
            foreach (var tick in panel.X.Ticks.Where(t => t.Label.Length > 0))
            {
                var (w, h) = RichText.Measure(tick.Label, panel.X.FontSize);
                var turn = Math.Abs(panel.X.LabelAngle) * Math.PI / 180;
                var (before, after) = panel.X.LabelAngle == 0 ? (w / 2, w / 2) : ((w * Math.Cos(turn)) + (h / 2), h / 2);
                var at = panel.X.Pixel(tick.At) - panel.Left;
                left = Math.Max(left, before - at);
                right = Math.Max(right, at + after - panel.Width + 2);
            }
        }

        right += Bars.Where(b => b.Panel == panel).Sum(ColorBars.Width);
        if (PanelTitles.TryGetValue((panel.Row, panel.Column), out var title))
        {
            top += RichText.Measure(Read.Text(title, "text") ?? "", AnnotationDrawing.FontSize(title)).Height + 6;
        }

        return (left, right, top, bottom);
    }

    // Chart.Grid writes the titles of its cells as annotations at the top of each cell.
    private Dictionary<(int, int), PlotlyObject> FindPanelTitles()
    {
        var titles = new Dictionary<(int, int), PlotlyObject>();
        var (rows, columns) = (_model.Rows, _model.Columns);
        if (rows * columns <= 1)
        {
            return titles;
        }

        var grid = _model.Grid;
        var (xGap, yGap) = (Read.Number(grid, "xgap") ?? 0.2, Read.Number(grid, "ygap") ?? 0.3);
        foreach (var note in (Read.List(_model.Layout, "annotations") ?? []).OfType<PlotlyObject>())
        {
            if (Read.Text(note, "xref") != "paper" || Read.Text(note, "yref") != "paper" || Read.Text(note, "yanchor") != "bottom"
                || Read.Number(note, "x") is not { } x || Read.Number(note, "y") is not { } y)
            {
                continue;
            }

            var column = (int)Math.Floor(x * (columns - xGap));
            var row = rows - (int)Math.Round((y * (rows - yGap)) + yGap);
            if (column >= 0 && column < columns && row >= 0 && row < rows)
            {
                titles.TryAdd((row, column), note);
            }
        }

        return titles;
    }

    private static string Wrap(string text, double size, double width)
    {
        var lines = new List<string>();
        foreach (var line in RichText.Lines(text))
        {
            if (RichText.Measure(line, size).Width <= width || line.Contains('<', StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }

            var current = "";
            foreach (var word in line.Split(' '))
            {
                var longer = current.Length == 0 ? word : current + " " + word;
                if (current.Length > 0 && RichText.Measure(longer, size).Width > width)
                {
                    lines.Add(current);
                    current = word;
                }
                else
                {
                    current = longer;
                }
            }

            lines.Add(current);
        }

        return text.Length == 0 ? "" : string.Join("<br>", lines);
    }
}
