using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Extremes, variance, norms and truth over several dimensions.</summary>
internal static partial class Ops
{
    /// <summary>The largest or smallest element over the dimensions (none given: all).</summary>
    public static Tensor ExtremeOver(string op, Tensor x, ReadOnlySpan<long> dims, bool keepdim, bool largest)
    {
        var mask = Shapes.Mask(dims, x.Impl.Shape, op);
        if (op == "logsumexp" && x.Impl.Count == 0) return Full(ReducedShape(x.Impl.Shape, mask, keepdim), double.NegativeInfinity, x.dtype);
        if (x.Impl.Count == 0 && ReducedShape(x.Impl.Shape, mask, false).All(n => n > 0))
            throw new ExternalException($"{op}(): Expected reduction dim to be specified for input.numel() == 0 (shape {Shapes.Text(x.Impl.Shape)}). Specify the reduction dim with the 'dim' argument.");
        Tensor result;
        using (new GradModeGuard(false))
        using (var rows = Folded(op, ReducedLast(x, mask), largest))
        {
            result = largest ? AlongRows(op, new RowMaximum(), rows, -1, 1, true, false).Values : AlongRows(op, new RowMinimum(), rows, -1, 1, true, false).Values;
        }
        if (keepdim) result = Reshaped(result, ReducedShape(x.Impl.Shape, mask, keepdim: true));
        return GradMode.Needs(x) ? new ExtremeBackward("AmaxBackward0", x, result, mask).Attach(result) : result;
    }

    /// <summary>The variance over dimensions; unbiased divides by n - 1.</summary>
    public static Tensor Var(Tensor x, ReadOnlySpan<long> dims, bool unbiased, bool keepdim, ScalarType? type, string op = "var")
    {
        var input = type is { } wanted ? x.to_type(wanted) : x;
        if (!Dtypes.IsFloating(input.dtype)) throw new ExternalException($"{op}: std and var only support floating point and complex dtypes, but got {Dtypes.CppName(input.dtype)}");
        var mask = Shapes.Mask(dims, x.Impl.Shape, op);
        if (IsHalf(input)) return HalfVar(input, dims.ToArray(), unbiased, keepdim, op);
        long count = 1;
        for (var d = 0; d < mask.Length; d++)
            if (mask[d]) count *= input.Impl.Shape[d];
        var divisor = Math.Max(0.0, count - (unbiased ? 1 : 0));
        Tensor result;
        using (new GradModeGuard(false))
        {
            long[] over = [.. Dims(mask, true).Select(d => (long)d)];
            // Counted from one of the elements, so that elements which are all equal have a variance of exactly zero.
            using var first = First(input, mask);
            using var apart = Map("var", new Subtract(), input, first, input.dtype);
            using var mean = Sum(apart, over, true, null, mean: true);
            using var deviation = Map("var", new Subtract(), apart, mean, input.dtype);
            using var squares = Map("var", new Square(), deviation, input.dtype);
            using var sum = Sum(squares, over, keepdim, null);
            result = sum.div(divisor);
        }
        return GradMode.Needs(input) ? new VarBackward(input, mask, divisor).Attach(result) : result;
    }

    // The first element of each group that is reduced.
    private static Tensor First(Tensor x, bool[] mask)
    {
        var view = x.alias();
        for (var d = 0; d < mask.Length; d++)
        {
            if (!mask[d] || x.Impl.Shape[d] == 0) continue;
            using var wider = view;
            view = wider.narrow(d, 0, 1);
        }
        return view;
    }

    /// <summary>The standard deviation.</summary>
    public static Tensor Std(Tensor x, ReadOnlySpan<long> dims, bool unbiased, bool keepdim, ScalarType? type)
    {
        var variance = Var(x, dims, unbiased, keepdim, type, "std");
        Tensor result;
        using (new GradModeGuard(false)) result = variance.sqrt();
        if (GradMode.Needs(variance)) return UnaryBackward.OfOutput("StdBackward0", variance, result, static (g, y) => (g / (y * 2)).masked_fill(y.detach().eq(0), 0)).Attach(result);
        variance.Dispose();
        return result;
    }

