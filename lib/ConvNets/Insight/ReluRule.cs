// The three ways in which a signal goes back through a ReLU.
// Springenberg, Dosovitskiy, Brox and Riedmiller, 2015, "Striving for simplicity: the all convolutional net", figure 1.
using static TorchSharp.torch;

namespace ConvNets.Insight;

/// <summary>What a ReLU with input f does to a signal R on its way back.</summary>
public enum ReluRule
{
    /// <summary>The gradient: R where f > 0.</summary>
    Gradient,

    /// <summary>The deconvnet of Zeiler and Fergus: max(R, 0), whatever f was.</summary>
    Deconvnet,

    /// <summary>Guided backpropagation: max(R, 0) where f > 0.</summary>
    Guided,
}

/// <summary>Applies the rules.</summary>
public static class ReluRules
{
    /// <summary>The signal behind a ReLU with input <paramref name="f"/>, all tensors of one shape.</summary>
    public static Tensor Back(this ReluRule rule, Tensor f, Tensor signal)
    {
        using var scope = NewDisposeScope();
        var rectified = rule == ReluRule.Gradient ? signal : nn.functional.relu(signal);
        var result = rule == ReluRule.Deconvnet ? rectified.alias() : rectified * f.gt(0).to(f.dtype);
        return result.MoveToOuterDisposeScope();
    }
}
