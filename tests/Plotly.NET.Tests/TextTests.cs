using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Plotly.NET.Rendering;
using Chart = Plotly.NET.CSharp.Chart;

namespace Tests;

public class TextTests
{
    private static readonly double[] Four = [0, 1, 2, 3];

    public static TheoryData<string> Kinds => [.. Gallery.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_chart_in_text_keeps_within_its_width_and_leaves_no_markup(string kind)
    {
        foreach (var (width, ascii) in new[] { (80, false), (80, true), (40, false) })
        {
            var text = Gallery.All[kind].ToText(width, 10, ascii);
            Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width, $"{line.Length} of {width}: {line}"));
            Assert.All(text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
            Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
            Assert.True(!ascii || text.All(char.IsAscii), text);
        }
    }

    [Fact]
    public void A_line_is_drawn_in_dots() => Same(
        Chart.Line<double, double, string>(Four, Four, ShowMarkers: false).WithTitle("up").WithXAxisStyle<double, double, string>(TitleText: "epoch").WithYAxisStyle<double, double, string>(TitleText: "loss"),
        """
        up

        loss
          │                          ⣀⠤⠔
          │                     ⢀⡠⠔⠒⠉
        2 ┤                ⢀⣀⠤⠒⠉⠁
          │            ⢀⡠⠴⠊⠁
          │       ⢀⣀⠤⠒⠉⠁
          │   ⣀⠤⠔⠊⠁
        0 ┤⠔⠒⠉
          └┬──────────────────┬─────────
           0                  2
                       epoch
        """);

    [Fact]
    public void Without_unicode_lines_are_drawn_in_the_mark_of_their_series() => Same(
        Chart.Combine([
            Chart.Line<double, double, string>(Four, Four, Name: "train", ShowMarkers: false),
            Chart.Line<double, double, string>(Four, [3.0, 2, 1, 0], Name: "test → x²", ShowMarkers: false)]),
        """
        Chart: 2 scatter series

          |ooo                       ***
          |   ooooo             *****
        2 +       oooooo   ******
          |            *****
          |       ******   oooooo
          |   *****             ooooo
        0 +***                       ooo
          ++------------------+---------
           0                  2

        * train   o test -> x^2
        """,
        ascii: true);

    [Fact]
    public void Series_are_told_apart_by_their_marks()
    {
        var lines = Chart.Combine([Chart.Line<double, double, string>(Four, Four, Name: "train"), Chart.Line<double, double, string>(Four, [3.0, 2, 1, 0], Name: "test")]).ToText(40, 8);
        Assert.EndsWith("● train   ○ test", lines, StringComparison.Ordinal);
        Assert.Contains('●', lines[..^20]);
        Assert.Contains('○', lines[..^20]);
    }

    [Fact]
    public void Bars_with_names_are_rows_with_their_values() => Same(
        Chart.Column<double, string, string>([61, 138, 25.6, -1.2], Keys: new[] { "alexnet", "vgg-16", "resnet-50", "less" }).WithYAxisStyle<double, double, string>(TitleText: "millions"),
        """
        Chart: 1 bar series

          alexnet ┤ ██████▎ 61
           vgg-16 ┤ ██████████████▎ 138
        resnet-50 ┤ ██▌ 25.6
             less ┤█ −1.2
                  └┬──────────┬────
                   0         100
                       millions
        """);

    [Fact]
    public void A_histogram_is_columns_of_blocks() => Same(
        Chart.Histogram<double, double, string>(X: new[] { 1.0, 1, 2, 2, 2, 2, 3, 3, 3, 4 }),
        """
        Chart: 1 histogram series

        4 ┤       ▅▅▅▅▅▅▅▅
          │       ████████
          │       ███████████████
        2 ┤▃▃▃▃▃▃▃███████████████
          │██████████████████████
          │██████████████████████▅▅▅▅▅▅▅
        0 ┤█████████████████████████████
          └──────────┬──────────────┬───
                     2              4
        """);

    [Fact]
    public void Stacked_bars_share_a_row() => Same(
        Chart.Combine([
            Chart.StackedColumn<double, string, string>([1, 2], Keys: new[] { "a", "b" }, Name: "first"),
            Chart.StackedColumn<double, string, string>([3, 4], Keys: new[] { "a", "b" }, Name: "second")]),
        """
        Chart: 2 bar series

        a ┤████▒▒▒▒▒▒▒▒▒▒▒▒▒▒
        b ┤█████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
          └┬───────┬────────┬────────┬─
           0       2        4        6

        █ first   ▒ second
        """);

