using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Comparison in place, bits, remainders, selection by condition.</summary>
internal static partial class Ops
{
    public static Tensor RelateInto<TF>(string op, TF f, Tensor a, Operand b) where TF : struct, IRelation
    {
        Inplace.Check(a);
        var node = GradMode.Needs(a) ? new ZeroBackward("CompareBackward0", a) : null;
        using var truth = Relate(op, f, a, b);
        CopyInto(a, truth);
        return Inplace.Record(a, node);
    }

    public static Tensor Bitwise<TF>(string op, TF f, Tensor a, Operand b, Tensor? into = null) where TF : struct, INumberBinary
    {
        var dtype = TypeOf(a, b);
        if (Dtypes.IsFloating(dtype)) throw Dtypes.NotImplementedFor(op, dtype);
        if (into is not null) Inplace.Check(into);
        var result = EachPair(op, f, a, b, dtype, into, cost: 1);
        return into is null ? result : Inplace.Record(into, null);
    }

    public static Tensor Remainder(Tensor a, Operand b, bool inPlace = false) => Modulo("remainder", new Remainder(), a, b, inPlace, floor: true);

    public static Tensor Fmod(Tensor a, Operand b, bool inPlace = false) => Modulo("fmod", new Fmod(), a, b, inPlace, floor: false);

    private static Tensor Modulo<TF>(string op, TF f, Tensor a, Operand b, bool inPlace, bool floor) where TF : struct, INumberBinary
    {
        var dtype = TypeOf(a, b);
        if (inPlace) Inplace.Check(a);
        else (a, b) = (Cast(a, dtype).Tensor!, Cast(b, dtype));
        var node = GradMode.Needs(a, b.Tensor) ? new ModuloBackward(a, b, floor) : null;
        var result = EachPair(op, f, a, b, dtype, inPlace ? a : null);
        return inPlace ? Inplace.Record(a, node) : node is null ? result : node.Attach(result);
    }

    /// <summary>x where the condition holds, else y.</summary>
    public static Tensor Where(Tensor condition, Operand x, Operand y)
    {
        if (condition.dtype is not (ScalarType.Bool or ScalarType.Byte))
            throw new ArgumentException($"The condition to 'where' must be a boolean tensor, but it is of type {condition.dtype}; compare it first, as in x > 0.");
        var dtype = TypeOf(x, y);
        (x, y) = (Cast(x, dtype), Cast(y, dtype));
        var shape = Shapes.Broadcast(Operand.CommonShape("where", x, y), condition.Impl.Shape, "where");
        var node = GradMode.Needs(x.Tensor, y.Tensor) ? new WhereBackward(condition, x.Tensor, y.Tensor) : null;
        var result = Tensor.Allocate(shape, dtype);
        SelectKernel.Execute(shape, dtype, Address(result.Impl), result.Impl.Strides, condition, x.As(dtype), y.As(dtype));
        return node is null ? result : node.Attach(result);
    }
}
