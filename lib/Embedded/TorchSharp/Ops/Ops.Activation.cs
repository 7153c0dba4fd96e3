using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Activation functions with arguments, and derivatives of activations as single kernels that can be derived again.</summary>
internal static partial class Ops
{
    /// <summary>The gradient where the output is positive.</summary>
    public static Tensor ReluGradient(Tensor grad, Tensor output)
    {
        var node = GradMode.Needs(grad) ? UnaryBackward.OfValue("ReluBackward0", grad, output.detach(), static (g, y) => ReluGradient(g, y)) : null;
        var result = Map("relu_backward", new ReluGradient(), grad, output, grad.dtype);
        return node is null ? result : node.Attach(result);
    }

    public static Tensor SigmoidGradient(Tensor grad, Tensor output) =>
        GradMode.Needs(grad, output) ? grad * output * (1 - output) : Map("sigmoid_backward", new SigmoidGradient(), grad, output, grad.dtype);

    public static Tensor TanhGradient(Tensor grad, Tensor output) =>
        GradMode.Needs(grad, output) ? grad * (1 - output * output) : Map("tanh_backward", new TanhGradient(), grad, output, grad.dtype);

    public static Tensor SiluGradient(Tensor grad, Tensor x)
    {
        if (!GradMode.Needs(grad, x)) return Map("silu_backward", new SiluGradient(), grad, x, grad.dtype, cost: 8);
        var s = x.sigmoid();
        return grad * (s * (1 + x * (1 - s)));
    }

    /// <summary>x above zero, slope x below.</summary>
    public static Tensor LeakyRelu(Tensor x, double slope, bool inPlace = false) =>
        Pointwise("leaky_relu", x, inPlace, false, (v, t, into) => Map("leaky_relu", new LeakyRelu(), v, slope, t, into), Keep.Input, (g, v) => LeakyReluGradient(g, v, slope));

    private static Tensor LeakyReluGradient(Tensor grad, Tensor x, double slope)
    {
        var node = GradMode.Needs(grad) ? UnaryBackward.OfValue("LeakyReluBackward0", grad, x.detach(), (g, v) => LeakyReluGradient(g, v, slope)) : null;
        var result = Map("leaky_relu_backward", new LeakyReluGradient(), grad, x, slope, grad.dtype);
        return node is null ? result : node.Attach(result);
    }

    public static Tensor Elu(Tensor x, double alpha, double scale, double inputScale, bool inPlace = false) =>
        Pointwise("elu", x, inPlace, true, (v, t, into) => Map("elu", new Elu(alpha, scale, inputScale), v, t, into, 8), Keep.Input, (g, v) => EluGradient(g, v, alpha, scale, inputScale));

    private static Tensor EluGradient(Tensor grad, Tensor x, double alpha, double scale, double inputScale) => GradMode.Needs(grad, x)
        ? grad * Where(x.detach().gt(0), scale, (x * inputScale).exp() * (scale * alpha * inputScale))
        : Map("elu_backward", new EluGradient(alpha, scale, inputScale), grad, x, grad.dtype, cost: 8);

    public static Tensor Gelu(Tensor x, bool inPlace = false) =>
        Pointwise("gelu", x, inPlace, true, static (v, t, into) => Map("gelu", new Gelu(), v, t, into, 16), Keep.Input, static (g, v) => GeluGradient(g, v));

    private static Tensor GeluGradient(Tensor grad, Tensor x) => GradMode.Needs(grad, x)
        ? grad * (0.5 * (1 + (x * Math.Sqrt(0.5)).erf()) + x * (x * x * -0.5).exp() * (1 / Math.Sqrt(2 * Math.PI)))
        : Map("gelu_backward", new GeluGradient(), grad, x, grad.dtype, cost: 20);

    /// <summary>Gelu with tanh in place of the error function.</summary>
    public static Tensor GeluTanh(Tensor x)
    {
        var inner = (x + x * x * x * 0.044715) * Math.Sqrt(2 / Math.PI);
        return x * (inner.tanh() + 1) * 0.5;
    }

    public static Tensor Softplus(Tensor x, double beta, double threshold) =>
        Pointwise("softplus", x, false, true, (v, t, into) => Map("softplus", new Softplus(beta, threshold), v, t, into, 16), Keep.Input,
            (g, v) => SoftplusGradient(g, v, beta, threshold));

