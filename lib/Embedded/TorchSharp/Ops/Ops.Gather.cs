using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>gather and scatter.</summary>
internal static partial class Ops
{
    public static Tensor GatherAlong(Tensor x, long dim, Tensor index)
    {
        var d = CheckIndex("gather", x, dim, index);
        if (index.Impl.Shape.Length > 0 && index.Impl.Count > 0)
        {
            for (var i = 0; i < x.ndim; i++)
            {
                if (i != d && index.Impl.Shape[i] > x.Impl.Shape[i])
                    throw new ExternalException($"gather: Size does not match at dimension {i} expected index {Shapes.Text(index.Impl.Shape)} to be no larger than self {Shapes.Text(x.Impl.Shape)} apart from dimension {d}");
            }
        }
        var node = GradMode.Needs(x) ? new GatherBackward(x, d, index) : null;
        var result = Tensor.Allocate(index.Impl.Shape, x.dtype, operation: "gather");
        var source = x.Impl;
        var strides = source.Shape.Length == 0 ? [] : WithoutDim(source.Strides, d);
        var (stride, size) = source.Shape.Length == 0 ? (1L, 1L) : (source.Strides[d], source.Shape[d]);
        var i64 = AsInt64(index);
        unsafe
        {
            var pi = i64.Pointer<long>();
            var (shape, sy, si) = (index.Impl.Shape, result.Impl.Strides, i64.Impl.Strides);
            switch (Dtypes.Size(x.dtype))
            {
                case 1: GatherScatter.Gather(shape, result.Pointer<byte>(), sy, pi, si, x.Pointer<byte>(), strides, stride, size, d); break;
                case 2: GatherScatter.Gather(shape, result.Pointer<short>(), sy, pi, si, x.Pointer<short>(), strides, stride, size, d); break;
                case 4: GatherScatter.Gather(shape, result.Pointer<int>(), sy, pi, si, x.Pointer<int>(), strides, stride, size, d); break;
                default: GatherScatter.Gather(shape, result.Pointer<long>(), sy, pi, si, x.Pointer<long>(), strides, stride, size, d); break;
            }
        }
        return node is null ? result : node.Attach(result);
    }

    /// <summary>Writes, or adds, src at the index along the dimension.</summary>
    public static Tensor ScatterInto(Tensor x, long dim, Tensor index, Tensor src, bool add)
    {
        var op = add ? "scatter_add" : "scatter";
        var d = CheckIndex(op, x, dim, index);
        if (src.dtype != x.dtype) throw new ExternalException($"{op}(): Expected self.dtype to be equal to src.dtype, got {Dtypes.CppName(x.dtype)} and {Dtypes.CppName(src.dtype)}");
        if (Math.Max(src.ndim, 1) != Math.Max(x.ndim, 1))
            throw new ExternalException($"{op}: Index tensor must have the same number of dimensions as src tensor: got a source of shape {Shapes.Text(src.Impl.Shape)} for a tensor of shape {Shapes.Text(x.Impl.Shape)}");
        for (var i = 0; i < Math.Min(x.ndim, Math.Min(index.ndim, src.ndim)) && index.Impl.Count > 0; i++)
        {
            if (index.Impl.Shape[i] > src.Impl.Shape[i] || (i != d && index.Impl.Shape[i] > x.Impl.Shape[i]))
                throw new ExternalException($"{op}: Expected index {Shapes.Text(index.Impl.Shape)} to be no larger than self {Shapes.Text(x.Impl.Shape)} apart from dimension {d} and to be no larger than src {Shapes.Text(src.Impl.Shape)}");
        }
        Inplace.Check(x);
        var node = GradMode.Needs(x, src) ? new ScatterBackward(x, d, index, src, add) : null;
        var i64 = AsInt64(index);
        var type = SumType(x.dtype);
        using var target = type == x.dtype ? x.detach() : Converted(x, type);
        using var values = type == x.dtype ? src.detach() : Converted(src, type);
        var call = new ScatterCall(target, d, i64, values, add);
        Dtypes.Dispatch(type, ref call);
        if (type != x.dtype) CopyInto(x, target);
        return Inplace.Record(x, node);
    }

    // The type in which elements of a type are summed: half precision in float32; truth values are counted, and any count but 0 is true.
    private static ScalarType SumType(ScalarType dtype) => Dtypes.IsHalf(dtype) ? ScalarType.Float32 : dtype == ScalarType.Bool ? ScalarType.Int64 : dtype;

    /// <summary>The index as int64 elements.</summary>
    public static Tensor AsInt64(Tensor index) => index.dtype == ScalarType.Int64 ? index : Converted(index, ScalarType.Int64);

    private static int CheckIndex(string op, Tensor x, long dim, Tensor index)
    {
        if (index.dtype is not (ScalarType.Int64 or ScalarType.Int32)) throw new ExternalException($"{op}(): Expected dtype int64 for index, but got {Dtypes.CppName(index.dtype)}");
        var d = Shapes.Dim(dim, x.Impl.Shape, op);
        if (Math.Max(index.ndim, 1) != Math.Max(x.ndim, 1))
            throw new ExternalException($"{op}: Index tensor must have the same number of dimensions as self tensor: got an index of shape {Shapes.Text(index.Impl.Shape)} for a tensor of shape {Shapes.Text(x.Impl.Shape)}");
        return d;
    }

    private static long[] WithoutDim(long[] strides, int dim)
    {
        var result = (long[])strides.Clone();
        result[dim] = 0;
        return result;
    }

    private readonly unsafe struct ScatterCall(Tensor x, int dim, Tensor index, Tensor src, bool add) : INumericVisitor
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var to = x.Impl;
            var flat = to.Shape.Length == 0;
            var (sy, stride, size) = flat ? (new long[index.ndim], 1L, 1L) : (WithoutDim(to.Strides, dim), to.Strides[dim], to.Shape[dim]);
            var (shape, si, sx) = (index.Impl.Shape, index.Impl.Strides, src.Impl.Strides);
            if (add) GatherScatter.ScatterAdd(shape, x.Pointer<T>(), sy, index.Pointer<long>(), si, src.Pointer<T>(), sx, stride, size, dim);
            else GatherScatter.Scatter(shape, x.Pointer<T>(), sy, index.Pointer<long>(), si, src.Pointer<T>(), sx, stride, size, dim);
        }
    }
}
