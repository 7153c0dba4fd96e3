// One row of a layer table: a module, or an operation between modules, as the symbolic walk met it.
namespace ConvNets.Geometry;

/// <summary>One step of a network at one input size.</summary>
/// <param name="Id">Position in the table, and the name of the node in the graph.</param>
/// <param name="Name">State-dict name of the module; for an operation between modules, the block's name and the operation.</param>
/// <param name="Kind">What it is: <c>Conv2d</c>, <c>MaxPool2d</c>, <c>Add</c>, <c>Concat</c>, ...</param>
/// <param name="Inputs">Ids of the layers that feed it; empty for the input.</param>
/// <param name="Output">Output shape of one sample, <c>[C, H, W]</c> or <c>[features]</c>.</param>
/// <param name="Kernel">Kernel height and width, or null where there is no window.</param>
/// <param name="Stride">Stride down and across.</param>
/// <param name="Padding">Padding: <c>[h, w]</c>, or <c>[top, bottom, left, right]</c> where the sides differ.</param>
/// <param name="Parameters">Weights, biases, BN gamma and beta; statistics do not count.</param>
/// <param name="Macs">Multiply-accumulates of convolution and linear layers for one sample.</param>
/// <param name="Vertical">Receptive field down the height.</param>
/// <param name="Horizontal">Receptive field across the width.</param>
/// <param name="Global">True after global pooling or flattening: the unit sees the whole map, and the fields are those of that map.</param>
/// <param name="Auxiliary">True in a head that exists for training only.</param>
public sealed record Layer(
    int Id, string Name, string Kind, IReadOnlyList<int> Inputs, long[] Output,
    long[]? Kernel, long[]? Stride, long[]? Padding, long Parameters, long Macs,
    Field Vertical, Field Horizontal, bool Global, bool Auxiliary)
{
    /// <summary>The constant of a scaling step (<c>Scale</c>, <c>Survival</c>); null elsewhere.</summary>
    public double? Factor { get; init; }

    /// <summary>Receptive field in input pixels; the larger axis where they differ.</summary>
    public double ReceptiveField => Math.Max(Vertical.Size, Horizontal.Size);

    /// <summary>Pixels between the fields of neighbouring units.</summary>
    public double Jump => Math.Max(Vertical.Jump, Horizontal.Jump);

    /// <summary>Centre of the first unit's field, pixel 0 covering [0, 1].</summary>
    public double Start => Vertical.Size >= Horizontal.Size ? Vertical.Start : Horizontal.Start;

    /// <summary>Whether every path that leads here is centred on the same pixels.</summary>
    public bool Aligned => Vertical.Aligned && Horizontal.Aligned;

    /// <summary>Number of values that the step produces for one sample.</summary>
    public long Activations => Output.Aggregate(1L, (product, n) => product * n);

    /// <summary>FLOPs, two for each multiply-accumulate.</summary>
    public long Flops => 2 * Macs;
}
