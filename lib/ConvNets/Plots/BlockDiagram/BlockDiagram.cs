// A net as boxes and arrows from top to bottom: what each layer is, its setting, and the shape that leaves it.
// Additions and concatenations are small circles where branches meet.

using ConvNets.Geometry;
using ConvNets.Lessons;

namespace ConvNets.Plots;

/// <summary>A layer of a diagram.</summary>
/// <param name="Id">A name that edges refer to; different for each layer.</param>
/// <param name="Kind">What the layer is: "Conv2d", "BatchNorm2d", "ReLU", "add", "concat", "input".</param>
/// <param name="Detail">Its setting, such as "3x3, stride 2", or none.</param>
/// <param name="Output">The shape that leaves it, such as "64x56x56", or none.</param>
public sealed record BlockNode(string Id, string Kind, string? Detail = null, string? Output = null);

/// <summary>An arrow from one layer to another.</summary>
/// <param name="From">Id of the layer where it begins.</param>
/// <param name="To">Id of the layer where it ends.</param>
public sealed record BlockEdge(string From, string To);

/// <summary>A directed graph of layers that draws itself.</summary>
public sealed class BlockDiagram : View
{
    /// <summary>A diagram of these layers and arrows; arrows must not run in a circle.</summary>
    public BlockDiagram(string title, IEnumerable<BlockNode> nodes, IEnumerable<BlockEdge> edges)
    {
        Title = title;
        Nodes = [.. nodes];
        Edges = [.. edges];
        if (Nodes.Count == 0)
        {
            throw new ArgumentException("A block diagram needs at least one layer.");
        }

        if (Nodes.GroupBy(n => n.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two layers of the block diagram have the id '{twice.Key}'; ids must differ.");
        }

        var ids = Nodes.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        if (Edges.SelectMany(e => new[] { e.From, e.To }).FirstOrDefault(id => !ids.Contains(id)) is { } unknown)
        {
            throw new ArgumentException($"An arrow of the block diagram names the layer '{unknown}', which does not exist.");
        }
    }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>The layers.</summary>
    public IReadOnlyList<BlockNode> Nodes { get; }

    /// <summary>The arrows.</summary>
    public IReadOnlyList<BlockEdge> Edges { get; }

    /// <summary>A chain: each layer feeds the next.</summary>
    public static BlockDiagram Chain(string title, IEnumerable<BlockNode> nodes)
    {
        var list = nodes.ToList();
        return new BlockDiagram(title, list, list.Zip(list.Skip(1), (a, b) => new BlockEdge(a.Id, b.Id)));
    }

    /// <summary>The diagram of a network or block, from its layer table.</summary>
    /// <param name="title">Title of the diagram.</param>
    /// <param name="table">The table; its steps are the boxes, what feeds what the arrows.</param>
    public static BlockDiagram Of(string title, LayerTable table) => new(
        title,
        table.Layers.Select(layer => new BlockNode(Id(layer), layer.Kind, Setting(layer), string.Join("x", layer.Output))),
        table.Edges.Select(edge => new BlockEdge(Id(edge.From), Id(edge.To))));

    // A module may run at several places of a net, so its name does not tell the steps apart.
    private static string Id(Layer layer) => FormattableString.Invariant($"{layer.Id}");

    private static string? Setting(Layer layer) => layer.Kernel is { } kernel
        ? string.Join("x", kernel) + (layer.Stride is { } stride && stride.Any(s => s > 1) ? $", stride {stride[0]}" : "")
        : null;

    /// <inheritdoc/>
    public override string ToHtml() => ToSvg();

    /// <summary>The diagram as an SVG document that suits light and dark pages.</summary>
    public string ToSvg() => BlockDrawing.Draw(this, LayeredLayout.Of(this));

    /// <inheritdoc/>
    public override string ToText() => $"Block diagram \"{Title}\": {Nodes.Count} layers, {Edges.Count} arrows";
}
