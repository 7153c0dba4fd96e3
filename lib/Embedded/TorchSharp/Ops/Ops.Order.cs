using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Order statistics along a dimension.</summary>
internal static partial class Ops
{
    /// <summary>The result in the tensor that an out: argument gave, which takes the result's shape and keeps its element type.</summary>
    public static Tensor Out(Tensor result, Tensor? target)
    {
        if (target is null) return result;
        using (result)
        {
            if (GradMode.Needs(result, target)) throw new ExternalException("functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.");
            if (Dtypes.Category(result.dtype) > Dtypes.Category(target.dtype))
                throw new ExternalException($"result type {Dtypes.CppName(result.dtype)} can't be cast to the desired output type {Dtypes.CppName(target.dtype)}");
            if (!target.Impl.Shape.AsSpan().SequenceEqual(result.Impl.Shape))
            {
                using var fresh = Tensor.Allocate(result.Impl.Shape, target.dtype);
                target.Impl.SetStorage(fresh.Impl.Storage);
                target.Impl.SetGeometry(fresh.Impl.Shape, fresh.Impl.Strides, 0);
            }
            CopyInto(target, result);
            Inplace.Changed(target);
        }
        return target;
    }

    public static Tensor ArgExtreme(Tensor x, long? dim, bool keepdim, bool largest)
    {
        var op = largest ? "argmax" : "argmin";
        using var mode = new GradModeGuard(false);
        using var flat = dim is null ? x.reshape(-1) : x.alias();
        if (x.Impl.Count == 0 && dim is null) throw new ExternalException($"{op}(): Expected reduction dim to be specified for input.numel() == 0 (shape {Shapes.Text(x.Impl.Shape)}). Specify the reduction dim with the 'dim' argument.");
        RequireElements(op, flat, dim ?? 0);
        var (values, places) = largest
            ? AlongRows(op, new RowMaximum(), flat, dim ?? 0, 1, !keepdim, true)
            : AlongRows(op, new RowMinimum(), flat, dim ?? 0, 1, !keepdim, true);
        values.Dispose();
        return places!;
    }

    public static (Tensor Values, Tensor Indices) Sort(Tensor x, long dim, bool descending)
    {
        var n = x.ndim == 0 ? 1 : x.Impl.Shape[Shapes.Dim(dim, x.Impl.Shape, "sort")];
        return Select("sort", x, dim, true, AlongRows("sort", new RowSort(descending), x, dim, n, false, true));
    }

    public static (Tensor Values, Tensor Indices) TopK(Tensor x, int k, long dim, bool largest)
    {
        var n = x.ndim == 0 ? 1 : x.Impl.Shape[Shapes.Dim(dim, x.Impl.Shape, "topk")];
        if (k < 0 || k > n) throw new ExternalException($"topk: selected index k out of range: got k = {k} for a dimension of size {n} in shape {Shapes.Text(x.Impl.Shape)}");
        return Select("topk", x, dim, true, AlongRows("topk", new RowTop(k, largest), x, dim, k, false, true));
    }

    public static (Tensor Values, Tensor Indices) Kth(Tensor x, long k, long dim, bool keepdim)
    {
        var n = x.ndim == 0 ? 1 : x.Impl.Shape[Shapes.Dim(dim, x.Impl.Shape, "kthvalue")];
        if (k < 1 || k > n) throw new ExternalException($"kthvalue(): selected number k out of range for dimension {dim}: {k} of {n} in shape {Shapes.Text(x.Impl.Shape)}");
        return Select("kthvalue", x, dim, keepdim, AlongRows("kthvalue", new RowKth(k, median: false), x, dim, 1, !keepdim, true));
    }

    public static (Tensor Values, Tensor Indices) Mode(Tensor x, long dim, bool keepdim)
    {
        RequireElements("mode", x, dim);
        return Select("mode", x, dim, keepdim, AlongRows("mode", new RowMode(), x, dim, 1, !keepdim, true));
    }

