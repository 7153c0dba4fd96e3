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
        Assert.Contains("dog", cell.ResultText);
        Assert.Contains("<svg", (string?)cell.Results[0]["image/svg+xml"]);
        Assert.NotNull(cell.Results[0]["application/vnd.plotly.v1+json"]);
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
