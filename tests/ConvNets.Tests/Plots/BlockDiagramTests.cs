using System.Globalization;
using System.Xml.Linq;
using ConvNets.Plots;

namespace Tests.Plots;

public class BlockDiagramTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Boxes_lie_within_the_picture_and_do_not_overlap()
    {
        var root = XDocument.Parse(Inception().ToSvg()).Root!;
        var (width, height) = (Number(root, "width"), Number(root, "height"));
        var boxes = root.Elements(Svg + "rect").Skip(1).Select(r => (X: Number(r, "x"), Y: Number(r, "y"), W: Number(r, "width"), H: Number(r, "height"))).ToList();
        Assert.Equal(9, boxes.Count);
        Assert.All(boxes, b => Assert.True(b.X >= 0 && b.Y >= 0 && b.X + b.W <= width && b.Y + b.H <= height));
        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (boxes[i], boxes[j]);
                Assert.True(a.X + a.W <= b.X || b.X + b.W <= a.X || a.Y + a.H <= b.Y || b.Y + b.H <= a.Y, "Two boxes overlap.");
            }
        }
    }

    [Fact]
    public void A_joint_is_a_circle_and_each_arrow_has_a_tip()
    {
        var root = XDocument.Parse(Inception().ToSvg()).Root!;
        Assert.Single(root.Elements(Svg + "circle"));
        Assert.Equal(2 * Inception().Edges.Count, root.Elements(Svg + "path").Count());
    }

    [Fact]
    public void A_chain_is_one_straight_column()
    {
        var diagram = BlockDiagram.Chain("net", Enumerable.Range(0, 5).Select(i => new BlockNode($"n{i}", "Conv2d", "3x3")));
        var middles = XDocument.Parse(diagram.ToSvg()).Root!.Elements(Svg + "rect").Skip(1).Select(r => Math.Round(Number(r, "x") + (Number(r, "width") / 2)));
        Assert.Single(middles.Distinct());
    }

    [Fact]
    public void A_circle_of_arrows_is_refused_in_one_sentence() =>
        Assert.Contains("run in a circle", Assert.Throws<ArgumentException>(() => new BlockDiagram("t", [new("a", "x"), new("b", "x")], [new("a", "b"), new("b", "a")]).ToSvg()).Message, StringComparison.Ordinal);

    [Fact]
    public void An_arrow_to_an_unknown_layer_is_refused_in_one_sentence() =>
        Assert.Contains("'z', which does not exist", Assert.Throws<ArgumentException>(() => new BlockDiagram("t", [new("a", "x")], [new("a", "z")])).Message, StringComparison.Ordinal);

    private static BlockDiagram Inception() => new(
        "Inception <module>",
        [
            new("x", "input", null, "192x28x28"), new("a", "Conv2d", "1x1, 64"), new("b1", "Conv2d", "1x1, 96"), new("b2", "Conv2d", "3x3, 128"),
            new("c1", "Conv2d", "1x1, 16"), new("c2", "Conv2d", "5x5, 32"), new("d1", "MaxPool2d", "3x3"), new("d2", "Conv2d", "1x1, 32"), new("o", "concat"), new("y", "output"),
        ],
        [new("x", "a"), new("x", "b1"), new("b1", "b2"), new("x", "c1"), new("c1", "c2"), new("x", "d1"), new("d1", "d2"), new("a", "o"), new("b2", "o"), new("c2", "o"), new("d2", "o"), new("o", "y")]);

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
