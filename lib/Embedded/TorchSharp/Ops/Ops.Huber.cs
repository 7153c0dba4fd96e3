using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>The loss of P. Huber (1964, "Robust estimation of a location parameter"), element by element.</summary>
internal static partial class Ops
{
    /// <summary>Half the square of a - b where that is at most delta, linear beyond; all divided by a number.</summary>
    public static Tensor Huber(string op, Tensor a, Tensor b, double delta, double divisor)
    {
        var dtype = TypeOf(a, b);
        if (!Dtypes.IsFloating(dtype)) dtype = ScalarType.Float32;
        (a, b) = (Cast(a, dtype).Tensor!, Cast(b, dtype).Tensor!);
        var node = GradMode.Needs(a, b) ? new BinaryBackward(Node.NameOf(op), a, b, (g, u, v) =>
        {
            var slope = g * (u - v).clamp(-delta, delta) / divisor;
            return (slope, -slope);
        }) : null;
        var result = Map(op, new Huber(delta, divisor), a, b, dtype);
        return node is null ? result : node.Attach(result);
    }
}
