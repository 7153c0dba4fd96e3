namespace TorchSharp;

public static partial class torch
{
    /// <summary>The type that an operation on both would give.</summary>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => Dtypes.Result(Given(tensor1), Given(tensor2));

    /// <summary>The smallest type that both fit in.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => Dtypes.Promote(type1, type2);

    /// <summary>Whether results of the first type may be stored in the second.</summary>
    public static bool can_cast(ScalarType from, ScalarType to) => Dtypes.Category(from) <= Dtypes.Category(to);

    public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null)
    {
        ArgumentNullException.ThrowIfNull(sorted_sequence);
        using var ordered = sorter is null ? sorted_sequence.alias() : sorted_sequence.gather(-1, sorter);
        return Ops.SearchSorted(ordered, Given(values), out_int32, right);
    }

    public static Tensor searchsorted(Tensor sorted_sequence, Scalar values, bool out_int32, bool right, Tensor? sorter)
    {
        using var value = Ops.Full([], Given(values), ScalarType.Float64);
        return searchsorted(Given(sorted_sequence), value, out_int32, right, sorter);
    }

    /// <summary>Counts in bins of equal width, and the edges of the bins.</summary>
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, (double min, double max)? range = null, Tensor? weight = null, bool density = false)
    {
        if (bins <= 0) throw new ExternalException($"torch.histogram(): bins must be > 0, but got {bins}");
        using var flat = Given(input).detach().reshape(-1);
        var (low, high) = range ?? (flat.numel() == 0 ? (0, 1) : (flat.min().ToDouble(), flat.max().ToDouble()));
        if (low == high) (low, high) = (low - 0.5, high + 0.5);
        return histogram(input, linspace(low, high, bins + 1, input.dtype), weight, density);
    }

    /// <summary>Counts in the bins between the edges; the last bin holds its upper edge too.</summary>
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor? weight = null, bool density = false)
    {
        if (Given(bins).ndim != 1 || bins.numel() == 0) throw new ExternalException($"torch.histogram(): bins tensor should have one dimension and at least one edge, but its shape is {Shapes.Text(bins.Impl.Shape)}");
        if (weight is not null && !weight.Impl.Shape.AsSpan().SequenceEqual(input.Impl.Shape)) throw new ExternalException($"torch.histogram(): if weight tensor is provided it should have the same shape as the input tensor, but they are {Shapes.Text(weight.Impl.Shape)} and {Shapes.Text(input.Impl.Shape)}");
        using var mode = new GradModeGuard(false);
        var edges = bins.to_type(ScalarType.Float64).data<double>().ToArray();
        var values = input.reshape(-1).to_type(ScalarType.Float64).data<double>().ToArray();
        var weights = weight?.reshape(-1).to_type(ScalarType.Float64).data<double>().ToArray();
        var counts = new double[edges.Length - 1];
        for (var i = 0; i < values.Length; i++)
        {
            if (!(values[i] >= edges[0] && values[i] <= edges[^1])) continue;
            var at = Array.BinarySearch(edges, values[i]);
            counts[Math.Min(at >= 0 ? at : ~at - 1, counts.Length - 1)] += weights?[i] ?? 1;
        }
        if (density)
        {
            var total = counts.Sum();
            for (var i = 0; i < counts.Length; i++) counts[i] /= total * (edges[i + 1] - edges[i]);
        }
        return (tensor(counts, dtype: input.dtype), bins.alias());
    }

    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => input.Select(t => t.atleast_1d());

    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => input.Select(t => t.atleast_2d());

    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => input.Select(t => t.atleast_3d());

    public static Tensor trapz(Tensor y, Tensor x, long dim = -1) => Given(y).trapezoid(x, dim);

    public static Tensor trapz(Tensor y, double dx = 1, long dim = -1) => Given(y).trapezoid(dx, dim);

    public static Tensor sinc(Tensor input) => Given(input).sinc();

    public static Tensor sinc_(Tensor input) => Given(input).sinc_();

    public static Tensor negative_(Tensor input) => Given(input).neg_();

    public static Tensor arctan2_(Tensor input, Tensor other) => Given(input).atan2_(other);

    public static Tensor float_power_(Tensor input, Tensor target) => Given(input).float_power_(target);

    public static void set_default_tensor_type(Tensor t) => set_default_dtype(t.dtype);

    /// <summary>Row and column numbers of the lower triangle.</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0L, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        ones([row, col], dtype: ScalarType.Bool, device).tril(offset).nonzero().t().contiguous().to_type(dtype);

    /// <summary>Row and column numbers of the upper triangle.</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0L, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        ones([row, col], dtype: ScalarType.Bool, device).triu(offset).nonzero().t().contiguous().to_type(dtype);

    /// <summary>All choices of r elements.</summary>
    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false)
    {
        if (Given(input).ndim != 1) throw new ArgumentException($"combinations: Expected a 1D vector, but got shape {Shapes.Text(input.Impl.Shape)}");
        if (r == 0) return empty(0, dtype: input.dtype);
        var n = input.numel();
        var rows = new List<long>();
        var choice = new long[r];
        Choose(0, 0);
        return input.index_select(0, tensor(rows.ToArray())).reshape(rows.Count / Math.Max(r, 1), r);

        void Choose(int at, long from)
        {
            if (at == r)
            {
                rows.AddRange(choice);
                return;
            }
            for (var i = from; i < n; i++)
            {
                choice[at] = i;
                Choose(at + 1, with_replacement ? i : i + 1);
            }
        }
    }
}
