using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Sum, difference, product, quotient with broadcasting and type promotion, out of place and in place.</summary>
internal static partial class Ops
{
    private static ScalarType TypeOf(Operand a, Operand b) =>
        b.Number is { } n ? Dtypes.WithScalar(a.Tensor!.dtype, n.Type) : a.Number is { } m ? Dtypes.WithScalar(b.Tensor!.dtype, m.Type) : Dtypes.Result(a.Tensor!, b.Tensor!);

    /// <summary>The tensor in another type, in the graph; itself where it has that type.</summary>
    private static Operand Cast(Operand x, ScalarType dtype) => x.Tensor is { } t && t.dtype != dtype && GradMode.Needs(t) ? t.to_type(dtype) : x;

    /// <summary>The gradient summed over the dimensions along which an operand was repeated.</summary>
    public static Tensor SumTo(Tensor grad, long[] shape)
    {
        var from = grad.Impl.Shape;
        if (from.AsSpan().SequenceEqual(shape)) return grad;
        var lead = from.Length - shape.Length;
        var dims = new List<long>();
        for (var d = 0; d < from.Length; d++)
            if (d < lead || (shape[d - lead] == 1 && from[d] != 1)) dims.Add(d);
        var sum = dims.Count == 0 ? grad : grad.sum(dims.ToArray(), keepdim: true);
        return lead > 0 ? sum.reshape(shape) : sum;
    }

    /// <summary>a + alpha b.</summary>
    public static Tensor Add(Operand a, Operand b, Scalar? alpha = null, bool subtract = false)
    {
        var dtype = TypeOf(a, b);
        (a, b) = (Cast(a, dtype), Cast(b, dtype));
        var node = GradMode.Needs(a.Tensor, b.Tensor) ? new AddBackward(a.Tensor, b.Tensor, Factor(alpha, subtract)) : null;
        var result = AddKernel(a, b, alpha, subtract, dtype, null);
        return node is null ? result : node.Attach(result);
    }

    /// <summary>a += alpha b.</summary>
    public static Tensor AddInto(Tensor a, Operand b, Scalar? alpha = null, bool subtract = false)
    {
        Inplace.Check(a);
        var node = GradMode.Needs(a, b.Tensor) ? new AddBackward(a, Cast(b, a.dtype).Tensor, Factor(alpha, subtract)) : null;
        AddKernel(a, b, alpha, subtract, TypeOf(a, b), a);
        return Inplace.Record(a, node);
    }

    private static double Factor(Scalar? alpha, bool subtract) => (alpha?.Real ?? 1) * (subtract ? -1 : 1);

    private static Tensor AddKernel(Operand a, Operand b, Scalar? alpha, bool subtract, ScalarType dtype, Tensor? into)
    {
        if (subtract && (a.Tensor?.dtype == ScalarType.Bool || b.Tensor?.dtype == ScalarType.Bool))
            throw new ExternalException("Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.");
        if (dtype == ScalarType.Bool)
        {
            return Map("add", new Maximum(), a, b, dtype, into);
        }
        if (alpha is null || alpha.Real == 1)
            return subtract ? Map("sub", new Subtract(), a, b, dtype, into) : Map("add", new Add(), a, b, dtype, into);
        if (alpha.IsFloating && !Dtypes.IsFloating(dtype)) throw new ExternalException("For integral input tensors, argument alpha must not be a floating point number.");
        return subtract ? Map("sub", new SubtractScaled(), a, b, alpha, dtype, into) : Map("add", new AddScaled(), a, b, alpha, dtype, into);
    }

    /// <summary>a b.</summary>
    public static Tensor Multiply(Operand a, Operand b)
    {
        var dtype = TypeOf(a, b);
        (a, b) = (Cast(a, dtype), Cast(b, dtype));
        var node = MultiplyNode(a, b);
        var result = dtype == ScalarType.Bool ? Map("mul", new Minimum(), a, b, dtype) : Map("mul", new Multiply(), a, b, dtype);
        return node is null ? result : node.Attach(result);
    }

