namespace TorchSharp.Autograd;

/// <summary>A function that sees, and may replace, the gradient of a tensor.</summary>
internal sealed class GradientHook(Func<Tensor, Tensor?> function)
{
    public bool Removed { get; set; }

    public Tensor? Call(Tensor grad) => Removed ? null : function(grad);
}
