// Adding rows, and turning columns into rows.

using System.Globalization;

namespace Microsoft.Data.Analysis;

public partial class DataFrame
{
    /// <summary>Adds rows of another table by the names of their columns.</summary>
    public DataFrame Append(IEnumerable<DataFrameRow> rows, bool inPlace = false, CultureInfo? cultureInfo = null)
    {
        var target = inPlace ? this : Clone();
        foreach (var row in rows)
        {
            target.Append(row.GetValues()!, inPlace: true, cultureInfo: cultureInfo);
        }

        return target;
    }

    /// <summary>Adds a row from the first column on; what is not given is missing.</summary>
    public DataFrame Append(IEnumerable<object?>? row = null, bool inPlace = false, CultureInfo? cultureInfo = null)
    {
        var target = inPlace ? this : Clone();
        var values = row?.ToArray() ?? [];
        if (values.Length > target.Columns.Count)
        {
            throw new ArgumentException($"The row has {values.Length} values, the table has {target.Columns.Count} columns.", nameof(row));
        }

        target.AppendConverted([.. target.Columns.Select((column, i) => i < values.Length ? Converted(values[i], column, cultureInfo) : null)]);
        return target;
    }

    /// <summary>Adds a row by the names of the columns; what is not given is missing.</summary>
    public DataFrame Append(IEnumerable<KeyValuePair<string, object>> row, bool inPlace = false, CultureInfo? cultureInfo = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        var target = inPlace ? this : Clone();
        var values = new object?[target.Columns.Count];
        foreach (var (name, value) in row)
        {
            var column = target.Columns[name];
            values[target.Columns.IndexOf(name)] = Converted(value, column, cultureInfo);
        }

        target.AppendConverted(values);
        return target;
    }

    /// <summary>Columns become rows: one row for each value of the value columns, with the name of its column.</summary>
    public DataFrame Melt(IEnumerable<string> idColumns, IEnumerable<string>? valueColumns = null, string variableName = "variable", string valueName = "value", bool dropNulls = false)
    {
        var ids = idColumns.Select(name => Columns[name]).ToArray();
        var values = (valueColumns ?? Columns.Select(c => c.Name).Except(ids.Select(c => c.Name))).Select(name => Columns[name]).ToArray();
        if (values.Length == 0)
        {
            throw new ArgumentException("Melt needs at least one value column.", nameof(valueColumns));
        }

        var type = values.Select(c => c.DataType).Distinct().Count() == 1 ? values[0].DataType : typeof(string);
        var melted = new DataFrame(ids.Select(c => c.Take([]))
            .Append(new StringDataFrameColumn(variableName))
            .Append(ColumnFactory.Create(type, valueName) ?? throw values[0].Unsupported("Melt")));
        foreach (var column in values)
        {
            for (long i = 0; i < Rows.Count; i++)
            {
                if (!dropNulls || column.IsValid(i))
                {
                    melted.AppendConverted([.. ids.Select(c => c[i]), column.Name, column[i]]);
                }
            }
        }

        return melted;
    }

    internal void AppendConverted(IReadOnlyList<object?> values)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            Columns[i].AppendObject(values[i]);
        }

        Columns.RowCount++;
    }

    // An empty text is a missing value in every column but one of texts; "null" is one everywhere.
    private static object? Converted(object? value, DataFrameColumn column, CultureInfo? culture)
    {
        if (value is string text && ((text.Length == 0 && column.DataType != typeof(string)) || text.Equals("null", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        if (value is null || value.GetType() == column.DataType)
        {
            return value;
        }

        try
        {
            return Convert.ChangeType(value, column.DataType, culture ?? CultureInfo.CurrentCulture);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException)
        {
            throw new FormatException($"Column '{column.Name}' holds {column.DataType.Name} values; '{value}' is none.", e);
        }
    }
}
