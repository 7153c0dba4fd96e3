// A stable order of rows with the missing values at one end.

namespace Microsoft.Data.Analysis;

/// <summary>Sorts row numbers.</summary>
internal static class SortOrder
{
    public static PrimitiveDataFrameColumn<long> Of(int count, Func<int, bool> present, Comparison<int> compare, bool ascending, bool putNullValuesLast)
    {
        var comparer = Comparer<int>.Create(ascending ? compare : (a, b) => compare(b, a));
        var sorted = Enumerable.Range(0, count).Where(present).Order(comparer);
        var missing = Enumerable.Range(0, count).Where(i => !present(i));
        var rows = putNullValuesLast ? sorted.Concat(missing) : missing.Concat(sorted);
        return new Int64DataFrameColumn("SortIndices", rows.Select(i => (long)i));
    }
}
