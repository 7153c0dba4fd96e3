// The one sentence that a learner reads when an input does not fit a network, with the table up to the layer that refused.
namespace ConvNets.Geometry;

/// <summary>An input that a layer cannot take.</summary>
/// <param name="message">One sentence: the layer, its input, what it needs.</param>
/// <param name="layer">State-dict name of the layer that refused.</param>
/// <param name="input">The shape that reached it, <c>[C, H, W]</c> or <c>[features]</c>.</param>
public sealed class ShapeException(string message, string layer, long[] input) : Exception(message)
{
    /// <summary>State-dict name of the layer that refused.</summary>
    public string Layer { get; } = layer;

    /// <summary>The shape that reached it.</summary>
    public long[] Input { get; } = input;

    /// <summary>The table of the layers before it; set by <see cref="LayerTable.For"/>.</summary>
    public LayerTable? Table { get; internal set; }

    /// <summary>The least square input that the network takes, or null where none up to 1024 pixels works.</summary>
    public long? LeastSize { get; internal set; }
}