    public static Tensor Median(Tensor x)
    {
        if (x.Impl.Count == 0)
        {
            var nothing = Full([], Dtypes.IsFloating(x.dtype) ? double.NaN : long.MinValue, x.dtype);
            return GradMode.Needs(x) ? new ZeroBackward("MedianBackward0", x).Attach(nothing) : nothing;
        }
        Tensor result;
        using (new GradModeGuard(false))
        using (var flat = x.reshape(-1))
            result = AlongRows("median", new RowKth((flat.numel() + 1) / 2, median: true), flat, 0, 1, true, false).Values;
        return GradMode.Needs(x) ? new ExtremeBackward("MedianBackward0", x, result, Shapes.Mask([], x.Impl.Shape)).Attach(result) : result;
    }

    public static (Tensor Values, Tensor Indices) Running(Tensor x, long dim, bool largest)
    {
        var n = x.ndim == 0 ? 1 : x.Impl.Shape[Shapes.Dim(dim, x.Impl.Shape, largest ? "cummax" : "cummin")];
        return Select(largest ? "cummax" : "cummin", x, dim, true, largest
            ? AlongRows("cummax", new RowRunningMaximum(), x, dim, n, false, true)
            : AlongRows("cummin", new RowRunningMinimum(), x, dim, n, false, true));
    }

    /// <summary>Quantiles by linear interpolation between neighbours in order; NaN where there is one.</summary>
    public static Tensor Quantile(Tensor x, Tensor q, long dim, bool keepdim) => Quantiles("quantile", x, q, dim, keepdim, (sorted, d, p) =>
    {
        var n = sorted.size(d);
        var at = x.dtype == ScalarType.Float32 ? (float)p * (n - 1) : p * (n - 1);
        var below = Math.Floor(at);
        var value = LerpTo(sorted.narrow(d, (long)below, 1), sorted.narrow(d, (long)Math.Ceiling(at), 1), Full([], at - below, x.dtype));
        // A row with NaN has NaN in last place.
        return Where(sorted.narrow(d, n - 1, 1).isnan(), double.NaN, value);
    });

    /// <summary>Quantiles of the numbers that are not NaN; NaN where there are none.</summary>
    public static Tensor NanQuantile(Tensor x, Tensor q, long dim, bool keepdim) => Quantiles("nanquantile", x, q, dim, keepdim, (sorted, d, p) =>
    {
        // NaN comes last in order, so that the numbers of a row are its first.
        using var last = (sorted.detach().isnan().logical_not().sum(d, keepdim: true) - 1).clamp_min(0).to_type(x.dtype);
        using var at = last * p;
        using var below = at.floor();
        return LerpTo(sorted.gather(d, below.to_type(ScalarType.Int64)), sorted.gather(d, at.ceil().to_type(ScalarType.Int64)), at - below);
    });

    private static Tensor Quantiles(string op, Tensor x, Tensor q, long dim, bool keepdim, Func<Tensor, int, double, Tensor> quantile)
    {
        if (!Dtypes.IsFloating(x.dtype)) throw new ExternalException($"{op}() input tensor must be either float or double dtype");
        if (x.Impl.Count == 0) throw new ExternalException($"{op}() input tensor must be non-empty");
        if (x.ndim == 0) return Quantiles(op, x.reshape(1), q, 0, false, quantile);
        var d = Shapes.Dim(dim, x.Impl.Shape, op);
        var sorted = Sort(x, d, false).Values;
        var parts = new List<Tensor>();
        foreach (var p in q.to_type(ScalarType.Float64).reshape(-1).data<double>().ToArray())
        {
            if (!(p is >= 0 and <= 1)) throw new ExternalException($"{op}() q values must be in the range [0, 1], but got {p}");
            var value = quantile(sorted, d, p);
            parts.Add(keepdim ? value : value.squeeze(d));
        }
        return q.ndim == 0 ? parts[0] : Stack(parts.ToArray(), 0);
    }
}
