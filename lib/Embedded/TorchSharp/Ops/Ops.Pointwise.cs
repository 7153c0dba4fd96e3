using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Functions of one tensor, element by element, with their derivatives.</summary>
internal static partial class Ops
{
    /// <summary>What the derivative needs.</summary>
    private enum Keep
    {
        Nothing,
        Input,
        Output,
    }

    private static Tensor Pointwise(string op, Tensor x, bool inPlace, bool floating, Func<Tensor, ScalarType, Tensor?, Tensor> kernel, Keep keep, Func<Tensor, Tensor, Tensor>? backward)
    {
        var dtype = floating && !Dtypes.IsFloating(x.dtype) ? get_default_dtype() : x.dtype;
        if (inPlace) Inplace.Check(x);
        var needs = GradMode.Needs(x);
        backward ??= (_, _) => throw NoDerivative(op);
        Node? node = null;
        if (needs && keep == Keep.Nothing) node = new ViewBackward(Node.NameOf(op), x, grad => backward(grad, grad));
        if (needs && keep == Keep.Input)
        {
            using var copy = inPlace ? OldValue(x) : null;
            node = UnaryBackward.OfValue(Node.NameOf(op), x, copy ?? x, backward);
        }
        var y = kernel(x, dtype, inPlace ? x : null);
        if (needs && keep == Keep.Output) node = UnaryBackward.OfOutput(Node.NameOf(op), x, y, backward);
        return inPlace ? Inplace.Record(x, node) : node is null ? y : node.Attach(y);
    }

    /// <summary>What backward says where the function has no derivative of use.</summary>
    public static ExternalException NoDerivative(string op) => new($"the derivative for '{op}' is not implemented.");

    // Rounding leaves whole numbers as they are; PyTorch has no rounding of booleans.
    private static Tensor Rounded<TF>(string op, TF f, Tensor x, bool inPlace) where TF : struct, IVectorUnary
    {
        if (x.dtype == ScalarType.Bool) throw new ExternalException($"\"{op}_vml_cpu\" not implemented for 'Bool'");
        return Pointwise(op, x, inPlace, false, (x, t, into) => Dtypes.IsFloating(t) ? Map(op, f, x, t, into) : into ?? CloneContiguous(x), Keep.Nothing, static (g, _) => g.zeros_like());
    }

    public static Tensor Exp(Tensor x, bool inPlace = false) =>
        Pointwise("exp", x, inPlace, true, static (x, t, into) => Map("exp", new Exp(), x, t, into, 6), Keep.Output, static (g, y) => g * y);

    public static Tensor Exp2(Tensor x, bool inPlace = false) =>
        Pointwise("exp2", x, inPlace, true, static (x, t, into) => EachFloat("exp2", new Exp2(), x, t, into), Keep.Output, static (g, y) => g * y * Math.Log(2));

    public static Tensor Expm1(Tensor x, bool inPlace = false) =>
        Pointwise("expm1", x, inPlace, true, static (x, t, into) => Map("expm1", new Expm1(), x, t, into, 6), Keep.Output, static (g, y) => g * (y + 1));

    public static Tensor Log(Tensor x, bool inPlace = false) =>
        Pointwise("log", x, inPlace, true, static (x, t, into) => Map("log", new Log(), x, t, into, 6), Keep.Input, static (g, x) => g / x);

    public static Tensor Log2(Tensor x, bool inPlace = false) =>
        Pointwise("log2", x, inPlace, true, static (x, t, into) => Map("log2", new Log2(), x, t, into, 6), Keep.Input, static (g, x) => g / (x * Math.Log(2)));

    public static Tensor Log10(Tensor x, bool inPlace = false) =>
        Pointwise("log10", x, inPlace, true, static (x, t, into) => EachFloat("log10", new Log10(), x, t, into), Keep.Input, static (g, x) => g / (x * Math.Log(10)));

    public static Tensor Log1p(Tensor x, bool inPlace = false) =>
        Pointwise("log1p", x, inPlace, true, static (x, t, into) => Map("log1p", new Log1p(), x, t, into, 8), Keep.Input, static (g, x) => g / (x + 1));

    public static Tensor Sqrt(Tensor x, bool inPlace = false) =>
        Pointwise("sqrt", x, inPlace, true, static (x, t, into) => Map("sqrt", new SquareRoot(), x, t, into, 3), Keep.Output, static (g, y) => g / (y * 2));