    /// <summary>The p-norm over dimensions.</summary>
    public static Tensor Norm(Tensor x, double p, ReadOnlySpan<long> dims, bool keepdim)
    {
        if (!Dtypes.IsFloating(x.dtype)) throw new ExternalException($"linalg.vector_norm: Expected a floating point or complex tensor as input. Got {Dtypes.CppName(x.dtype)}");
        var mask = Shapes.Mask(dims, x.Impl.Shape, "norm");
        if (p == 2)
        {
            Tensor result;
            using (new GradModeGuard(false))
            {
                using var squares = Map("norm", new Square(), x, x.dtype);
                using var sum = Sum(squares, dims, keepdim, null);
                result = sum.sqrt();
            }
            return GradMode.Needs(x) ? new NormBackward(x, result, p, mask).Attach(result) : result;
        }
        if (double.IsPositiveInfinity(p)) return ExtremeOver("norm", x.abs(), dims, keepdim, largest: true);
        if (double.IsNegativeInfinity(p)) return ExtremeOver("norm", x.abs(), dims, keepdim, largest: false);
        if (p == 0)
        {
            var count = Sum(x.ne(0).to_type(x.dtype), dims, keepdim, null);
            return GradMode.Needs(x) ? new ZeroBackward("NormBackward0", x).Attach(count) : count;
        }
        if (p == 1) return Sum(x.abs(), dims, keepdim, null);
        Tensor norm;
        using (new GradModeGuard(false)) norm = Sum(x.abs().pow(p), dims, keepdim, null).pow(1 / p);
        return GradMode.Needs(x) ? new NormBackward(x, norm, p, mask).Attach(norm) : norm;
    }

    /// <summary>Whether any (or all) elements are not zero.</summary>
    public static Tensor Truth(Tensor x, ReadOnlySpan<long> dims, bool keepdim, bool all)
    {
        var mask = Shapes.Mask(dims, x.Impl.Shape, all ? "all" : "any");
        using var mode = new GradModeGuard(false);
        using var zero = Test("any", new IsZero(), x);
        using var zeros = Sum(zero, dims, keepdim, ScalarType.Int64);
        long count = 1;
        for (var d = 0; d < mask.Length; d++)
            if (mask[d]) count *= x.Impl.Shape[d];
        var truth = all ? zeros.eq(0) : zeros.lt(count);
        return x.dtype == ScalarType.Byte ? truth.to_type(ScalarType.Byte) : truth;
    }

    /// <summary>log(sum(exp(x))) over dimensions, without overflow.</summary>
    public static Tensor LogSumExp(Tensor x, long[] dims, bool keepdim)
    {
        var input = Dtypes.IsFloating(x.dtype) ? x : x.to_type(get_default_dtype());
        Tensor top;
        using (new GradModeGuard(false))
        using (var largest = ExtremeOver("logsumexp", input, dims, true, largest: true))
            top = largest.masked_fill(largest.isinf(), 0);
        var sum = (input - top).exp().sum(dims, keepdim: true).log() + top;
        return keepdim ? sum : sum.reshape(ReducedShape(x.Impl.Shape, Shapes.Mask(dims, x.Impl.Shape), false));
    }

    // One long row becomes many, so that all cores find its extreme.
    private static Tensor Folded(string op, Tensor rows, bool largest)
    {
        const int Width = 4096;
        if (rows.ndim != 1 || rows.numel() < 16 * Width || rows.numel() % Width != 0) return rows;
        using (rows)
        using (var folded = rows.view(-1, Width))
            return largest ? AlongRows(op, new RowMaximum(), folded, -1, 1, true, false).Values : AlongRows(op, new RowMinimum(), folded, -1, 1, true, false).Values;
    }

    // The reduced dimensions as one last dimension.
    private static Tensor ReducedLast(Tensor x, bool[] mask)
    {
        var kept = Dims(mask, false);
        var order = kept.Concat(Dims(mask, true)).Select(d => (long)d).ToArray();
        using var ordered = x.permute(order);
        long n = 1;
        foreach (var d in Dims(mask, true)) n *= x.Impl.Shape[d];
        return ordered.reshape([.. kept.Select(d => x.Impl.Shape[d]), n]);
    }
}
