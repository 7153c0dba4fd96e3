// One row of a table: a view, so setting a value changes the table.

using System.Collections;
using System.Text;

namespace Microsoft.Data.Analysis;

/// <summary>A row of a table.</summary>
public class DataFrameRow : IEnumerable<object?>
{
    private readonly DataFrame _frame;
    private readonly long _row;

    internal DataFrameRow(DataFrame frame, long row) => (_frame, _row) = (frame, row);

    /// <summary>The value in the column of that number.</summary>
    public object? this[int index]
    {
        get => _frame.Columns[index][_row];
        set => _frame.Columns[index][_row] = value;
    }

    /// <summary>The value in the column of that name.</summary>
    public object? this[string columnName]
    {
        get => _frame.Columns[columnName][_row];
        set => _frame.Columns[columnName][_row] = value;
    }

    /// <summary>The values from the first to the last column.</summary>
    public IEnumerator<object?> GetEnumerator()
    {
        foreach (var column in _frame.Columns)
        {
            yield return column[_row];
        }
    }

    /// <summary>The names and values from the first to the last column.</summary>
    public IEnumerable<KeyValuePair<string, object?>> GetValues() => _frame.Columns.Select(c => KeyValuePair.Create(c.Name, c[_row]));

    /// <summary>The values with spaces between them.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var value in this)
        {
            text.Append(DataFrame.Format(value)).Append(' ');
        }

        return text.ToString();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