    public static Tensor Rsqrt(Tensor x, bool inPlace = false) =>
        Pointwise("rsqrt", x, inPlace, true, static (x, t, into) => Map("rsqrt", new ReciprocalSquareRoot(), x, t, into, 4), Keep.Output, static (g, y) => g * y.pow(3) * -0.5);

    public static Tensor Reciprocal(Tensor x, bool inPlace = false) =>
        Pointwise("reciprocal", x, inPlace, true, static (x, t, into) => Map("reciprocal", new Reciprocal(), x, t, into, 2), Keep.Output, static (g, y) => -g * (y * y));

    public static Tensor Sin(Tensor x, bool inPlace = false) =>
        Pointwise("sin", x, inPlace, true, static (x, t, into) => Map("sin", new Sin(), x, t, into, 6), Keep.Input, static (g, x) => g * x.cos());

    public static Tensor Cos(Tensor x, bool inPlace = false) =>
        Pointwise("cos", x, inPlace, true, static (x, t, into) => Map("cos", new Cos(), x, t, into, 6), Keep.Input, static (g, x) => -g * x.sin());

    public static Tensor Tan(Tensor x, bool inPlace = false) =>
        Pointwise("tan", x, inPlace, true, static (x, t, into) => EachFloat("tan", new Tan(), x, t, into), Keep.Output, static (g, y) => g * (y * y + 1));

    public static Tensor Asin(Tensor x, bool inPlace = false) =>
        Pointwise("asin", x, inPlace, true, static (x, t, into) => EachFloat("asin", new Asin(), x, t, into), Keep.Input, static (g, x) => g * (1 - x * x).rsqrt());

    public static Tensor Acos(Tensor x, bool inPlace = false) =>
        Pointwise("acos", x, inPlace, true, static (x, t, into) => EachFloat("acos", new Acos(), x, t, into), Keep.Input, static (g, x) => -g * (1 - x * x).rsqrt());

    public static Tensor Atan(Tensor x, bool inPlace = false) =>
        Pointwise("atan", x, inPlace, true, static (x, t, into) => EachFloat("atan", new Atan(), x, t, into), Keep.Input, static (g, x) => g / (x * x + 1));

    public static Tensor Sinh(Tensor x, bool inPlace = false) =>
        Pointwise("sinh", x, inPlace, true, static (x, t, into) => EachFloat("sinh", new Sinh(), x, t, into), Keep.Input, static (g, x) => g * x.cosh());

    public static Tensor Cosh(Tensor x, bool inPlace = false) =>
        Pointwise("cosh", x, inPlace, true, static (x, t, into) => EachFloat("cosh", new Cosh(), x, t, into), Keep.Input, static (g, x) => g * x.sinh());

    public static Tensor Tanh(Tensor x, bool inPlace = false) =>
        Pointwise("tanh", x, inPlace, true, static (x, t, into) => Map("tanh", new Tanh(), x, t, into, 8), Keep.Output, static (g, y) => TanhGradient(g, y));

    public static Tensor Asinh(Tensor x, bool inPlace = false) =>
        Pointwise("asinh", x, inPlace, true, static (x, t, into) => EachFloat("asinh", new Asinh(), x, t, into), Keep.Input, static (g, x) => g * (x * x + 1).rsqrt());

    public static Tensor Acosh(Tensor x, bool inPlace = false) =>
        Pointwise("acosh", x, inPlace, true, static (x, t, into) => EachFloat("acosh", new Acosh(), x, t, into), Keep.Input, static (g, x) => g * (x * x - 1).rsqrt());

    public static Tensor Atanh(Tensor x, bool inPlace = false) =>
        Pointwise("atanh", x, inPlace, true, static (x, t, into) => EachFloat("atanh", new Atanh(), x, t, into), Keep.Input, static (g, x) => g / (1 - x * x));

    public static Tensor Erf(Tensor x, bool inPlace = false) =>
        Pointwise("erf", x, inPlace, true, static (x, t, into) => Map("erf", new Erf(), x, t, into, 16), Keep.Input, static (g, x) => g * (-x * x).exp() * (2 / Math.Sqrt(Math.PI)));

    public static Tensor Erfc(Tensor x, bool inPlace = false) =>
        Pointwise("erfc", x, inPlace, true, static (x, t, into) => EachFloat("erfc", new Erfc(), x, t, into), Keep.Input, static (g, x) => g * (-x * x).exp() * (-2 / Math.Sqrt(Math.PI)));

