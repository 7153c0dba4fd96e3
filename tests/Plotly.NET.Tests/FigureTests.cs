using System.Text.Json;
using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Plotly.NET.Rendering;
using Chart = Plotly.NET.CSharp.Chart;

namespace Tests;

public class FigureTests
{
    public static TheoryData<string> Kinds => [.. Gallery.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_figure_is_json_with_data_and_layout(string kind)
    {
        var figure = Parse(Gallery.All[kind]);
        Assert.Equal(JsonValueKind.Array, figure.GetProperty("data").ValueKind);
        Assert.Equal(JsonValueKind.Object, figure.GetProperty("layout").ValueKind);
        Assert.All(figure.GetProperty("data").EnumerateArray(), trace => Assert.NotEqual("", trace.GetProperty("type").GetString()));
    }

    [Fact]
    public void A_line_has_the_keys_of_plotly_js()
    {
        var chart = Chart.Line<double, double, string>([1, 2], [3, 4], ShowMarkers: true, Name: "n", LineColor: Color.fromHex("#0072B2"), LineWidth: 3, LineDash: StyleParam.DrawingStyle.DashDot);
        var trace = Parse(chart).GetProperty("data")[0];
        Assert.Equal("scatter", trace.GetProperty("type").GetString());
        Assert.Equal("lines+markers", trace.GetProperty("mode").GetString());
        Assert.Equal("n", trace.GetProperty("name").GetString());
        Assert.Equal([3.0, 4.0], trace.GetProperty("y").EnumerateArray().Select(v => v.GetDouble()));
        Assert.Equal("rgba(0, 114, 178, 1.0)", trace.GetProperty("line").GetProperty("color").GetString());
        Assert.Equal("dashdot", trace.GetProperty("line").GetProperty("dash").GetString());
        Assert.Equal(3, trace.GetProperty("line").GetProperty("width").GetDouble());
    }

    [Fact]
    public void Numbers_that_json_lacks_become_null()
    {
        var y = Parse(Chart.Line<double, float, string>([1, 2, 3], [float.NaN, float.PositiveInfinity, 0.1f])).GetProperty("data")[0].GetProperty("y");
        Assert.Equal(["null", "null", "0.1"], y.EnumerateArray().Select(v => v.GetRawText()));
    }

    [Fact]
    public void Axis_styles_are_laid_over_each_other()
    {
        var axis = Parse(Chart.Point<double, double, string>([1], [1])
            .WithXAxisStyle<double, double, string>(TitleText: "epoch", MinMax: Tuple.Create(0.0, 2.0))
            .WithXAxisStyle<double, double, string>(AxisType: StyleParam.AxisType.Log)).GetProperty("layout").GetProperty("xaxis");
        Assert.Equal("epoch", axis.GetProperty("title").GetProperty("text").GetString());
        Assert.Equal("log", axis.GetProperty("type").GetString());
        Assert.Equal([0.0, 2.0], axis.GetProperty("range").EnumerateArray().Select(v => v.GetDouble()));
    }

    [Fact]
    public void Styling_gives_a_new_chart_and_leaves_the_old_one()
    {
        var chart = Chart.Point<double, double, string>([1], [1]);
        var before = GenericChart.toFigureJson(chart);
        _ = chart.WithTitle("t").WithMarkerStyle(Size: 20).WithLegend(true);
        Assert.Equal(before, GenericChart.toFigureJson(chart));
    }

    [Fact]
    public void A_grid_gives_each_chart_axes_of_its_own()
    {
        var figure = Parse(Chart.Grid([Line(), Line(), Line()], 2, 2));
        Assert.Equal(["x", "x2", "x3"], figure.GetProperty("data").EnumerateArray().Select(t => t.GetProperty("xaxis").GetString()));
        Assert.Equal("independent", figure.GetProperty("layout").GetProperty("grid").GetProperty("pattern").GetString());
    }

    [Fact]
    public void A_stack_shares_the_horizontal_axis()
    {
        var figure = Parse(Chart.SingleStack([Line(), Line()]));
        Assert.Equal([("x", "y"), ("x", "y2")], figure.GetProperty("data").EnumerateArray().Select(t => (t.GetProperty("xaxis").GetString()!, t.GetProperty("yaxis").GetString()!)));
    }

    [Fact]
    public void Combining_joins_series_and_annotations()
    {
        var note = new Func<string, Annotation>(text => Annotation.init<double, double, double, string, double, string, double, string, double, string>(X: 1, Y: 1, Text: text));
        var figure = Parse(Chart.Combine([Line().WithAnnotation(note("a")), Line().WithAnnotation(note("b"))]));
        Assert.Equal(2, figure.GetProperty("data").GetArrayLength());
        Assert.Equal(["a", "b"], figure.GetProperty("layout").GetProperty("annotations").EnumerateArray().Select(a => a.GetProperty("text").GetString()));
    }

    [Fact]
    public void Combining_nothing_is_refused_in_one_sentence() =>
        Assert.Contains("at least one chart", Assert.Throws<ArgumentException>(() => Chart.Combine([])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_custom_colour_scale_is_a_list_of_stops()
    {
        var scale = StyleParam.Colorscale.NewCustom([Tuple.Create(0.0, Color.fromHex("#000000")), Tuple.Create(1.0, Color.fromHex("#ffffff"))]);
        var stops = Parse(Chart.Heatmap<double, double, double, string>([[1, 2]], ColorScale: scale)).GetProperty("data")[0].GetProperty("colorscale");
        Assert.Equal("rgba(255, 255, 255, 1.0)", stops[1][1].GetString());
    }

    [Fact]
    public void A_wrong_colour_is_refused_in_one_sentence() =>
        Assert.Contains("six hexadecimal digits", Assert.Throws<ArgumentException>(() => Color.fromHex("#12")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_genuine_interactive_finds_the_formatters_by_name()
    {
        var attribute = typeof(GenericChart).GetCustomAttributes(false).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        var source = Activator.CreateInstance((Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!)!;
        var formatters = (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        var html = formatters.Single(f => (string)f.GetType().GetProperty("MimeType")!.GetValue(f)! == "text/html");
        using var writer = new StringWriter();
        Assert.True((bool)html.GetType().GetMethod("Format")!.Invoke(html, [Line(), writer])!);
        Assert.Contains("<svg", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_shows_the_picture_without_network()
    {
        var page = GenericChart.toEmbeddedHTML(Line().WithTitle("</script><b>"));
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("</script><b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_names_the_title() =>
        Assert.Equal("Chart \"t\": 1 scatter series", Line().WithTitle("t").ToString());

    private static GenericChart Line() => Chart.Line<double, double, string>([1, 2], [1, 2]);

    private static JsonElement Parse(GenericChart chart) => JsonDocument.Parse(chart.ToFigureJson()).RootElement;
}
