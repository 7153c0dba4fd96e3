using ConvNets.Plots;
using Plotly.NET;

namespace Tests.Plots;

public class PlotTests
{
    private static readonly double[] Curve = [60, 40, 30, 25, 24];

    public static TheoryData<string> Kinds => [.. All().Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_chart_has_a_title_and_named_axes(string kind)
    {
        var json = GenericChart.toFigureJson(All()[kind]);
        var layout = System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("layout");
        Assert.NotEqual("", layout.GetProperty("title").GetProperty("text").GetString());
        if (kind != "pictures")
        {
            var names = new[] { "xaxis", "yaxis" }.Select(axis => layout.GetProperty(axis).GetProperty("title").GetProperty("text").GetString());
            Assert.Contains(names, name => name!.Length > 0);
        }
    }

    [Fact]
    public void A_run_with_training_and_test_values_gives_two_curves_of_one_colour()
    {
        var figure = System.Text.Json.JsonDocument.Parse(GenericChart.toFigureJson(Plot.LearningCurves("t", [new Run("net", Curve, Curve)]))).RootElement;
        var traces = figure.GetProperty("data").EnumerateArray().ToArray();
        Assert.Equal(["net, train", "net, test"], traces.Select(t => t.GetProperty("name").GetString()));
        Assert.Single(traces.Select(t => t.GetProperty("line").GetProperty("color").GetString()).Distinct());
    }

    [Fact]
    public void The_band_over_seeds_is_one_standard_deviation_around_the_mean()
    {
        var chart = Plot.LearningCurves("t", [new SeededRun("net", [[1], [3]])]);
        var traces = System.Text.Json.JsonDocument.Parse(GenericChart.toFigureJson(chart)).RootElement.GetProperty("data");
        Assert.Equal(2, traces[1].GetProperty("y")[0].GetDouble());
        Assert.Equal([2 + Math.Sqrt(2), 2 - Math.Sqrt(2)], traces[0].GetProperty("y").EnumerateArray().Select(v => v.GetDouble()));
    }

    [Theory]
    [InlineData(7, 7, 60, 180)]       // one row of seven small pictures: a strip, not a page
    [InlineData(16, 4, 500, 900)]     // four rows of four: high enough to see something
    [InlineData(1, 1, 180, 300)]
    public void A_sheet_of_pictures_is_as_high_as_its_rows(int count, int columns, int least, int most)
    {
        var pictures = Enumerable.Range(0, count).Select(_ => new float[3 * 32 * 32]).ToArray();
        var figure = System.Text.Json.JsonDocument.Parse(GenericChart.toFigureJson(Plot.Pictures("t", pictures, 3, 32, 32, columns: columns))).RootElement;
        Assert.InRange(figure.GetProperty("layout").GetProperty("height").GetInt32(), least, most);
    }

    [Fact]
    public void The_front_holds_what_no_other_candidate_beats()
    {
        Candidate[] candidates = [new("a", 1, 50), new("b", 2, 60), new("c", 3, 58), new("d", 5, 70)];
        Assert.Equal(["a", "b", "d"], Plot.Front(candidates).Select(c => c.Name));
    }

    [Fact]
    public void Names_of_crowded_architectures_take_different_places()
    {
        var chart = Plot.Architectures("t", [new("one", 1e6, 70, 1e9), new("two", 1.02e6, 70.1, 1e9), new("three", 1e8, 80, 5e9)]);
        var places = System.Text.Json.JsonDocument.Parse(GenericChart.toFigureJson(chart)).RootElement.GetProperty("data")[0].GetProperty("textposition");
        Assert.NotEqual(places[0].GetString(), places[1].GetString());
    }

    [Fact]
    public void Two_dozen_names_on_the_plot_leave_each_other_legible()
    {
        // The ImageNet networks of the last lesson: 10^6 parameters and top-5 accuracy, crowded in the upper corner.
        (string Name, double Parameters, double Accuracy)[] road =
        [
            ("alexnet-grouped", 61, 81.8), ("zfnet", 62.4, 83.5), ("overfeat-fast", 145.9, 83.03), ("overfeat-accurate", 144.7, 85.82),
            ("vgg-a", 132.9, 89.6), ("vgg-d", 138.4, 91.9), ("vgg-e", 143.7, 92), ("googlenet", 7, 89.93), ("bn-inception", 11.3, 92.2),
            ("inception-v3", 23.8, 94.4), ("resnet-18", 11.7, 89.24), ("resnet-34", 21.8, 91.26), ("resnet-50", 25.6, 92.2), ("resnet-101", 44.5, 92.9),
            ("resnet-152", 60.2, 93.3), ("resnet-200", 64.7, 94.21), ("inception-v4", 42.7, 95), ("inception-resnet-v2-paper", 32.4, 95.1),
            ("wrn-50-2", 68.9, 93.97), ("densenet-121", 8, 92.29), ("densenet-169", 14.1, 93.15), ("densenet-201", 20, 93.66), ("densenet-161", 28.7, 93.85),
        ];
        var figure = System.Text.Json.JsonDocument.Parse(GenericChart.toFigureJson(Plot.ParetoFront("t", [.. road.Select(r => new Candidate(r.Name, r.Parameters, r.Accuracy))], "c", "q", logX: true))).RootElement;
        var (layout, boxes) = (figure.GetProperty("layout"), new List<(string Name, double Left, double Top)>());
        double Place(string axis, double value, int length)
        {
            var range = layout.GetProperty(axis).GetProperty("range");
            return length * (value - range[0].GetDouble()) / (range[1].GetDouble() - range[0].GetDouble());
        }

        foreach (var trace in figure.GetProperty("data").EnumerateArray().Where(t => t.TryGetProperty("textposition", out _)))
        {
            for (var i = 0; i < trace.GetProperty("text").GetArrayLength(); i++)
            {
                var (name, place) = (trace.GetProperty("text")[i].GetString()!, trace.GetProperty("textposition")[i].GetString()!);
                var x = Place("xaxis", Math.Log10(trace.GetProperty("x")[i].GetDouble()), ChartParts.PlotWidth);
                var y = Place("yaxis", trace.GetProperty("y")[i].GetDouble(), ChartParts.PlotHeight(road.Length));
                var left = place.EndsWith("left", StringComparison.Ordinal) ? x - 7 - (6 * name.Length) : place.EndsWith("right", StringComparison.Ordinal) ? x + 7 : x - (3 * name.Length);
                boxes.Add((name, left, place.StartsWith("top", StringComparison.Ordinal) ? y + 7 : place.StartsWith("bottom", StringComparison.Ordinal) ? y - 19 : y - 6));
            }
        }

        Assert.Equal(road.Length, boxes.Count);
        Assert.All(boxes, box => Assert.InRange(box.Left, 0, ChartParts.PlotWidth - (6 * box.Name.Length)));
        var over = from a in boxes from b in boxes where string.CompareOrdinal(a.Name, b.Name) < 0 && Math.Abs(a.Top - b.Top) < 10 && a.Left < b.Left + (6 * b.Name.Length) && b.Left < a.Left + (6 * a.Name.Length) select $"{a.Name} over {b.Name}";
        Assert.Empty(over);
    }

    [Fact]
    public void A_run_of_one_epoch_is_a_dot_because_a_line_through_one_point_cannot_be_seen()
    {
        static string Curve(double[] values) => GenericChart.toFigureJson(Plot.LearningCurves("t", [new SeededRun("net", [values])]));
        Assert.Contains("markers", Curve([12.5]));
        Assert.DoesNotContain("markers", Curve([12.5, 13]));
    }

    [Theory]
    [InlineData(false, "xaxis")]
    [InlineData(true, "yaxis")]
    public void The_axis_of_the_names_says_what_they_are(bool horizontal, string axis)
    {
        var layout = System.Text.Json.JsonDocument.Parse(GenericChart.toFigureJson(Plot.Bars("t", ["stride"], [1.0], "points", horizontal: horizontal, of: "component"))).RootElement.GetProperty("layout");
        Assert.Equal("component", layout.GetProperty(axis).GetProperty("title").GetProperty("text").GetString());
    }

    [Fact]
    public void A_bar_of_a_group_has_its_value_at_the_end_only_where_no_error_bar_stands()
    {
        var figure = System.Text.Json.JsonDocument.Parse(GenericChart.toFigureJson(Plot.Bars("t", ["a"], [new BarGroup("bare", [1.5]), new BarGroup("spread", [2.5], [0.5])], "y", "0.0"))).RootElement;
        string[] Labels(int i) => [.. figure.GetProperty("data")[i].GetProperty("text").EnumerateArray().Select(text => text.GetString()!)];
        Assert.Equal(["1.5"], Labels(0));
        Assert.Equal([""], Labels(1));
    }

    [Fact]
    public void Where_an_error_bar_takes_the_end_of_a_bar_the_number_stands_behind_the_name()
    {
        static string Bars(double[]? errors) => GenericChart.toFigureJson(Plot.Bars("t", ["stride"], [-3.6], "points", errors, "0.0", horizontal: true));
        Assert.Contains("\"stride: -3.6\"", Bars([1.4]));
        Assert.DoesNotContain("\"stride: -3.6\"", Bars(null));
        Assert.Contains("\"-3.6\"", Bars(null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Names_of_bars_that_look_like_numbers_stay_names(bool horizontal) =>
        Assert.Contains("\"type\":\"category\"", GenericChart.toFigureJson(Plot.Bars("t", ["1.1", "1.10"], [1, 2], "points", horizontal: horizontal)).Replace(" ", ""));

    [Fact]
    public void Bad_input_gets_a_sentence_that_says_what_was_expected()
    {
        Assert.Contains("as many errors as values", Assert.Throws<ArgumentException>(() => Plot.Bars("t", ["a"], [1.0], "y", errors: [1, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("3x2x2 needs 12", Assert.Throws<ArgumentException>(() => Plot.Pictures("t", [new float[5]], 3, 2, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("as many columns as classes", Assert.Throws<ArgumentException>(() => Plot.ConfusionMatrix("t", ["a"], new long[1, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("at least one run", Assert.Throws<ArgumentException>(() => Plot.LearningCurves("t", Array.Empty<Run>())).Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, GenericChart> All() => new()
    {
        ["curves"] = Plot.LearningCurves("t", [new Run("net", Curve, Curve)], y: "error (%)"),
        ["seeds"] = Plot.LearningCurves("t", [new SeededRun("net", [Curve, Curve])]),
        ["bars"] = Plot.Bars("t", ["a", "b"], [1.0, 2.0], "accuracy (%)"),
        ["architectures"] = Plot.Architectures("t", [new("a", 1e6, 70, 1e9)]),
        ["field"] = Plot.ReceptiveField("t", [new FieldGrowth("net", [3, 5, 7])], 32),
        ["heat"] = Plot.HeatMap("t", [[1.0, 2.0]], "column", "row", "weight"),
        ["confusion"] = Plot.ConfusionMatrix("t", ["a", "b"], new long[,] { { 1, 2 }, { 3, 4 } }),
        ["pictures"] = Plot.Pictures("t", [new float[12], new float[12]], 3, 2, 2, captions: ["a", "b"]),
        ["activations"] = Plot.ActivationsOverTraining("t", [0, 1], [[1, 2], [3, 4]]),
        ["predicted"] = Plot.PredictedAgainstMeasured("t", ["a"], [1.0], [2.0], "accuracy (%)"),
        ["front"] = Plot.ParetoFront("t", [new Candidate("a", 1, 2)], "time (ms)", "accuracy (%)"),
    };
}
