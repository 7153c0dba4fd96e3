namespace TorchSharp.Core;

/// <summary>Distinct elements, counts and bins.</summary>
internal static partial class Ops
{
    public static (Tensor, Tensor?, Tensor?) Unique(Tensor x, bool inverse, bool counts, int? dim)
    {
        if (dim is not null) return UniqueSlices(x, inverse, counts, dim.Value, sort: true);
        using var mode = new GradModeGuard(false);
        using var flat = x.reshape(-1);
        var (values, order) = Sort(flat, 0, false);
        using (values)
        using (order)
        {
            var runs = Runs(values);
            var places = order.data<long>().ToArray();
            using var firsts = torch.tensor(runs.Starts);
            Tensor? back = null;
            if (inverse)
            {
                var numbers = new long[places.Length];
                for (var i = 0; i < places.Length; i++) numbers[places[i]] = runs.Number[i];
                back = torch.tensor(numbers).reshape(x.Impl.Shape);
            }
            return (values.index_select(0, firsts), back, counts ? torch.tensor(runs.Lengths) : null);
        }
    }

    public static (Tensor, Tensor?, Tensor?) UniqueConsecutive(Tensor x, bool inverse, bool counts, int? dim)
    {
        if (dim is not null) return UniqueSlices(x, inverse, counts, dim.Value, sort: false);
        using var mode = new GradModeGuard(false);
        using var flat = x.reshape(-1);
        var runs = Runs(flat);
        using var firsts = torch.tensor(runs.Starts);
        return (flat.index_select(0, firsts), inverse ? torch.tensor(runs.Number).reshape(x.Impl.Shape) : null, counts ? torch.tensor(runs.Lengths) : null);
    }

    // Slices are compared element by element, in lexicographic order.
    private static (Tensor, Tensor?, Tensor?) UniqueSlices(Tensor x, bool inverse, bool counts, int dim, bool sort)
    {
        using var mode = new GradModeGuard(false);
        if (x.ndim == 0) return UniqueSlices(x.reshape(1), inverse, counts, dim, sort);
        var d = Shapes.Dim(dim, x.Impl.Shape, "unique");
        using var front = x.movedim([d], [0]);
        var n = (int)front.Impl.Shape[0];
        var rows = front.reshape(-1).to_type(ScalarType.Float64).data<double>().ToArray();
        var width = n == 0 ? 0 : rows.Length / n;
        var order = Enumerable.Range(0, n).ToArray();
        if (sort) Array.Sort(order, (i, j) => Compare(i, j) is var c && c != 0 ? c : i.CompareTo(j));
        var (starts, lengths, number) = (new List<long>(), new List<long>(), new long[n]);
        for (var i = 0; i < n; i++)
        {
            if (i == 0 || Compare(order[i - 1], order[i]) != 0)
            {
                starts.Add(order[i]);
                lengths.Add(0);
            }
            lengths[^1]++;
            number[order[i]] = starts.Count - 1;
        }
        using var firsts = torch.tensor(starts.ToArray());
        return (x.index_select(d, firsts), inverse ? torch.tensor(number) : null, counts ? torch.tensor(lengths.ToArray()) : null);

        int Compare(int i, int j) => rows.AsSpan(i * width, width).SequenceCompareTo(rows.AsSpan(j * width, width));
    }

    private static (long[] Starts, long[] Lengths, long[] Number) Runs(Tensor values)
    {
        var n = values.numel();
        if (n > Array.MaxLength) throw new ExternalException($"unique_consecutive: a tensor of shape {Shapes.Text(values.Impl.Shape)} has too many elements");
        var (starts, lengths) = (new List<long>(), new List<long>());
        var number = new long[n];
        if (n > 0)
        {
            using var changed = n > 1 ? values.narrow(0, 1, n - 1).ne(values.narrow(0, 0, n - 1)) : null;
            var steps = changed?.data<bool>().ToArray();
            for (long i = 0; i < n; i++)
            {
                if (i == 0 || steps![i - 1])
                {
                    starts.Add(i);
                    lengths.Add(0);
                }
                lengths[^1]++;
                number[i] = starts.Count - 1;
            }
        }
        return (starts.ToArray(), lengths.ToArray(), number);
    }

