using ConvNets.Geometry;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Architectures;

/// <summary>Holds a symbolic walk against a real forward pass.</summary>
internal static class Agreement
{
    public static void Check(Module<Tensor, Tensor> net, long[] input) => Assert.Empty(ForwardCheck.Of(net, input, batch: 2));
}
