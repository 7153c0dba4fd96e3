// A bias of its own for every position of a map: what pylearn2 calls untied biases.
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Layers;

/// <summary>Adds a learned value to every unit of a map of known size: <c>[N, C, H, W]</c> to the same shape.</summary>
public sealed class LocationBias : Module<Tensor, Tensor>, ITraceable
{
    private readonly Parameter bias;

    /// <summary>A bias for each of C H W units, zero at first.</summary>
    public LocationBias(long channels, long height, long width) : base(nameof(LocationBias))
    {
        bias = Parameter(zeros(channels, height, width));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x) => x + bias;

    /// <inheritdoc/>
    public Flow Trace(Flow x) =>
        x.Shape.SequenceEqual(bias.shape)
            ? x.To("LocationBias", x.Shape, this)
            : throw x.Refuse($"its biases were built for {string.Join('x', bias.shape)}");
}