    public static Tensor Erfinv(Tensor x, bool inPlace = false) =>
        Pointwise("erfinv", x, inPlace, true, static (x, t, into) => EachFloat("erfinv", new Erfinv(), x, t, into), Keep.Output, static (g, y) => g * (y * y).exp() * (Math.Sqrt(Math.PI) / 2));

    public static Tensor Lgamma(Tensor x, bool inPlace = false) =>
        Pointwise("lgamma", x, inPlace, true, static (x, t, into) => EachFloat("lgamma", new Lgamma(), x, t, into), Keep.Input, static (g, x) => g * x.digamma());

    public static Tensor Digamma(Tensor x, bool inPlace = false) =>
        Pointwise("digamma", x, inPlace, true, static (x, t, into) => EachFloat("digamma", new Digamma(), x, t, into), Keep.Input, static (g, x) => g * Polygamma(1, x));

    public static Tensor Sigmoid(Tensor x, bool inPlace = false) =>
        Pointwise("sigmoid", x, inPlace, true, static (x, t, into) => Map("sigmoid", new Sigmoid(), x, t, into, 8), Keep.Output, static (g, y) => SigmoidGradient(g, y));

    public static Tensor Silu(Tensor x, bool inPlace = false) =>
        Pointwise("silu", x, inPlace, true, static (x, t, into) => Map("silu", new Silu(), x, t, into, 8), Keep.Input, static (g, x) => SiluGradient(g, x));

    public static Tensor Relu(Tensor x, bool inPlace = false) =>
        Pointwise("relu", x, inPlace, false, static (x, t, into) => Map("relu", new Relu(), x, t, into, 1), Keep.Output, static (g, y) => ReluGradient(g, y));

    public static Tensor Negative(Tensor x, bool inPlace = false) => x.dtype == ScalarType.Bool
        ? throw new ExternalException("Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.")
        : Pointwise("neg", x, inPlace, false, static (x, t, into) => Map("neg", new Negate(), x, t, into, 1), Keep.Nothing, static (g, _) => -g);

    public static Tensor Abs(Tensor x, bool inPlace = false) => x.dtype == ScalarType.Bool
        ? throw new ExternalException("\"abs_cpu\" not implemented for 'Bool'")
        : Pointwise("abs", x, inPlace, false, static (x, t, into) => Map("abs", new Absolute(), x, t, into, 1), Keep.Input, static (g, x) => g * x.sign());

    public static Tensor Squared(Tensor x, bool inPlace = false) =>
        Pointwise("square", x, inPlace, false, static (x, t, into) => Map("square", new Square(), x, t, into, 1), Keep.Input, static (g, x) => g * x * 2);

    public static Tensor Sign(Tensor x, bool inPlace = false) =>
        Pointwise("sign", x, inPlace, false, static (x, t, into) => Map("sign", new SignOf(), x, t, into), Keep.Nothing, static (g, _) => g.zeros_like());

    public static Tensor Floor(Tensor x, bool inPlace = false) => Rounded("floor", new Floor(), x, inPlace);

    public static Tensor Ceil(Tensor x, bool inPlace = false) => Rounded("ceil", new Ceiling(), x, inPlace);

    public static Tensor Trunc(Tensor x, bool inPlace = false) => Rounded("trunc", new Truncate(), x, inPlace);

    public static Tensor Round(Tensor x, bool inPlace = false) => Rounded("round", new RoundEven(), x, inPlace);

    public static Tensor Frac(Tensor x, bool inPlace = false) => !Dtypes.IsFloating(x.dtype)
        ? throw new ExternalException($"\"frac_cpu\" not implemented for '{Dtypes.CppName(x.dtype)}'")
        : Pointwise("frac", x, inPlace, false, static (x, t, into) => Each("frac", new Fraction(), x, t, into), Keep.Nothing, static (g, _) => g);

    public static Tensor Deg2Rad(Tensor x, bool inPlace = false) =>
        Pointwise("deg2rad", x, inPlace, true, static (x, t, into) => Map("deg2rad", new Multiply(), x, Math.PI / 180, t, into), Keep.Nothing, static (g, _) => g * (Math.PI / 180));

    public static Tensor Rad2Deg(Tensor x, bool inPlace = false) =>
        Pointwise("rad2deg", x, inPlace, true, static (x, t, into) => Map("rad2deg", new Multiply(), x, 180 / Math.PI, t, into), Keep.Nothing, static (g, _) => g * (180 / Math.PI));
}