    /// <summary>a *= b.</summary>
    public static Tensor MultiplyInto(Tensor a, Operand b)
    {
        Inplace.Check(a);
        var node = MultiplyNode(GradMode.Needs(b.Tensor) ? (Operand)OldValue(a) : a, Cast(b, a.dtype), a);
        var dtype = TypeOf(a, b);
        _ = dtype == ScalarType.Bool ? Map("mul_", new Minimum(), a, b, dtype, a) : Map("mul_", new Multiply(), a, b, dtype, a);
        return Inplace.Record(a, node);
    }

    // The old value of a tensor that changes in place, where the gradient needs it; in the graph, for second derivatives.
    private static Tensor OldValue(Tensor a) => a.clone();

    private static Node? MultiplyNode(Operand a, Operand b, Tensor? self = null)
    {
        if (!GradMode.Needs(self ?? a.Tensor, b.Tensor)) return null;
        return b.Number is { } n ? new ScaleBackward(self ?? a.Tensor!, n.Real)
            : a.Number is { } m ? new ScaleBackward(b.Tensor!, m.Real)
            : new MulBackward(self ?? a.Tensor!, b.Tensor!, a.Tensor!);
    }

    /// <summary>a / b, floating.</summary>
    public static Tensor Divide(Operand a, Operand b)
    {
        var dtype = TypeOf(a, b);
        if (!Dtypes.IsFloating(dtype)) dtype = get_default_dtype();
        (a, b) = (Cast(a, dtype), Cast(b, dtype));
        var node = DivideNode(a, b, a.Tensor);
        var result = Map("div", new Divide(), a, b, dtype, cost: 2);
        return node is null ? result : node.Attach(result);
    }

    /// <summary>a /= b.</summary>
    public static Tensor DivideInto(Tensor a, Operand b)
    {
        Inplace.Check(a);
        var dtype = TypeOf(a, b);
        if (!Dtypes.IsFloating(dtype)) dtype = get_default_dtype();
        var node = DivideNode(GradMode.Needs(b.Tensor) ? (Operand)OldValue(a) : a, Cast(b, a.dtype), a);
        Map("div_", new Divide(), a, b, dtype, a, cost: 2);
        return Inplace.Record(a, node);
    }

    private static Node? DivideNode(Operand a, Operand b, Tensor? self)
    {
        if (!GradMode.Needs(self, b.Tensor)) return null;
        if (b.Number is { } n) return new ScaleBackward(self!, 1 / n.Real);
        return new DivBackward(self, b.Tensor!, a);
    }

    /// <summary>a / b rounded towards zero or down, in the type of the operands.</summary>
    public static Tensor DivideRounded(Operand a, Operand b, bool floor, Tensor? into = null) =>
        Quotient(a, b, floor, into, static (a, b) => new ZeroBackward("DivBackward1", a, b));

    /// <summary>The quotient rounded down; unlike <see cref="DivideRounded"/> it has no derivative, as in PyTorch.</summary>
    public static Tensor FloorDivide(Operand a, Operand b, Tensor? into = null) =>
        Quotient(a, b, true, into, static (a, b) => new NotImplementedBackward("aten::floor_divide", a, b));

    private static Tensor Quotient(Operand a, Operand b, bool floor, Tensor? into, Func<Tensor?, Tensor?, Node> node)
    {
        var dtype = TypeOf(a, b);
        if (into is not null) Inplace.Check(into);
        var result = floor ? EachPair("div", new FloorQuotient(), a, b, dtype, into) : EachPair("div", new TruncatedQuotient(), a, b, dtype, into);
        if (into is not null) return Inplace.Record(into, GradMode.Needs(into, b.Tensor) ? node(into, b.Tensor) : null);
        return GradMode.Needs(a.Tensor, b.Tensor) ? node(a.Tensor, b.Tensor).Attach(result) : result;
    }
}
