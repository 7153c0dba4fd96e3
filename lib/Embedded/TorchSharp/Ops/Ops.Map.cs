using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Runs elementwise functions on tensors: shape, element type, output, and the way to the kernel.</summary>
internal static partial class Ops
{
    /// <summary>The type to compute in: half precision is computed in float32.</summary>
    private static ScalarType ComputeType(ScalarType dtype) => Dtypes.IsHalf(dtype) ? ScalarType.Float32 : dtype;

    /// <summary>The tensor to write to: the given one, or a new one of the common shape.</summary>
    private static Tensor Target(string op, Tensor? into, long[] shape, ScalarType dtype)
    {
        if (into is null) return Tensor.Allocate(shape, dtype, operation: op);
        if (!into.Impl.Shape.AsSpan().SequenceEqual(shape))
            throw new ExternalException($"{op}: output with shape {Shapes.Text(into.Impl.Shape)} doesn't match the broadcast shape {Shapes.Text(shape)}");
        return into.dtype == dtype ? into : Tensor.Allocate(shape, dtype, operation: op);
    }

    /// <summary>The result in its own type: half precision is rounded, an output argument of another type is filled.</summary>
    private static Tensor Finish(string op, Tensor result, Tensor? into, ScalarType dtype)
    {
        if (into is null)
        {
            if (result.dtype == dtype) return result;
            var rounded = Converted(result, dtype);
            result.Dispose();
            return rounded;
        }
        if (!ReferenceEquals(into, result))
        {
            if (Dtypes.Category(dtype) > Dtypes.Category(into.dtype))
                throw new ExternalException($"{op}: result type {Dtypes.CppName(dtype)} can't be cast to the desired output type {Dtypes.CppName(into.dtype)}");
            CopyInto(into, result);
            result.Dispose();
        }
        return into;
    }

    /// <summary>y = f(x) for a vector function.</summary>
    public static Tensor Map<TF>(string op, TF f, Tensor x, ScalarType dtype, Tensor? into = null, int cost = 1) where TF : struct, IVectorUnary
    {
        var type = ComputeType(dtype);
        var result = Target(op, into, x.Impl.Shape, type);
        Operand a = x;
        var call = new UnaryCall<TF>(f, a.As(type).Tensor!, result, cost);
        Dtypes.Dispatch(type, ref call);
        return Finish(op, result, into, dtype);
    }

    /// <summary>y = f(a, b) for a vector function, broadcast.</summary>
    public static Tensor Map<TF>(string op, TF f, Operand a, Operand b, ScalarType dtype, Tensor? into = null, int cost = 1) where TF : struct, IVectorBinary
    {
        var type = ComputeType(dtype);
        var result = Target(op, into, Operand.CommonShape(op, a, b), type);
        var call = new BinaryCall<TF>(f, a.As(type), b.As(type), result, cost);
        Dtypes.Dispatch(type, ref call);
        return Finish(op, result, into, dtype);
    }

    /// <summary>y = f(a, b, c) for a vector function, broadcast.</summary>
    public static Tensor Map<TF>(string op, TF f, Operand a, Operand b, Operand c, ScalarType dtype, Tensor? into = null, int cost = 1) where TF : struct, IVectorTernary
    {
        var type = ComputeType(dtype);
        var result = Target(op, into, Operand.CommonShape(op, a, b, c), type);
        var call = new TernaryCall<TF>(f, a.As(type), b.As(type), c.As(type), result, cost);
        Dtypes.Dispatch(type, ref call);
        return Finish(op, result, into, dtype);
    }

    /// <summary>y = f(x) number by number.</summary>
    public static Tensor Each<TF>(string op, TF f, Tensor x, ScalarType dtype, Tensor? into = null, int cost = 4) where TF : struct, INumberUnary
    {
        var type = ComputeType(dtype);
        var result = Target(op, into, x.Impl.Shape, type);
        Operand a = x;
        var call = new NumberCall<TF>(f, a.As(type).Tensor!, result, cost);
        Dtypes.Dispatch(type, ref call);
        return Finish(op, result, into, dtype);
    }

    /// <summary>y = f(a, b) number by number, broadcast.</summary>
    public static Tensor EachPair<TF>(string op, TF f, Operand a, Operand b, ScalarType dtype, Tensor? into = null, int cost = 4) where TF : struct, INumberBinary
    {
        var type = ComputeType(dtype);
        var result = Target(op, into, Operand.CommonShape(op, a, b), type);
        var call = new NumberPairCall<TF>(f, a.As(type), b.As(type), result, cost);
        Dtypes.Dispatch(type, ref call);
        return Finish(op, result, into, dtype);
    }

    /// <summary>y = f(x) number by number, floating only.</summary>
    public static Tensor EachFloat<TF>(string op, TF f, Tensor x, ScalarType dtype, Tensor? into = null, int cost = 16) where TF : struct, IFloatUnary
    {
        var type = ComputeType(dtype);
        var result = Target(op, into, x.Impl.Shape, type);
        Operand a = x;
        var call = new FloatCall<TF>(f, a.As(type).Tensor!, result, cost);
        Dtypes.DispatchFloating(op, type, ref call);
        return Finish(op, result, into, dtype);
    }

    /// <summary>y = f(a, b) number by number, floating only, broadcast.</summary>
    public static Tensor EachFloatPair<TF>(string op, TF f, Operand a, Operand b, ScalarType dtype, Tensor? into = null, int cost = 16) where TF : struct, IFloatBinary
    {
        var type = ComputeType(dtype);
        var result = Target(op, into, Operand.CommonShape(op, a, b), type);
        var call = new FloatPairCall<TF>(f, a.As(type), b.As(type), result, cost);
        Dtypes.DispatchFloating(op, type, ref call);
        return Finish(op, result, into, dtype);
    }

