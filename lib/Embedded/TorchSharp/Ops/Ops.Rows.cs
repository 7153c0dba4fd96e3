using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Operations along one dimension that are done row by row: extremes, order, running sums.</summary>
internal static partial class Ops
{
    /// <summary>
    /// Applies a row function along a dimension. The dimension has length <paramref name="k"/> afterwards, or goes
    /// (<paramref name="drop"/>).
    /// </summary>
    public static (Tensor Values, Tensor? Places) AlongRows<TF>(string op, TF f, Tensor x, long dim, long k, bool drop, bool places, ScalarType? type = null) where TF : struct, IRowFunction
    {
        var rank = (int)x.ndim;
        var d = Shapes.Dim(dim, x.Impl.Shape, op);
        using var mode = new GradModeGuard(false);
        var dtype = type ?? x.dtype;
        if (f is IColumnFunction && d < rank - 1 && k == 1 && x.Impl.IsContiguous && dtype == x.dtype && !Dtypes.IsHalf(dtype) && x.Impl.Count > 0)
            return AlongColumns(f, x, d, drop, places);
        var compute = ComputeType(dtype);
        using var flat = rank == 0 ? x.reshape(1) : x.transpose(d, rank - 1);
        using var rows = flat.dtype == compute && flat.is_contiguous() ? flat.alias() : Converted(flat, compute);
        var n = rows.Impl.Shape[^1];
        var count = n == 0 ? 0 : rows.Impl.Count / n;
        long[] shape = [.. rows.Impl.Shape[..^1], k];
        var values = Tensor.Allocate(shape, compute, operation: op);
        var index = places ? Tensor.Allocate(shape, ScalarType.Int64) : null;
        var call = new RowCall<TF>(f, rows, count, n, values, index, k);
        Dtypes.Dispatch(compute, ref call);
        return (Back(Finish(op, values, null, dtype)), index is null ? null : Back(index));

        Tensor Back(Tensor y)
        {
            if (rank == 0) return Reshaped(y, []);
            if (drop && d == rank - 1) return Reshaped(y, shape[..^1]);
            if (d == rank - 1) return y;
            using (y)
            using (var moved = y.transpose(d, rank - 1))
            {
                var result = CloneContiguous(moved);
                return drop ? Reshaped(result, [.. result.Impl.Shape[..d], .. result.Impl.Shape[(d + 1)..]]) : result;
            }
        }
    }

    // The dimension is not the last one: neighbours in memory belong to different results, which are found side by side.
    private static (Tensor Values, Tensor? Places) AlongColumns<TF>(TF f, Tensor x, int dim, bool drop, bool places) where TF : struct, IRowFunction
    {
        var shape = x.Impl.Shape;
        long[] after = drop ? [.. shape[..dim], .. shape[(dim + 1)..]] : [.. shape[..dim], 1, .. shape[(dim + 1)..]];
        var values = Tensor.Allocate(after, x.dtype);
        var index = Tensor.Allocate(after, ScalarType.Int64);
        var call = new ColumnCall(x, Shapes.Count(shape.AsSpan()[..dim]), shape[dim], Shapes.Count(shape.AsSpan()[(dim + 1)..]), values, index, f is RowMaximum);
        Dtypes.Dispatch(x.dtype, ref call);
        if (places) return (values, index);
        index.Dispose();
        return (values, null);
    }

    /// <summary>The extreme of each row with its place; the gradient goes to that place.</summary>
    public static (Tensor Values, Tensor Indices) Extreme(string op, Tensor x, long dim, bool keepdim, bool largest)
    {
        RequireElements(op, x, dim);
        return Select(op, x, dim, keepdim, largest
            ? AlongRows(op, new RowMaximum(), x, dim, 1, !keepdim, true)
            : AlongRows(op, new RowMinimum(), x, dim, 1, !keepdim, true));
    }

    /// <summary>Attaches the gradient of values that were picked along a dimension.</summary>
    public static (Tensor Values, Tensor Indices) Select(string op, Tensor x, long dim, bool keepdim, (Tensor Values, Tensor? Places) result)
    {
        if (GradMode.Needs(x)) new PickedBackward(op, x, Shapes.Dim(dim, x.Impl.Shape, op), result.Places!, keepdim).Attach(result.Values);
        return (result.Values, result.Places!);
    }