    [Fact]
    public void A_small_matrix_is_its_numbers_with_shades() => Same(
        Chart.Heatmap<double, string, string, string>([[90, 5], [12, 80]], X: new[] { "cat", "dog" }, Y: new[] { "cat", "dog" }, ReverseYAxis: true)
            .WithXAxisStyle<double, double, string>(TitleText: "predicted").WithYAxisStyle<double, double, string>(TitleText: "true"),
        """
        Chart: 1 heatmap series

        true
        cat │   90█    5
        dog │   12    80█
            └────────────
               cat   dog
              predicted
        """);

    [Fact]
    public void A_large_matrix_is_shades_with_a_scale() => Same(
        Chart.Heatmap<double, double, double, string>(Enumerable.Range(0, 30).Select(i => Enumerable.Range(0, 30).Select(j => (double)(i * j)).ToArray()).ToArray()),
        """
        Chart: 1 heatmap series

           │       ░░░░░▒▒▒▒▒▒▓▓▓▓▓█████
           │       ░░░░░░░▒▒▒▒▒▒▒▓▓▓▓▓▓▓
        20 ┤         ░░░░░░░░░▒▒▒▒▒▒▒▒▓▓
           │           ░░░░░░░░░░░▒▒▒▒▒▒
           │                ░░░░░░░░░░░░
           │                           ░
         0 ┤
           └┬──────────────────┬────────
            0                  20

        ░▒▓█  0 to 841
        """);

    [Fact]
    public void Boxes_are_rows_with_whiskers_and_outliers() => Same(
        Chart.Combine([Chart.BoxPlot<string, double, string>(Y: new[] { 1.0, 2, 3, 4, 5, 12 }, Name: "plain"), Chart.BoxPlot<string, double, string>(Y: new[] { 4.0, 5, 6, 7 }, Name: "residual")]),
        """
        Chart: 2 box series

           plain ┤│─▒▒▒┃▒│            ∘
        residual ┤      │▒┃▒▒│
                 └───────┬────────┬────
                         5        10
        """);

    [Fact]
    public void A_picture_is_dots_where_it_is_light() => Same(
        Chart.Image<string>(Z: new IEnumerable<int>[][] { [new[] { 255, 255, 255 }, new[] { 0, 0, 0 }], [new[] { 128, 128, 128 }, new[] { 255, 255, 255 }] }),
        """
        Chart: 1 image series

        ⣿⣿⣿⣿⣿⣿⣿
        ⣿⣿⣿⣿⣿⣿⣿
        ⣿⣿⣿⣿⣿⣿⣿
        ⢟⢟⢟⢟⢟⢟⢟⣤⣤⣤⣤⣤⣤⣤
        ⢕⢕⢕⢕⢕⢕⢕⣿⣿⣿⣿⣿⣿⣿
        ⢕⢕⢕⢕⢕⢕⢕⣿⣿⣿⣿⣿⣿⣿
        ⢕⢕⢕⢕⢕⢕⢕⣿⣿⣿⣿⣿⣿⣿
        """);

    [Fact]
    public void A_band_is_sparse_dots_between_its_edges() => Same(
        Chart.Range<double, double, string>(Four, [2.0, 2, 2, 2], [3.0, 3, 3, 3], [0.0, 1, 1, 0], StyleParam.Mode.Lines, Name: "mean"),
        """
        Chart: 3 scatter series

          │○⠖⠒⠖⠒⠖⠒⠖⠒○⠒⠖⠒⠖⠒⠖⠒⠖⠒○⠒⠖⠒⠖⠒⠖⠒⠖○
          │⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠡
        2 ┤■⠖⠓⠖⠓⠖⠓⠖⠓■⠓⠖⠓⠖⠓⠖⠓⠖⠓■⠓⠖⠓⠖⠓⠖⠓⠖■
          │⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠡
          │⠁⠄⠁⠄⠁⠄⠁⢄⣁●⠥⠤⠥⠤⠥⠤⠥⠤⠥●⣁⡄⠁⠄⠁⠄⠁⠄⠡
          │⠁⠄⠁⣄⠥⠔⠋⠁             ⠈⠑⠢⠥⣄⠁⠄⠡
        0 ┤●⠒⠉                       ⠉⠒⠣
          └┬──────────────────┬─────────
           0                  2

        ● lower   ○ upper   ■ mean
        """);

