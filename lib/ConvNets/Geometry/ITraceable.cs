// What a block or a network with its own forward implements so that its geometry is known without running it.
namespace ConvNets.Geometry;

/// <summary>
/// A module whose shapes, costs and receptive field follow from a symbolic pass. <see cref="Trace"/> reads like
/// <c>forward</c>, with <see cref="Flow"/> in the place of the tensor; tests hold the two together.
/// </summary>
public interface ITraceable
{
    /// <summary>Sends a symbolic value through the module.</summary>
    Flow Trace(Flow x);
}
