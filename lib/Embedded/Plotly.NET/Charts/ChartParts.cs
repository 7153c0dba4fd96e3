// What the chart methods share: markers, lines, modes, and the step from a series to a chart.

using System.Collections;

namespace Plotly.NET.CSharp;

public static partial class Chart
{
    private static Trace Scattered(Optional<bool> useWebGl) => new(useWebGl.Or(false) ? "scattergl" : "scatter");

    private static Marker Markers(Optional<Marker> marker, Optional<Color> color) =>
        (marker.IsSome ? marker.Value.Copy() : new Marker()).With("color", color);

    private static Line Lines(Optional<Line> line, Optional<Color> color, Optional<double> width) =>
        (line.IsSome ? line.Value.Copy() : new Line()).With("color", color).With("width", width);

    private static Marker WithPattern(
        this Marker marker,
        Optional<Pattern> pattern,
        Optional<StyleParam.PatternShape> shape,
        Optional<IEnumerable<StyleParam.PatternShape>> shapes) =>
        pattern.IsSome || shape.IsSome || shapes.IsSome
            ? marker.WithValue("pattern", (pattern.IsSome ? pattern.Value.Copy() : new Pattern()).With("shape", shape, shapes))
            : marker;

    private static StyleParam.Mode Mode(string basis, bool markers = false, bool texts = false)
    {
        var parts = basis.Split('+').ToHashSet();
        if (markers)
        {
            parts.Add("markers");
        }

        if (texts)
        {
            parts.Add("text");
        }

        return (parts.Contains("lines"), parts.Contains("markers"), parts.Contains("text")) switch
        {
            (true, true, true) => StyleParam.Mode.Lines_Markers_Text,
            (true, true, false) => StyleParam.Mode.Lines_Markers,
            (true, false, true) => StyleParam.Mode.Lines_Text,
            (true, false, false) => StyleParam.Mode.Lines,
            (false, true, true) => StyleParam.Mode.Markers_Text,
            (false, true, false) => StyleParam.Mode.Markers,
            (false, false, true) => StyleParam.Mode.Text,
            _ => StyleParam.Mode.None,
        };
    }

    private static object[] Rows<T>(IEnumerable<IEnumerable<T>> rows) => [.. rows.Select(object (row) => row as Array ?? row.ToArray())];

    private static GenericChart AsChart(this Trace trace, Optional<bool> useDefaults) =>
        GenericChart.ofTraceObject(useDefaults.Or(true), trace);

    private static GenericChart Stacked(this GenericChart chart) => chart.MapLayout(layout => layout.WithValue("barmode", "stack"));

    private static GenericChart WithReversedYAxis(this GenericChart chart, Optional<bool> reverse) =>
        reverse.Or(false) ? chart.WithAxis("yaxis", new LinearAxis().WithValue("autorange", "reversed")) : chart;

    private static GenericChart WithCellTexts(this GenericChart chart, IEnumerable<IEnumerable<string>> texts)
    {
        var rows = texts.Select(row => row.ToArray()).ToArray();
        var data = ((IEnumerable)chart.Traces[0].GetPropertyValue("z")).Cast<IEnumerable>().Count();
        if (rows.Length != data)
        {
            throw new ArgumentException($"AnnotatedHeatmap needs as many rows of texts as of data; given were {rows.Length} rows of texts and {data} rows of data.");
        }

        return chart.WithAnnotations(rows.SelectMany((row, y) => row.Select((text, x) => new Annotation()
            .WithValue("x", x)
            .WithValue("y", y)
            .WithValue("text", text)
            .WithValue("showarrow", false))));
    }
}
