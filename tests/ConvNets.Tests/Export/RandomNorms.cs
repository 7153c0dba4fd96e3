using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Export;

/// <summary>Statistics and biases other than zero and one, so that no term of a formula is hidden.</summary>
internal static class RandomNorms
{
    public static void Fill(Module net)
    {
        using var _ = no_grad();
        foreach (var (name, value) in net.state_dict())
            if (name.EndsWith("running_var", StringComparison.Ordinal))
                value.copy_(rand(value.shape) + 0.5);
            else if (name.EndsWith("running_mean", StringComparison.Ordinal) || name.EndsWith("bias", StringComparison.Ordinal))
                value.copy_(randn(value.shape) * 0.1);
    }
}
