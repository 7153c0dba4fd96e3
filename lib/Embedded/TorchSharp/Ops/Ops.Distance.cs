using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Losses of the difference of two tensors, element by element, in one pass forward and one back.</summary>
internal static partial class Ops
{
    /// <summary>(a - b)².</summary>
    public static Tensor SquaredError(string op, Tensor a, Tensor b) =>
        Distance(op, new SquaredDifference(), new SquaredDifferenceGradient(), a, b, TypeOf(a, b), static d => d * 2);

    /// <summary>
    /// Half of (a - b)² where |a - b| is at most delta, linear beyond; all divided by a number (P. Huber, 1964, "Robust estimation
    /// of a location parameter").
    /// </summary>
    public static Tensor Huber(string op, Tensor a, Tensor b, double delta, double divisor)
    {
        var dtype = TypeOf(a, b);
        return Distance(op, new Huber(delta, divisor), new HuberGradient(delta, divisor), a, b, Dtypes.IsFloating(dtype) ? dtype : ScalarType.Float32,
            d => d.clamp(-delta, delta) / divisor);
    }

    // The slope is the derivative by a - b in operations that can be derived again.
    private static Tensor Distance<TF, TG>(string op, TF value, TG gradient, Tensor a, Tensor b, ScalarType dtype, Func<Tensor, Tensor> slope)
        where TF : struct, IVectorBinary where TG : struct, IVectorTernary
    {
        (a, b) = (Cast(a, dtype).Tensor!, Cast(b, dtype).Tensor!);
        var node = GradMode.Needs(a, b) ? new BinaryBackward(Node.NameOf(op), a, b, (g, u, v) =>
        {
            var descent = GradMode.Needs(g, u, v) ? g * slope(u - v) : Map(op + "_backward", gradient, g, u, v, g.dtype);
            return (descent, -descent);
        }) : null;
        var result = Map(op, value, a, b, dtype);
        return node is null ? result : node.Attach(result);
    }
}
