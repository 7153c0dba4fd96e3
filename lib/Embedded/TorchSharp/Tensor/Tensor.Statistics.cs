using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor std(bool unbiased = true) => Ops.Std(this, [], unbiased, false, null);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Ops.Std(this, [dim], unbiased, keepdim, type);

        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Ops.Std(this, dimensions, unbiased, keepdim, type);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Ops.Std(this, dimensions, unbiased, keepdim, type);

        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Ops.Std(this, [dim.Item1, dim.Item2], unbiased, keepdim, type);

        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Ops.Std(this, [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => (std(unbiased), mean());

        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => (Ops.Std(this, [dim], unbiased, keepdim, type), Ops.Sum(this, [dim], keepdim, type, mean: true));

        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => (Ops.Std(this, dimensions, unbiased, keepdim, type), Ops.Sum(this, dimensions, keepdim, type, mean: true));

        public (Tensor std, Tensor mean) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => (Ops.Std(this, [dim.Item1, dim.Item2], unbiased, keepdim, type), Ops.Sum(this, [dim.Item1, dim.Item2], keepdim, type, mean: true));

        public (Tensor std, Tensor mean) std_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => (Ops.Std(this, [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type), Ops.Sum(this, [dim.Item1, dim.Item2, dim.Item3], keepdim, type, mean: true));

        public (Tensor std, Tensor mean) std_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => (Ops.Std(this, dimensions, unbiased, keepdim, type), Ops.Sum(this, dimensions, keepdim, type, mean: true));

        public Tensor var(bool unbiased = true) => Ops.Var(this, [], unbiased, false, null);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Ops.Var(this, [dim], unbiased, keepdim, type);

        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Ops.Var(this, dimensions, unbiased, keepdim, type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Ops.Var(this, dimensions, unbiased, keepdim, type);

        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Ops.Var(this, [dim.Item1, dim.Item2], unbiased, keepdim, type);

        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Ops.Var(this, [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => (var(unbiased), mean());

        public (Tensor @var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => (Ops.Var(this, [dim], unbiased, keepdim, type), Ops.Sum(this, [dim], keepdim, type, mean: true));

        public (Tensor @var, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => (Ops.Var(this, dimensions, unbiased, keepdim, type), Ops.Sum(this, dimensions, keepdim, type, mean: true));

        public (Tensor @var, Tensor mean) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => (Ops.Var(this, [dim.Item1, dim.Item2], unbiased, keepdim, type), Ops.Sum(this, [dim.Item1, dim.Item2], keepdim, type, mean: true));

        public (Tensor @var, Tensor mean) var_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => (Ops.Var(this, [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type), Ops.Sum(this, [dim.Item1, dim.Item2, dim.Item3], keepdim, type, mean: true));

        public (Tensor @var, Tensor mean) var_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => (Ops.Var(this, dimensions, unbiased, keepdim, type), Ops.Sum(this, dimensions, keepdim, type, mean: true));

        public Tensor max() => Ops.ExtremeOver("max", this, [], false, largest: true);

        public Tensor max(Tensor other) => maximum(other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Ops.Extreme("max", this, dim, keepdim, largest: true);

        public Tensor min() => Ops.ExtremeOver("min", this, [], false, largest: false);

        public Tensor min(Tensor other) => minimum(other);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Ops.Extreme("min", this, dim, keepdim, largest: false);

        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => Ops.Out(Ops.ExtremeOver("amax", this, dims, keepdim, largest: true), @out);

        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => amax((ReadOnlySpan<long>)dims, keepdim, @out);

        public Tensor amax(params long[] dims) => amax((ReadOnlySpan<long>)dims);

        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => Ops.Out(Ops.ExtremeOver("amin", this, dims, keepdim, largest: false), @out);

        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => amin((ReadOnlySpan<long>)dims, keepdim, @out);

        public Tensor amin(params long[] dims) => amin((ReadOnlySpan<long>)dims);

        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => dim is { } d ? (amin([d], keepdim), amax([d], keepdim)) : (min(), max());

        public Tensor argmax() => Ops.ArgExtreme(this, null, false, largest: true);

        public Tensor argmax(long dim, bool keepdim = false) => Ops.ArgExtreme(this, dim, keepdim, largest: true);

        public Tensor argmin() => Ops.ArgExtreme(this, null, false, largest: false);

        public Tensor argmin(long dim, bool keepdim = false) => Ops.ArgExtreme(this, dim, keepdim, largest: false);

        /// <summary>The product of all elements. Behind the other overload, so that the 0 of <c>prod(0)</c> is a dimension.</summary>
        [OverloadResolutionPriority(-1)]
        public Tensor prod(ScalarType? type = null) => Ops.Prod(this, null, false, type);

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Ops.Prod(this, dim, keepdim, type);

        public Tensor any() => Ops.Truth(this, [], false, all: false);

        public Tensor any(long dim, bool keepdim = false) => Ops.Truth(this, [dim], keepdim, all: false);

        public Tensor all() => Ops.Truth(this, [], false, all: true);

        public Tensor all(long dim, bool keepdim = false) => Ops.Truth(this, [dim], keepdim, all: true);

        public Tensor norm(float p = 2.0f) => Ops.Norm(this, p, [], false);

        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) => Ops.Norm(this, p, [dim], keepdim);

        public Tensor dist(Tensor other, float p = 2.0f) => Ops.Norm(this - other, p, [], false);

        public Tensor logsumexp(long dim, bool keepdim = false) => Ops.LogSumExp(this, [dim], keepdim);

        public Tensor cumsum(long dim, ScalarType? type = null) => Ops.CumSum(this, dim, type);

        public Tensor cumprod(long dim, ScalarType? type = null) => Ops.CumProd(this, dim, type);

        public (Tensor values, Tensor indexes) cummax(long dim) => Ops.Running(this, dim, largest: true);

        public (Tensor values, Tensor indexes) cummin(long dim) => Ops.Running(this, dim, largest: false);

        public Tensor logcumsumexp(long dim) => Ops.LogCumSumExp(this, dim);

        public Tensor count_nonzero(long[]? dims = null) => Ops.Sum(ne(0), dims ?? [], false, ScalarType.Int64, operation: "count_nonzero");

        public Tensor nansum() => torch.where(isnan(), torch.zeros_like(this), this).sum();

        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null)
        {
            var known = isnan().logical_not();
            var clean = torch.where(known, this, torch.zeros_like(this));
            long[] dims = dim is { } d ? [d] : [];
            return Ops.Sum(clean, dims, keepdim, dtype, operation: "nanmean") / Ops.Sum(known, dims, keepdim, null);
        }

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) => Ops.Sort(this, dim, descending);

        public Tensor argsort(long dim = -1, bool descending = false) => Ops.Sort(detach(), dim, descending).Indices;

        public Tensor msort() => sort(0).Values;

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) => Ops.TopK(this, k, dim, largest);

        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) => Ops.Kth(this, k, dim ?? -1, keepdim);

        public (Tensor values, Tensor indices) mode(long dim = -1L, bool keepdim = false) => Ops.Mode(this, dim, keepdim);

        public Tensor median() => Ops.Median(this);

        public Tensor nanmedian()
        {
            using var known = isnan().logical_not();
            return masked_select(known).median();
        }

        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Ops.Quantile(this, Given(q), dim, keepdim);

        /// <summary>Quantiles of the numbers that are not NaN, along a dimension; NaN where there are none.</summary>
        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) => Ops.NanQuantile(this, Given(q), dim, keepdim);

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) => Ops.Unique(this, return_inverse, return_counts, dim);

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(bool return_inverse = false, bool return_counts = false, int? dim = null) => Ops.UniqueConsecutive(this, return_inverse, return_counts, dim);

        public Tensor bincount(Tensor? weights, long minlength = 0) => Ops.BinCount(this, weights, minlength);

        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Ops.HistC(this, bins, min, max);

        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) => Ops.SearchSorted(Given(boundaries), this, outInt32, right);

        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) => Ops.IsIn(this, Given(test_elements), invert);

        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null)
        {
            var parts = new List<Tensor> { this };
            if (prepend is not null) parts.Insert(0, prepend);
            if (append is not null) parts.Add(append);
            var result = parts.Count > 1 ? torch.cat(parts, dim) : this;
            for (long i = 0; i < n; i++)
            {
                var length = result.size((int)dim);
                if (length == 0) return result.clone();
                var (next, previous) = (result.narrow(dim, 1, length - 1), result.narrow(dim, 0, length - 1));
                result = dtype == ScalarType.Bool ? next.logical_xor(previous) : next - previous;
            }
            return result;
        }

        public Tensor trapezoid(Tensor x, long dim = -1)
        {
            ArgumentNullException.ThrowIfNull(x);
            var n = size((int)dim);
            if (n == 0) return sum(dim);
            var steps = x.ndim == 1 ? x.diff() : x.diff(1, dim);
            if (x.ndim == 1 && ndim > 1) steps = steps.reshape([.. Enumerable.Range(0, (int)ndim).Select(d => d == Shapes.Dim(dim, Impl.Shape) ? -1L : 1L)]);
            return (PairSums(dim) * steps / 2).sum(dim);
        }

        public Tensor trapezoid(double dx = 1, long dim = -1)
        {
            return PairSums(dim).sum(dim) * (dx / 2);
        }

        /// <summary>The running integral by trapezoids over points at x.</summary>
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1)
        {
            ArgumentNullException.ThrowIfNull(x);
            var steps = x.ndim == 1 ? x.diff() : x.diff(1, dim);
            if (x.ndim == 1 && ndim > 1) steps = steps.reshape([.. Enumerable.Range(0, (int)ndim).Select(d => d == Shapes.Dim(dim, Impl.Shape) ? steps.numel() : 1L)]);
            return (PairSums(dim) * steps / 2).cumsum(dim);
        }

        /// <summary>The running integral by trapezoids over points a distance dx apart.</summary>
        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) => PairSums(dim).cumsum(dim) * (dx / 2);

        // Neighbours added up.
        private Tensor PairSums(long dim)
        {
            var n = size((int)dim);
            return n == 0 ? clone() : narrow(dim, 1, n - 1) + narrow(dim, 0, n - 1);
        }

        public Tensor renorm(float p, long dim, float maxnorm)
        {
            var d = Shapes.Dim(dim, Impl.Shape);
            long[] others = [.. Enumerable.Range(0, (int)ndim).Where(i => i != d).Select(i => (long)i)];
            var norms = Ops.Norm(this, p, others, keepdim: true);
            return this * torch.where(norms.gt(maxnorm), maxnorm / (norms + 1e-7), torch.ones_like(norms));
        }
    }
}