    public static void RequireElements(string op, Tensor x, long dim)
    {
        var d = Shapes.Dim(dim, x.Impl.Shape, op);
        if (x.ndim > 0 && x.Impl.Shape[d] == 0) throw new ExternalException($"{op}(): Expected reduction dim {dim} to have non-zero size, but got shape {Shapes.Text(x.Impl.Shape)}.");
    }

    /// <summary>The running sum along a dimension.</summary>
    public static Tensor CumSum(Tensor x, long dim, ScalarType? type)
    {
        var dtype = type ?? (Dtypes.IsFloating(x.dtype) ? x.dtype : ScalarType.Int64);
        var input = Cast(x, dtype).Tensor!;
        var d = Shapes.Dim(dim, x.Impl.Shape, "cumsum");
        var node = GradMode.Needs(input) ? new ViewBackward("CumsumBackward0", input, grad => grad.flip(d).cumsum(d).flip(d)) : null;
        var result = AlongRows("cumsum", new RowRunningSum(), input, dim, x.ndim == 0 ? 1 : x.Impl.Shape[d], false, false, dtype).Values;
        return node is null ? result : node.Attach(result);
    }

    /// <summary>The running product along a dimension.</summary>
    public static Tensor CumProd(Tensor x, long dim, ScalarType? type)
    {
        var dtype = type ?? (Dtypes.IsFloating(x.dtype) ? x.dtype : ScalarType.Int64);
        var input = Cast(x, dtype).Tensor!;
        var d = Shapes.Dim(dim, x.Impl.Shape, "cumprod");
        var node = GradMode.Needs(input) ? new CumProdBackward(input, d) : null;
        var result = AlongRows("cumprod", new RowRunningProduct(), input, dim, x.ndim == 0 ? 1 : x.Impl.Shape[d], false, false, dtype).Values;
        return node is null ? result : node.Attach(result);
    }

    /// <summary>log(the running sum of exp(x)) along a dimension, without overflow.</summary>
    public static Tensor LogCumSumExp(Tensor x, long dim)
    {
        if (!Dtypes.IsFloating(x.dtype)) throw new ExternalException($"\"logcumsumexp_out_cpu\" not implemented for '{Dtypes.CppName(x.dtype)}'");
        var d = Shapes.Dim(dim, x.Impl.Shape, "logcumsumexp");
        var result = AlongRows("logcumsumexp", new RowRunningLogSumExp(), x, d, x.ndim == 0 ? 1 : x.Impl.Shape[d], false, false).Values;
        return GradMode.Needs(x) ? new LogCumSumExpBackward(x, result, d).Attach(result) : result;
    }

    /// <summary>The product of all elements, or along a dimension.</summary>
    public static Tensor Prod(Tensor x, long? dim, bool keepdim, ScalarType? type)
    {
        var dtype = type ?? (Dtypes.IsFloating(x.dtype) ? x.dtype : ScalarType.Int64);
        var input = Cast(x, dtype).Tensor!;
        if (dim is not { } d)
        {
            var flat = input.reshape(-1);
            return Prod(flat, 0, false, dtype);
        }
        var node = GradMode.Needs(input) ? new ProdBackward(input, Shapes.Dim(d, x.Impl.Shape, "prod"), keepdim) : null;
        var result = AlongRows("prod", new RowProduct(), input, d, 1, !keepdim, false, dtype).Values;
        return node is null ? result : node.Attach(result);
    }

    private readonly unsafe struct ColumnCall(Tensor x, long outer, long n, long inner, Tensor values, Tensor places, bool largest) : INumericVisitor
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
            ColumnExtremes.Run(x.Pointer<T>(), outer, n, inner, values.Pointer<T>(), places.Pointer<long>(), largest);
    }

    private readonly unsafe struct RowCall<TF>(TF f, Tensor x, long rows, long n, Tensor values, Tensor? places, long k) : INumericVisitor where TF : struct, IRowFunction
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            if (n == 0)
            {
                // A product of nothing is one; the other functions refused already or give nothing.
                Fill(values, 1);
                return;
            }
            RowFunctions.Run(f, x.Pointer<T>(), rows, n, values.Pointer<T>(), places is null ? null : places.Pointer<long>(), k);
        }
    }
}
