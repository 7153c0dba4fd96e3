namespace TorchSharp.Core;

/// <summary>A tensor or a number as an argument of an elementwise operation.</summary>
internal readonly struct Operand
{
    private Operand(Tensor? tensor, Scalar? number)
    {
        Tensor = tensor;
        Number = number;
    }

    public Tensor? Tensor { get; }

    public Scalar? Number { get; }

    public static implicit operator Operand(Tensor tensor) => new(Given(tensor), null);

    public static implicit operator Operand(Scalar number) => new(null, Given(number));

    public static implicit operator Operand(double number) => new(null, number);

    /// <summary>The operand with elements of the given type; a number stays.</summary>
    public Operand As(ScalarType dtype) => Tensor is null || Tensor.dtype == dtype ? this : Ops.Converted(Tensor, dtype);

    /// <summary>Its strides in the common shape.</summary>
    public long[] StridesIn(long[] shape) => Tensor is null ? new long[shape.Length] : Shapes.Expand(Tensor.Impl.Shape, Tensor.Impl.Strides, shape);

    /// <summary>The address of its elements, or of the cell that holds the number.</summary>
    public unsafe T* Address<T>(T* cell) where T : unmanaged, System.Numerics.INumberBase<T>
    {
        if (Tensor is not null) return Tensor.Pointer<T>();
        *cell = Number!.To<T>();
        return cell;
    }

    public static long[] CommonShape(string operation, Operand a, Operand b) =>
        a.Tensor is null ? b.Tensor!.Impl.Shape : b.Tensor is null ? a.Tensor.Impl.Shape : Shapes.Broadcast(a.Tensor.Impl.Shape, b.Tensor.Impl.Shape, operation);

    public static long[] CommonShape(string operation, Operand a, Operand b, Operand c)
    {
        if (c.Tensor is null) return CommonShape(operation, a, b);
        if (a.Tensor is null && b.Tensor is null) return c.Tensor.Impl.Shape;
        return Shapes.Broadcast(CommonShape(operation, a, b), c.Tensor.Impl.Shape, operation);
    }
}
