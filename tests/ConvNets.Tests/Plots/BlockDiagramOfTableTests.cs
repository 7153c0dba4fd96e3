using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Plots;

namespace ConvNets.Tests.Plots;

public class BlockDiagramOfTableTests
{
    [Fact]
    public void A_residual_block_is_drawn_with_its_shortcut()
    {
        using var block = new BasicBlock(16, 32, stride: 2, ShortcutOption.B);

        var diagram = BlockDiagram.Of("block", LayerTable.For(block, [16, 8, 8]));

        Assert.Contains(diagram.Nodes, node => node.Detail == "3x3, stride 2" && node.Output == "32x4x4");
        Assert.Equal(2, diagram.Edges.Count(edge => edge.From == diagram.Nodes[0].Id));
        Assert.StartsWith("<svg", diagram.ToHtml().TrimStart());
    }
}
