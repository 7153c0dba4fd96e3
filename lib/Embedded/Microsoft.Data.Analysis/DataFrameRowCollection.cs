// The rows of a table.

using System.Collections;

namespace Microsoft.Data.Analysis;

/// <summary>The rows of a table, by number from 0.</summary>
public class DataFrameRowCollection : IEnumerable<DataFrameRow>
{
    private readonly DataFrame _frame;

    internal DataFrameRowCollection(DataFrame frame) => _frame = frame;

    /// <summary>The number of rows.</summary>
    public long Count => _frame.Columns.RowCount;

    /// <summary>The row of that number.</summary>
    public DataFrameRow this[long index] =>
        index >= 0 && index < Count
            ? new DataFrameRow(_frame, index)
            : throw new IndexOutOfRangeException($"Row {index} does not exist; the table has {Count} rows, numbered from 0.");

    /// <summary>All rows in order.</summary>
    public IEnumerator<DataFrameRow> GetEnumerator()
    {
        for (long i = 0; i < Count; i++)
        {
            yield return new DataFrameRow(_frame, i);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
