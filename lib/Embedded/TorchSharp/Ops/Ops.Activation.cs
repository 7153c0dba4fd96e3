using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Derivatives of activations as single kernels; they can be derived again.</summary>
internal static partial class Ops
{
    /// <summary>The gradient where the output is positive.</summary>
    public static Tensor ReluGradient(Tensor grad, Tensor output)
    {
        var node = GradMode.Needs(grad) ? UnaryBackward.OfValue("ReluBackward0", grad, output, static (g, y) => ReluGradient(g, y)) : null;
        var result = Map("relu_backward", new ReluGradient(), grad, output, grad.dtype);
        return node is null ? result : node.Attach(result);
    }

    public static Tensor SigmoidGradient(Tensor grad, Tensor output) =>
        GradMode.Needs(grad, output) ? grad * output * (1 - output) : Map("sigmoid_backward", new SigmoidGradient(), grad, output, grad.dtype);

    public static Tensor TanhGradient(Tensor grad, Tensor output) =>
        GradMode.Needs(grad, output) ? grad * (1 - output * output) : Map("tanh_backward", new TanhGradient(), grad, output, grad.dtype);

    public static Tensor SiluGradient(Tensor grad, Tensor x)
    {
        var s = x.sigmoid();
        return grad * (s * (1 + x * (1 - s)));
    }
}
