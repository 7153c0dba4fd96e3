using System.Globalization;
using System.Xml.Linq;
using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.Rendering;
using Chart = Plotly.NET.CSharp.Chart;

namespace Tests;

public class SvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Kinds => [.. Gallery.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_chart_is_well_formed_accessible_svg(string kind)
    {
        var root = XDocument.Parse(Gallery.All[kind].ToSvg()).Root!;
        Assert.Equal(Svg + "svg", root.Name);
        Assert.Equal("img", (string?)root.Attribute("role"));
        Assert.NotEqual("", root.Element(Svg + "title")!.Value);
        Assert.NotEqual("", root.Element(Svg + "desc")!.Value);
        Assert.DoesNotContain("NaN", root.ToString(), StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", root.Element(Svg + "style")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_black_band_of_a_range_is_the_readers_ink_in_dark_mode_and_stays_plotlys_black_in_the_json()
    {
        var range = Gallery.All["range"];
        var band = XDocument.Parse(range.ToSvg()).Descendants(Svg + "path").Single(p => (string?)p.Attribute("fill") == "#000000");
        Assert.Equal("pn-inkf", (string?)band.Attribute("class"));
        Assert.NotNull(band.Attribute("fill-opacity"));
        Assert.Contains("rgba(0,0,0,0.5)", range.ToFigureJson().Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_label_lies_within_the_picture(string kind)
    {
        foreach (var (width, height) in new[] { (720, 440), (420, 300) })
        {
            foreach (var text in XDocument.Parse(Gallery.All[kind].ToSvg(width, height)).Descendants(Svg + "text"))
            {
                var (left, top, right, bottom) = Box(text);
                Assert.True(left >= -1 && right <= width + 1 && top >= -1 && bottom <= height + 1, $"'{text.Value}' at {left:0}..{right:0}, {top:0}..{bottom:0} of {width}x{height}");
            }
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(22)]
    [InlineData(120)]
    public void Category_labels_never_touch_each_other(int count)
    {
        var chart = Chart.Column<double, string, string>([.. Enumerable.Range(0, count).Select(i => (double)i)], Keys: Enumerable.Range(0, count).Select(i => $"architecture-{i}").ToArray());
        AssertApart(XDocument.Parse(chart.ToSvg()).Descendants(Svg + "text").Where(t => t.Value.StartsWith("architecture", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 1e7)]
    [InlineData(123456, 123457)]
    [InlineData(-1e-6, 1e-6)]
    public void Number_labels_never_touch_each_other(double low, double high)
    {
        var chart = Chart.Line<double, double, string>([low, high], [1, 2]);
        var labels = XDocument.Parse(chart.ToSvg(500, 300)).Descendants(Svg + "text").Where(t => (string?)t.Attribute("text-anchor") == "middle").ToList();
        Assert.True(labels.Count >= 2);
        AssertApart(labels);
    }

    [Fact]
    public void A_missing_value_is_a_gap_in_the_line()
    {
        var chart = Chart.Line<double, double, string>([1, 2, 3, 4, 5], [1, 2, double.NaN, 4, 5]);
        Assert.Equal(2, XDocument.Parse(chart.ToSvg()).Descendants(Svg + "path").Count());
    }

    [Fact]
    public void A_chart_without_data_says_so() =>
        Assert.Contains("No data to show.", Chart.Line<double, double, string>([], []).ToSvg(), StringComparison.Ordinal);

    [Fact]
    public void A_logarithmic_axis_without_positive_values_says_so()
    {
        var chart = Chart.Line<double, double, string>([1, 2], [0, -1]).WithYAxisStyle<double, double, string>(AxisType: StyleParam.AxisType.Log);
        Assert.Contains("No value above zero", chart.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_logarithmic_axis_leaves_out_what_is_not_positive()
    {
        var chart = Chart.Line<double, double, string>([1, 2, 3, 4], [1, 0, 10, 100]).WithYAxisStyle<double, double, string>(AxisType: StyleParam.AxisType.Log);
        Assert.DoesNotContain("No value above zero", chart.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_reaches_from_the_first_to_the_last_value()
    {
        var chart = Chart.Line<double, double, string>([0, 10], [0, 1]);
        var path = XDocument.Parse(chart.ToSvg()).Descendants(Svg + "path").Single().Attribute("d")!.Value;
        var points = path[1..].Split('L').Select(p => p.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        var area = XDocument.Parse(chart.ToSvg()).Descendants(Svg + "clipPath").Single().Element(Svg + "rect")!;
        var (left, width) = (Number(area, "x"), Number(area, "width"));
        Assert.Equal(left, points[0][0], 1.0);
        Assert.Equal(left + width, points[1][0], 1.0);
        Assert.True(points[0][1] > points[1][1]);
    }

    [Fact]
    public void Bars_stand_on_zero_and_their_lengths_are_in_proportion()
    {
        var chart = Chart.Column<double, string, string>([1, 2, 4], Keys: new[] { "a", "b", "c" });
        var bars = XDocument.Parse(chart.ToSvg()).Descendants(Svg + "g").Single().Elements(Svg + "rect").ToList();
        Assert.Equal(3, bars.Count);
        Assert.Equal(2, Number(bars[1], "height") / Number(bars[0], "height"), 0.02);
        Assert.Equal(4, Number(bars[2], "height") / Number(bars[0], "height"), 0.04);
        Assert.Single(bars.Select(b => Math.Round(Number(b, "y") + Number(b, "height"))).Distinct());
    }

    /// <summary>The counts of plotly.js 4.1.1 for the same values, its xbins left to itself.</summary>
    [Theory]
    [InlineData("sine", 9, 7, 5, 2, 7)]
    [InlineData("die", 1, 5, 3, 1)]
    [InlineData("tenths", 10, 10, 10, 10)]
    [InlineData("squares", 10, 5, 3, 2, 3, 2)]
    [InlineData("roots", 1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 9)]
    [InlineData("small", 4, 1)]
    [InlineData("halves", 2, 2, 2, 3)]
    public void A_histogram_has_the_bars_that_plotly_js_gives_it(string name, params int[] counts)
    {
        double[] values = name switch
        {
            "sine" => [.. Enumerable.Range(1, 30).Select(i => Math.Sin(i * i))],
            "die" => [1, 2, 2, 3, 3, 3, 4, 4, 5, 6],
            "tenths" => [.. Enumerable.Range(0, 40).Select(i => i / 10.0)],
            "squares" => [.. Enumerable.Range(0, 25).Select(i => (double)i * i)],
            "roots" => [.. Enumerable.Range(0, 100).Select(i => Math.Sqrt(i))],
            "small" => [0.001, 0.002, 0.0025, 0.004, 0.0071],
            _ => [0, 0.5, 1, 1.5, 2, 2.5, 3, 3, 3],
        };
        var chart = Chart.Histogram<double, double, string>(X: values);
        double[] bars = [.. XDocument.Parse(chart.ToSvg()).Descendants(Svg + "g").Single().Elements(Svg + "rect").Select(b => Number(b, "height"))];
        Assert.Equal(counts.Length, bars.Length);
        for (var i = 0; i < counts.Length; i++)
        {
            Assert.Equal((double)counts[i] / counts.Max(), bars[i] / bars.Max(), 2);
        }
    }

    [Fact]
    public void The_same_chart_gives_the_same_picture() =>
        Assert.Equal(Gallery.All["contour"].ToSvg(), Gallery.All["contour"].ToSvg());

    [Fact]
    public void Markup_in_names_is_text_not_markup()
    {
        var chart = Chart.Column<double, string, string>([1], Keys: new[] { "<script>alert(1)</script>" }).WithTitle("a & b \u0001");
        var root = XDocument.Parse(chart.ToSvg()).Root!;
        Assert.Empty(root.Descendants(Svg + "script"));
    }

    [Fact]
    public void The_largest_sector_of_a_pie_lies_to_the_right_of_the_top_and_the_others_follow_to_its_left()
    {
        var svg = Chart.Pie<double, string, string>([5, 3, 2], Labels: new[] { "conv", "fc", "bn" }).ToSvg();
        var labels = XDocument.Parse(svg).Descendants(Svg + "text").Where(t => t.Value.EndsWith('%')).ToDictionary(t => t.Value, t => (X: Number(t, "x"), Y: Number(t, "y")));
        Assert.True(labels["50%"].X > labels["30%"].X && labels["50%"].X > labels["20%"].X);
        Assert.True(labels["30%"].Y < labels["20%"].Y);
    }

    [Fact]
    public void A_picture_that_is_too_small_is_refused_in_one_sentence() =>
        Assert.Contains("at least 40 by 40 pixels", Assert.Throws<ArgumentException>(() => Gallery.All["line"].ToSvg(10, 10)).Message, StringComparison.Ordinal);

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    // A width on the narrow side of the drawing's own table: that a label fits must not hang on this estimate.
    private static (double Left, double Top, double Right, double Bottom) Box(XElement text)
    {
        var size = Number(text, "font-size");
        var (x, y, width) = (Number(text, "x"), Number(text, "y"), text.Value.Length * size * 0.45);
        var left = (string?)text.Attribute("text-anchor") switch { "middle" => x - (width / 2), "end" => x - width, _ => x };
        if (text.Attribute("transform") is not { } turn)
        {
            return (left, y - (size * 0.75), left + width, y + (size * 0.2));
        }

        var angle = double.Parse(turn.Value["rotate(".Length..].Split(' ')[0], CultureInfo.InvariantCulture) * Math.PI / 180;
        var ends = new[] { left - x, left + width - x }.Select(d => (X: x + (d * Math.Cos(angle)), Y: y + (d * Math.Sin(angle)))).ToArray();
        return (ends.Min(e => e.X), ends.Min(e => e.Y), ends.Max(e => e.X), ends.Max(e => e.Y));
    }

    private static void AssertApart(IEnumerable<XElement> labels)
    {
        var boxes = labels.Where(l => l.Attribute("transform") is null).Select(Box).OrderBy(b => b.Left).ToList();
        for (var i = 1; i < boxes.Count; i++)
        {
            Assert.True(boxes[i].Left >= boxes[i - 1].Right || boxes[i].Top >= boxes[i - 1].Bottom || boxes[i].Bottom <= boxes[i - 1].Top, "Two labels overlap.");
        }

        var turned = labels.Where(l => l.Attribute("transform") is not null).Select(l => Number(l, "x")).Order().ToList();
        for (var i = 1; i < turned.Count; i++)
        {
            Assert.True(turned[i] - turned[i - 1] >= 11, "Two turned labels overlap.");
        }
    }
}