    public static Tensor BinCount(Tensor x, Tensor? weights, long minlength)
    {
        if (x.ndim != 1 || !Dtypes.IsIntegral(x.dtype)) throw new ExternalException("bincount only supports 1-d non-negative integral inputs.");
        using var mode = new GradModeGuard(false);
        var values = x.to_type(ScalarType.Int64).data<long>().ToArray();
        if (values.Any(v => v < 0)) throw new ExternalException("bincount only supports 1-d non-negative integral inputs.");
        if (minlength < 0) throw new ExternalException("minlength should be >= 0");
        var size = Math.Max(minlength, values.Length == 0 ? 0 : values.Max() + 1);
        if (size is < 0 || size > Array.MaxLength) throw new ExternalException($"bincount: Not enough memory for bins up to {Math.Max(minlength, values.DefaultIfEmpty(0).Max())}");
        if (weights is null)
        {
            var counts = new long[size];
            foreach (var v in values) counts[v]++;
            return torch.tensor(counts);
        }
        if (weights.numel() != values.Length) throw new ExternalException("weights should be 1-d and have the same length as input");
        var w = weights.to_type(ScalarType.Float64).data<double>().ToArray();
        var sums = new double[size];
        for (var i = 0; i < values.Length; i++) sums[values[i]] += w[i];
        return torch.tensor(sums, dtype: weights.dtype == ScalarType.Float32 ? ScalarType.Float32 : ScalarType.Float64);
    }

    public static Tensor HistC(Tensor x, long bins, double min, double max)
    {
        if (bins <= 0) throw new ExternalException("torch.histc: bins must be > 0");
        if (bins > Array.MaxLength) throw new ExternalException($"torch.histc: Not enough memory for {bins} bins");
        if (max < min) throw new ExternalException("torch.histc: max must be larger than min");
        using var mode = new GradModeGuard(false);
        var values = x.reshape(-1).to_type(ScalarType.Float64).data<double>().ToArray();
        if (min == max && values.Length > 0) (min, max) = (values.Min(), values.Max());
        if (min == max) (min, max) = (min - 1, max + 1);
        if (!double.IsFinite(min) || !double.IsFinite(max)) throw new ExternalException($"torch.histc: range of [{min}, {max}] is not finite");
        var counts = new double[bins];
        foreach (var v in values)
        {
            if (!(v >= min && v <= max)) continue;
            counts[Math.Min(bins - 1, (long)((v - min) / (max - min) * bins))]++;
        }
        return torch.tensor(counts, dtype: x.dtype);
    }

    /// <summary>Where each value would be inserted into the sorted sequence.</summary>
    public static Tensor SearchSorted(Tensor sorted, Tensor values, bool int32, bool right)
    {
        using var mode = new GradModeGuard(false);
        var type = int32 ? ScalarType.Int32 : ScalarType.Int64;
        if (sorted.ndim == 0) throw new ExternalException("torch.searchsorted(): boundaries tensor should have positive dimension, but got 0 dimension");
        if (sorted.ndim > 1 && !(values.ndim == sorted.ndim && values.Impl.Shape.AsSpan()[..^1].SequenceEqual(sorted.Impl.Shape.AsSpan()[..^1])))
            throw new ExternalException($"torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and input value tensor must match, but we got boundaries tensor {Shapes.Text(sorted.Impl.Shape)} and input value tensor {Shapes.Text(values.Impl.Shape)}");
        var line = sorted.to_type(ScalarType.Float64).contiguous().data<double>().ToArray();
        var wanted = values.to_type(ScalarType.Float64).contiguous().data<double>().ToArray();
        var n = (int)sorted.Impl.Shape[^1];
        var per = sorted.ndim == 1 ? wanted.Length : (int)values.Impl.Shape[^1];
        var places = new long[wanted.Length];
        for (var i = 0; i < wanted.Length; i++)
        {
            var row = line.AsSpan(i / Math.Max(1, per) * n, n);
            int low = 0, high = n;
            while (low < high)
            {
                var middle = (low + high) / 2;
                // Written so that NaN stands after every number.
                if (right ? !(row[middle] > wanted[i]) : !(row[middle] >= wanted[i])) low = middle + 1;
                else high = middle;
            }
            places[i] = low;
        }
        return torch.tensor(places, dtype: type).reshape(values.Impl.Shape);
    }

    public static Tensor IsIn(Tensor x, Tensor elements, bool invert)
    {
        using var mode = new GradModeGuard(false);
        var set = elements.reshape(-1).to_type(ScalarType.Float64).data<double>().ToHashSet();
        var values = x.to_type(ScalarType.Float64).data<double>().ToArray();
        return torch.tensor(values.Select(v => set.Contains(v) != invert).ToArray()).reshape(x.Impl.Shape);
    }
}