    /// <summary>Whether the statement holds, element by element.</summary>
    public static Tensor Test<TF>(string op, TF f, Tensor x, Tensor? into = null) where TF : struct, INumberTest
    {
        var type = ComputeType(x.dtype);
        var result = Target(op, into, x.Impl.Shape, ScalarType.Bool);
        Operand a = x;
        var call = new TestCall<TF>(f, a.As(type).Tensor!, result);
        Dtypes.Dispatch(type, ref call);
        return Finish(op, result, into, ScalarType.Bool);
    }

    /// <summary>Whether the relation holds, element by element, broadcast.</summary>
    public static Tensor Relate<TF>(string op, TF f, Operand a, Operand b, Tensor? into = null) where TF : struct, IRelation
    {
        var dtype = a.Tensor is null ? Dtypes.WithScalar(b.Tensor!.dtype, a.Number!.Type)
            : b.Tensor is null ? Dtypes.WithScalar(a.Tensor.dtype, b.Number!.Type)
            : Dtypes.Result(a.Tensor, b.Tensor);
        var type = ComputeType(dtype);
        var result = Target(op, into, Operand.CommonShape(op, a, b), ScalarType.Bool);
        var call = new RelationCall<TF>(f, a.As(type), b.As(type), result);
        Dtypes.Dispatch(type, ref call);
        return Finish(op, result, into, ScalarType.Bool);
    }

    private readonly unsafe struct UnaryCall<TF>(TF f, Tensor x, Tensor y, int cost) : INumericVisitor where TF : struct, IVectorUnary
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
            Elementwise.Unary(new VectorUnary<T, TF>(f), x.Impl.Shape, y.Pointer<T>(), y.Impl.Strides, x.Pointer<T>(), x.Impl.Strides, cost);
    }

    private readonly unsafe struct BinaryCall<TF>(TF f, Operand a, Operand b, Tensor y, int cost) : INumericVisitor where TF : struct, IVectorBinary
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            T ca = default, cb = default;
            var shape = y.Impl.Shape;
            Elementwise.Binary(new VectorBinary<T, TF>(f), shape, y.Pointer<T>(), y.Impl.Strides, a.Address(&ca), a.StridesIn(shape), b.Address(&cb), b.StridesIn(shape), cost);
        }
    }

    private readonly unsafe struct TernaryCall<TF>(TF f, Operand a, Operand b, Operand c, Tensor y, int cost) : INumericVisitor where TF : struct, IVectorTernary
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            T ca = default, cb = default, cc = default;
            var shape = y.Impl.Shape;
            Elementwise.Ternary(new VectorTernary<T, TF>(f), shape, y.Pointer<T>(), y.Impl.Strides, a.Address(&ca), a.StridesIn(shape), b.Address(&cb), b.StridesIn(shape), c.Address(&cc), c.StridesIn(shape), cost);
        }
    }

    private readonly unsafe struct NumberCall<TF>(TF f, Tensor x, Tensor y, int cost) : INumericVisitor where TF : struct, INumberUnary
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
            Elementwise.Unary(new EachNumber<T, TF>(f), x.Impl.Shape, y.Pointer<T>(), y.Impl.Strides, x.Pointer<T>(), x.Impl.Strides, cost);
    }

    private readonly unsafe struct NumberPairCall<TF>(TF f, Operand a, Operand b, Tensor y, int cost) : INumericVisitor where TF : struct, INumberBinary
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            T ca = default, cb = default;
            var shape = y.Impl.Shape;
            Elementwise.Binary(new EachNumberPair<T, TF>(f), shape, y.Pointer<T>(), y.Impl.Strides, a.Address(&ca), a.StridesIn(shape), b.Address(&cb), b.StridesIn(shape), cost);
        }
    }

    private readonly unsafe struct FloatCall<TF>(TF f, Tensor x, Tensor y, int cost) : IFloatVisitor where TF : struct, IFloatUnary
    {
        public void Visit<T>() where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T> =>
            Elementwise.Unary(new EachFloat<T, TF>(f), x.Impl.Shape, y.Pointer<T>(), y.Impl.Strides, x.Pointer<T>(), x.Impl.Strides, cost);
    }

    private readonly unsafe struct FloatPairCall<TF>(TF f, Operand a, Operand b, Tensor y, int cost) : IFloatVisitor where TF : struct, IFloatBinary
    {
        public void Visit<T>() where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
        {
            T ca = default, cb = default;
            var shape = y.Impl.Shape;
            Elementwise.Binary(new EachFloatPair<T, TF>(f), shape, y.Pointer<T>(), y.Impl.Strides, a.Address(&ca), a.StridesIn(shape), b.Address(&cb), b.StridesIn(shape), cost);
        }
    }

    private readonly unsafe struct TestCall<TF>(TF f, Tensor x, Tensor y) : INumericVisitor where TF : struct, INumberTest
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
            Elementwise.Unary(new Tests<T, TF>(f), x.Impl.Shape, y.Pointer<byte>(), y.Impl.Strides, x.Pointer<T>(), x.Impl.Strides);
    }

    private readonly unsafe struct RelationCall<TF>(TF f, Operand a, Operand b, Tensor y) : INumericVisitor where TF : struct, IRelation
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            T ca = default, cb = default;
            var shape = y.Impl.Shape;
            Elementwise.Binary(new Relates<T, TF>(f), shape, y.Pointer<byte>(), y.Impl.Strides, a.Address(&ca), a.StridesIn(shape), b.Address(&cb), b.StridesIn(shape));
        }
    }
}
