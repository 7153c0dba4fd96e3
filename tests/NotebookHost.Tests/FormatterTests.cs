using NotebookHost.Display;

namespace Tests;

/// <summary>How the kit's own types are shown.</summary>
public class FormatterTests
{
    [Fact]
    public async Task An_architecture_is_shown_with_the_facts_of_its_paper_and_its_block_diagram()
    {
        var cell = await Running.Cells("ConvNets.Architectures.Registry.Find(\"resnet-cifar-20\")");
        Assert.Null(cell.Failure);
        Assert.Contains("He", cell.ResultText);
        Assert.Contains("269722", cell.ResultText!.Replace(",", ""));
        Assert.Contains("<svg", (string?)cell.Results[0]["text/html"]);
    }

    [Fact]
    public async Task A_test_result_is_shown_as_its_confusion_matrix()
    {
        var cell = await Running.Cells("new ConvNets.Training.Evaluation(4, 0.5, 0.75, 1, new long[,] { { 2, 0 }, { 1, 1 } }, [\"cat\", \"dog\"])");
        Assert.Null(cell.Failure);
        Assert.Contains("top-1 75.0", cell.ResultText);
        Assert.Matches("dog +│ +50", cell.ResultText);
        Assert.Contains("<svg", (string?)cell.Results[0]["image/svg+xml"]);
        Assert.NotNull(cell.Results[0]["application/vnd.plotly.v1+json"]);
    }

    [Fact]
    public async Task A_chart_is_a_figure_a_drawing_and_a_picture_in_characters()
    {
        var cell = await Running.Cells("using Plotly.NET; using Plotly.NET.CSharp; var c = Plotly.NET.CSharp.Chart.Column<double, string, string>([61, 138], Keys: new[] { \"alexnet\", \"vgg-16\" }).WithTitle(\"millions\"); c");
        Assert.Null(cell.Failure);
        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], cell.Results[0].Select(m => m.Key));
        Assert.StartsWith("millions\n\nalexnet ┤█", cell.ResultText);
        Assert.All(cell.ResultText!.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Theory]
    [InlineData("COLUMNS=100", "LANG=en_US.UTF-8", 100, false)]
    [InlineData("COLUMNS=100000", "LC_ALL=C", 120, true)]
    [InlineData("COLUMNS=wide", "LC_CTYPE=de_DE.utf8", 80, false)]
    [InlineData("COLUMNS=1", "LANG=", 40, false)]
    public void The_terminal_that_started_the_kernel_tells_its_width_and_its_characters(string size, string locale, int columns, bool ascii)
    {
        var environment = new[] { size, locale }.Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]);
        Assert.Equal(new TextWindow(columns, ascii), TextWindow.From(environment.GetValueOrDefault));
    }

    [Fact]
    public async Task A_bitmap_is_shown_as_a_picture_and_not_as_its_numbers()
    {
        var cell = await Running.Cells("new ConvNets.Data.Imaging.Bitmap(2, 1, 3, [255, 0, 0, 255, 0, 0])");
        Assert.Null(cell.Failure);
        Assert.StartsWith("<img src=\"data:image/png;base64,iVBOR", (string?)cell.Results[0]["text/html"]);
        Assert.Contains("2x1 pixels", cell.ResultText);
    }
}
