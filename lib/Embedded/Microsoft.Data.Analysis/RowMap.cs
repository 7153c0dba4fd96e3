// Which rows a column of indices or of marks selects.

namespace Microsoft.Data.Analysis;

/// <summary>Row numbers from columns.</summary>
internal static class RowMap
{
    /// <summary>The rows named (int, long) or marked (bool); a missing index is -1.</summary>
    public static IReadOnlyList<long> Of(DataFrameColumn map, long length)
    {
        switch (map)
        {
            case PrimitiveDataFrameColumn<long> longs:
                return Checked(longs.Values.Select(v => v ?? -1), length);
            case PrimitiveDataFrameColumn<int> ints:
                return Checked(ints.Values.Select(v => (long)(v ?? -1)), length);
            case PrimitiveDataFrameColumn<bool> marks:
                if (marks.Length > length)
                {
                    throw new ArgumentException($"The filter '{map.Name}' has {marks.Length} rows, the table has {length}.");
                }

                return [.. marks.Values.Select((v, i) => (v, i)).Where(p => p.v == true).Select(p => (long)p.i)];
            default:
                throw new ArgumentException($"Rows are selected by a column of int, long or bool; '{map.Name}' holds {map.DataType.Name} values.");
        }
    }

    private static List<long> Checked(IEnumerable<long> rows, long length)
    {
        var list = rows.ToList();
        foreach (var row in list)
        {
            if (row >= length)
            {
                throw new IndexOutOfRangeException($"Row {row} does not exist; the table has {length} rows, numbered from 0.");
            }
        }

        return list;
    }
}