    private static Tensor SoftplusGradient(Tensor grad, Tensor x, double beta, double threshold) => GradMode.Needs(grad, x)
        ? Where((x.detach() * beta).gt(threshold), grad, grad * (x * beta).sigmoid())
        : Map("softplus_backward", new SoftplusGradient(beta, threshold), grad, x, grad.dtype, cost: 8);

    public static Tensor LogSigmoid(Tensor x) =>
        Pointwise("log_sigmoid", x, false, true, static (v, t, into) => Map("log_sigmoid", new LogSigmoid(), v, t, into, 16), Keep.Input, static (g, v) => g * (-v).sigmoid());

    public static Tensor Relu6(Tensor x, bool inPlace = false) =>
        Pointwise("relu6", x, inPlace, false, static (v, t, into) => Map("relu6", new Relu6(), v, t, into), Keep.Input, static (g, v) => Inside(g, v, 0, 6, closed: false));

    public static Tensor HardSigmoid(Tensor x, bool inPlace = false) =>
        Pointwise("hardsigmoid", x, inPlace, true, static (v, t, into) => Map("hardsigmoid", new HardSigmoid(), v, t, into), Keep.Input, static (g, v) => Inside(g, v, -3, 3, closed: false) * (1.0 / 6));

    public static Tensor HardSwish(Tensor x, bool inPlace = false) =>
        Pointwise("hardswish", x, inPlace, true, static (v, t, into) => Map("hardswish", new HardSwish(), v, t, into), Keep.Input,
            static (g, v) => Where(v.detach().le(-3), 0.0, Where(v.detach().ge(3), g, g * (v * (1.0 / 3) + 0.5))));

    public static Tensor HardTanh(Tensor x, Scalar min, Scalar max, bool inPlace = false) =>
        Pointwise("hardtanh", x, inPlace, false, (v, t, into) => Map("hardtanh", new Clamp(), v, min, max, t, into), Keep.Input, (g, v) => Inside(g, v, min.Real, max.Real, closed: false));

    /// <summary>x above the threshold, else the value.</summary>
    public static Tensor Threshold(Tensor x, Scalar threshold, Scalar value, bool inPlace = false) =>
        Pointwise("threshold", x, inPlace, false, (v, t, into) => Map("threshold", new Threshold(), v, threshold, value, t, into), Keep.Input, (g, v) => Where(v.detach().le(threshold), 0.0, g));

    /// <summary>x above zero, weight x below; one weight, or one for each channel.</summary>
    public static Tensor Prelu(Tensor x, Tensor weight)
    {
        var channels = weight.numel();
        if (channels != 1 && (x.ndim < 2 || x.Impl.Shape[1] != channels))
            throw new ExternalException($"prelu: Mismatch of parameter numbers and input channel size. Found parameter numbers = {channels} and channel size = {(x.ndim > 1 ? x.Impl.Shape[1] : 1)} in shape {Shapes.Text(x.Impl.Shape)}.");
        var wide = channels == 1 ? weight.reshape(1) : weight.reshape([channels, .. Enumerable.Repeat(1L, (int)x.ndim - 2)]);
        var dtype = TypeOf(x, wide);
        (var value, wide) = (Cast(x, dtype).Tensor!, Cast(wide, dtype).Tensor!);
        var node = GradMode.Needs(value, wide) ? new BinaryBackward("PreluKernelBackward0", value, wide, PreluGradient) : null;
        var result = Map("prelu", new LeakyRelu(), value, wide, dtype);
        return node is null ? result : node.Attach(result);
    }

    // The gradients by x, and by the weight before it is summed over all that share it.
    private static (Tensor, Tensor) PreluGradient(Tensor grad, Tensor x, Tensor weight)
    {
        if (!GradMode.Needs(grad, x, weight)) return (Map("prelu_backward", new LeakyReluGradient(), grad, x, weight, grad.dtype), Map("prelu_backward", new PreluWeightGradient(), grad, x, grad.dtype));
        var positive = x.detach().gt(0);
        return (Where(positive, grad, grad * weight), Where(positive, 0.0, grad * x));
    }

    // The gradient where the value lies inside the range.
    private static Tensor Inside(Tensor grad, Tensor x, double min, double max, bool closed)
    {
        var v = x.detach();
        return Where(closed ? v.ge(min).logical_and(v.le(max)) : v.gt(min).logical_and(v.lt(max)), grad, 0.0);
    }
}
