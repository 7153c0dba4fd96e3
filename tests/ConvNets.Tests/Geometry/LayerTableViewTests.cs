using ConvNets.Architectures;

namespace ConvNets.Tests.Geometry;

public class LayerTableViewTests
{
    [Fact]
    public void A_layer_table_shows_a_row_for_each_step_and_the_sums_above()
    {
        var lines = Registry.Table("lenet-small").ToText().ReplaceLineEndings("\n").Split('\n');

        Assert.Equal("62,006 parameters, 651,720 MACs (1,303,440 FLOPs) at 3x32x32; field, jump and start in input pixels", lines[0]);
        Assert.Contains(lines, line => line.Contains("conv2") && line.Contains("16x10x10") && line.Contains("2,416"));
    }
}