    [Fact]
    public void A_band_that_is_an_outline_is_filled_inside_and_has_no_mark() => Same(
        Chart.Combine([
            Chart.Scatter<double, double, string>([0, 3, 3, 0], [1, 2, 3, 2], StyleParam.Mode.Lines, LineWidth: 0, Fill: StyleParam.Fill.ToSelf, Name: "spread", ShowLegend: false),
            Chart.Line<double, double, string>([0, 3], [1.5, 2.5], ShowMarkers: false, Name: "mean")]),
        """
        Chart: 2 scatter series

        3 ┤
          │                   ⠄ ⠄ ⠄⠁⠄⠁⠄⢁
          │           ⠄ ⠄⠁⠄⠁⠄⠁⢄⣁⡤⠥⠤⠓⠖⠉⠍⠁
        2 ┤ ⠄ ⠄ ⠄⠁⠄⠁⠄⣁⣄⡡⠤⠥⠆⠓⠍⠉⠅⠁⠄⠁⠄⠁⠄⠁⠄⠁
          │⠁⣄⣁⡤⠥⠔⠓⠖⠉⠍⠁⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁ ⠁ ⠁
          │⠉⠄⠁⠄⠁⠄⠁⠄⠁⠄⠁ ⠁ ⠁
        1 ┤⠁⠄⠁ ⠁ ⠁
          └┬──────────────────┬─────────
           0                  2

        ● mean
        """);

    [Fact]
    public void Notes_stand_at_their_places_and_shapes_are_dashed() => Same(
        Chart.Line<double, double, string>(Four, Four, ShowMarkers: false)
            .WithAnnotation(Annotation.init<double, double, double, string, double, string, double, string, double, string>(X: 1, Y: 2.5, Text: "here", ShowArrow: false))
            .WithShape(Shape.init<double, double, double, double>(ShapeType: StyleParam.ShapeType.Line, X0: 0, X1: 3, Y0: 0.5, Y1: 0.5)),
        """
        Chart: 1 scatter series

          │                          ⣀⠤⠔
          │       here          ⢀⡠⠔⠒⠉
        2 ┤                ⢀⣀⠤⠒⠉⠁
          │            ⢀⡠⠴⠊⠁
          │       ⢀⣀⠤⠒⠉⠁
          │⠄⠄⠄⣄⠤⠔⠎⠅⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠤
        0 ┤⠔⠒⠉
          └┬──────────────────┬─────────
           0                  2
        """);

    [Fact]
    public void Plots_of_a_grid_stand_side_by_side_where_there_is_room()
    {
        var grid = Gallery.All["grid"];
        Assert.Contains(grid.ToText(80).Split('\n'), line => line.Contains("left", StringComparison.Ordinal) && line.Contains("right", StringComparison.Ordinal));
        Assert.DoesNotContain(grid.ToText(50).Split('\n'), line => line.Contains("left", StringComparison.Ordinal) && line.Contains("right", StringComparison.Ordinal));
    }

    [Fact]
    public void Bubbles_are_circles_of_their_sizes() => Same(
        Chart.Bubble<double, double, string>([1, 3], [1, 2], [8, 40]),
        """
        Chart: 1 scatter series

        2.0 ┤                       ⡇ ⠠
            │                       ⠑⠤⣀⠤
            │
        1.5 ┤
            │
            │
        1.0 ┤⠐⠷
            └─┬───────────┬───────────┬─
              1           2           3
        """);

    [Fact]
    public void A_chart_without_data_says_so() =>
        Assert.Contains("No data to show.", Chart.Line<double, double, string>([], []).ToText(), StringComparison.Ordinal);

    [Fact]
    public void What_is_outside_a_given_range_is_not_drawn()
    {
        var far = Chart.Line<double, double, string>([0, 1e12], [0, 1e12]).WithXAxisStyle<double, double, string>(MinMax: Tuple.Create(0.0, 1.0)).WithYAxisStyle<double, double, string>(MinMax: Tuple.Create(0.0, 1.0));
        Assert.Contains("⠔", far.ToText(40, 6), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(80, 2)]
    public void Too_small_a_size_is_refused(int width, int height) =>
        Assert.Contains("at least 24 columns", Assert.Throws<ArgumentException>(() => Gallery.All["line"].ToText(width, height)).Message, StringComparison.Ordinal);

    private static void Same(GenericChart chart, string expected, bool ascii = false) => Assert.Equal(expected.ReplaceLineEndings("\n"), chart.ToText(32, 7, ascii));
}
