using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Powers.</summary>
internal static partial class Ops
{
    public static Tensor Pow(Operand a, Operand b)
    {
        var dtype = TypeOf(a, b);
        (a, b) = (Cast(a, dtype), Cast(b, dtype));
        var result = PowKernel(a, b, dtype, null);
        if (!GradMode.Needs(a.Tensor, b.Tensor)) return result;
        return PowNode(a.Tensor, a, b, result).Attach(result);
    }

    public static Tensor PowInto(Tensor a, Operand b)
    {
        Inplace.Check(a);
        var needs = GradMode.Needs(a, b.Tensor);
        using var value = needs ? OldValue(a) : null;
        PowKernel(a, b, TypeOf(a, b), a);
        return Inplace.Record(a, needs ? PowNode(a, value!, b, a) : null);
    }

    private static Node PowNode(Tensor? self, Operand value, Operand b, Tensor result)
    {
        if (b.Number is { } n) return UnaryBackward.OfValue("PowBackward0", self!, value.Tensor!, (g, x) => n.Real == 0 ? g.zeros_like() : g * (x.pow(n.Real - 1) * n.Real));
        return new PowBackward(self, value, b.Tensor!, result);
    }

    private static Tensor PowKernel(Operand a, Operand b, ScalarType dtype, Tensor? into)
    {
        if (!Dtypes.IsFloating(dtype))
        {
            if (b.Number is { Whole: < 0 }) throw new ExternalException("Integers to negative integer powers are not allowed.");
            return EachPair("pow", new WholePower(), a, b, dtype, into);
        }
        return b.Number?.Real switch
        {
            2 => Map("pow", new Square(), a.Tensor!, dtype, into),
            1 => Map("pow", new Multiply(), a, 1.0, dtype, into),
            0.5 => Map("pow", new SquareRoot(), a.Tensor!, dtype, into),
            -0.5 => Map("pow", new ReciprocalSquareRoot(), a.Tensor!, dtype, into),
            -1 => Map("pow", new Reciprocal(), a.Tensor!, dtype, into),
            3 => Map("pow", new Cube(), a.Tensor!, dtype, into),
            _ => EachFloatPair("pow", new Power(), a, b, dtype, into),
        };
    }
}
