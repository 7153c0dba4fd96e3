namespace TorchSharp.Core;

/// <summary>
/// The operations of the engine on tensors. A method computes with a kernel and, where gradients are wanted, attaches
/// the node that computes them.
/// </summary>
internal static partial class Ops
{
    public static Tensor Zeros(ReadOnlySpan<long> shape, ScalarType dtype)
    {
        var result = Tensor.Allocate(shape, dtype, operation: "zeros");
        FillZero(result);
        return result;
    }

    public static Tensor Full(ReadOnlySpan<long> shape, Scalar value, ScalarType dtype, string operation = "full")
    {
        var result = Tensor.Allocate(shape, dtype, operation: operation);
        Fill(result, Given(value));
        return result;
    }

    public static unsafe void FillZero(Tensor tensor)
    {
        var impl = tensor.Impl;
        if (impl.Storage.IsMeta) return;
        if (impl.IsContiguous)
        {
            var size = Dtypes.Size(impl.Dtype);
            var p = (byte*)impl.Memory + impl.Offset * size;
            Threading.WorkerTeam.For(impl.Count * size, 1 << 18, new ZeroBody(p));
        }
        else Fill(tensor, 0);
    }

    public static unsafe void Fill(Tensor tensor, Scalar value)
    {
        var impl = tensor.Impl;
        if (impl.Storage.IsMeta) return;
        var zeros = new long[impl.Shape.Length];
        long cell = 0;
        Write((nint)(&cell), value, impl.Dtype);
        Kernels.Convert.Fill(impl.Shape, Address(impl), impl.Strides, Dtypes.Size(impl.Dtype), (nint)(&cell), zeros);
    }

    /// <summary>Copies with conversion and broadcasting; no graph, no version.</summary>
    public static void CopyInto(Tensor target, Tensor source)
    {
        var to = target.Impl;
        var from = source.Impl;
        if (!Shapes.ExpandsTo(from.Shape, to.Shape))
            throw new ExternalException($"copy: The expanded size of the tensor must match the existing size: a source of shape {Shapes.Text(from.Shape)} cannot be copied to a target of shape {Shapes.Text(to.Shape)}");
        Kernels.Convert.Copy(to.Shape, Address(to), to.Strides, to.Dtype, Address(from), Shapes.Expand(from.Shape, from.Strides, to.Shape), from.Dtype);
    }

    /// <summary>A row-major copy outside the graph.</summary>
    public static Tensor CloneContiguous(Tensor source)
    {
        var result = Tensor.Allocate(source.Impl.Shape, source.dtype, operation: "contiguous or clone");
        CopyInto(result, source);
        return result;
    }

    /// <summary>A row-major copy of another element type outside the graph.</summary>
    public static Tensor Converted(Tensor source, ScalarType dtype)
    {
        var result = Tensor.Allocate(source.Impl.Shape, dtype);
        CopyInto(result, source);
        return result;
    }

    public static nint Address(TensorImpl impl) => impl.Memory + (nint)(impl.Offset * Dtypes.Size(impl.Dtype));

    /// <summary>Writes a number as one element.</summary>
    public static unsafe void Write(nint cell, Scalar value, ScalarType dtype)
    {
        switch (dtype)
        {
            case ScalarType.Float32: *(float*)cell = value.IsFloating ? (float)value.Real : value.Whole; break;
            case ScalarType.Float64: *(double*)cell = value.IsFloating ? value.Real : value.Whole; break;
            case ScalarType.Int64: *(long*)cell = value.Whole; break;
            case ScalarType.Int32: *(int*)cell = (int)value.Whole; break;
            case ScalarType.Int16: *(short*)cell = (short)value.Whole; break;
            case ScalarType.Int8: *(sbyte*)cell = (sbyte)value.Whole; break;
            case ScalarType.Byte: *(byte*)cell = (byte)value.Whole; break;
            case ScalarType.Bool: *(byte*)cell = value.Real != 0 ? (byte)1 : (byte)0; break;
            case ScalarType.Float16: *(Half*)cell = (Half)value.Real; break;
            case ScalarType.BFloat16: *(BFloat16*)cell = new BFloat16((float)value.Real); break;
            default: throw Dtypes.Unsupported(dtype);
        }
    }

    /// <summary>Reads one element as a number.</summary>
    public static unsafe Scalar Read(nint cell, ScalarType dtype) => dtype switch
    {
        ScalarType.Float32 => *(float*)cell,
        ScalarType.Float64 => *(double*)cell,
        ScalarType.Int64 => *(long*)cell,
        ScalarType.Int32 => *(int*)cell,
        ScalarType.Int16 => *(short*)cell,
        ScalarType.Int8 => *(sbyte*)cell,
        ScalarType.Byte => *(byte*)cell,
        ScalarType.Bool => *(byte*)cell != 0,
        ScalarType.Float16 => *(Half*)cell,
        ScalarType.BFloat16 => *(BFloat16*)cell,
        _ => throw Dtypes.Unsupported(dtype),
    };

    private readonly unsafe struct ZeroBody(byte* p) : Threading.IRangeBody
    {
        public void Run(long from, long to) => NativeMemory.Clear(p + from, (nuint)(to - from));
    }
}
