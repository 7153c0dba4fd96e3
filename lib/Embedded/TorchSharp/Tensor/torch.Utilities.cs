namespace TorchSharp;

public static partial class torch
{
    /// <summary>The type that an operation on both would give.</summary>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => Dtypes.Result(tensor1, tensor2);

    /// <summary>The smallest type that both fit in.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => Dtypes.Promote(type1, type2);

    /// <summary>Whether results of the first type may be stored in the second.</summary>
    public static bool can_cast(ScalarType from, ScalarType to) => Dtypes.Category(from) <= Dtypes.Category(to);

    public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null)
    {
        using var ordered = sorter is null ? sorted_sequence.alias() : sorted_sequence.gather(-1, sorter);
        return Ops.SearchSorted(ordered, values, out_int32, right);
    }

    /// <summary>Row and column numbers of the lower triangle.</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0L, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        ones([row, col], dtype: ScalarType.Bool, device).tril(offset).nonzero().t().contiguous().to_type(dtype);

    /// <summary>Row and column numbers of the upper triangle.</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0L, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        ones([row, col], dtype: ScalarType.Bool, device).triu(offset).nonzero().t().contiguous().to_type(dtype);

    /// <summary>All choices of r elements.</summary>
    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false)
    {
        if (input.ndim != 1) throw new ExternalException($"Expect a 1D vector, but got shape {Shapes.Text(input.Impl.Shape)}");
        var n = input.numel();
        var rows = new List<long>();
        var choice = new long[r];
        Choose(0, 0);
        return input.index_select(0, tensor(rows.ToArray())).reshape(-1, r);

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
