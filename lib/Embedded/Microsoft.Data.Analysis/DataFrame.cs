// A table of named columns, each of one type and all of one length.

using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis;

/// <summary>Which rows <see cref="DataFrame.DropNulls"/> drops.</summary>
public enum DropNullOptions
{
    /// <summary>Rows with any missing value.</summary>
    Any,

    /// <summary>Rows without any value.</summary>
    All,
}

/// <summary>A table.</summary>
public partial class DataFrame
{
    internal const int DefaultMaxRowsToShowInPreview = 25;

    /// <summary>A table of these columns.</summary>
    public DataFrame(IEnumerable<DataFrameColumn> columns)
    {
        Columns = new DataFrameColumnCollection(columns);
        Rows = new DataFrameRowCollection(this);
    }

    /// <summary>A table of these columns.</summary>
    public DataFrame(params DataFrameColumn[] columns)
        : this((IEnumerable<DataFrameColumn>)columns)
    {
    }

    /// <summary>The columns.</summary>
    public DataFrameColumnCollection Columns { get; }

    /// <summary>The rows.</summary>
    public DataFrameRowCollection Rows { get; }

    /// <summary>The value at a row and a column.</summary>
    public object? this[long rowIndex, int columnIndex]
    {
        get => Columns[columnIndex][rowIndex];
        set => Columns[columnIndex][rowIndex] = value;
    }

    /// <summary>The column of that name; setting it replaces the column or appends it.</summary>
    public DataFrameColumn this[string columnName]
    {
        get => Columns[columnName];
        set => Columns[columnName] = value;
    }

    /// <inheritdoc cref="Filter(PrimitiveDataFrameColumn{bool})"/>
    public DataFrame this[PrimitiveDataFrameColumn<bool> rowFilter] => Filter(rowFilter);

    /// <inheritdoc cref="Filter(PrimitiveDataFrameColumn{long})"/>
    public DataFrame this[PrimitiveDataFrameColumn<int> rowIndices] => Filter(rowIndices);

    /// <inheritdoc cref="Filter(PrimitiveDataFrameColumn{long})"/>
    public DataFrame this[PrimitiveDataFrameColumn<long> rowIndices] => Filter(rowIndices);

    /// <summary>The rows with these numbers.</summary>
    public DataFrame this[IEnumerable<int> rowIndices] => Filter(new Int32DataFrameColumn("Filter", rowIndices));

    /// <summary>The rows with these numbers.</summary>
    public DataFrame this[IEnumerable<long> rowIndices] => Filter(new Int64DataFrameColumn("Filter", rowIndices));

    /// <summary>The rows that are marked.</summary>
    public DataFrame this[IEnumerable<bool> rowFilter] => Filter(new BooleanDataFrameColumn("Filter", rowFilter));

    /// <summary>The rows that are marked.</summary>
    public DataFrame Filter(PrimitiveDataFrameColumn<bool> filter) => Clone(filter);

    /// <summary>The rows with these numbers.</summary>
    public DataFrame Filter(PrimitiveDataFrameColumn<int> rowIndices) => Clone(rowIndices);

    /// <summary>The rows with these numbers.</summary>
    public DataFrame Filter(PrimitiveDataFrameColumn<long> rowIndices) => Clone(rowIndices);

    /// <summary>The first rows.</summary>
    public DataFrame Head(int numberOfRows) => Take(Range(0, Math.Min(numberOfRows, Rows.Count)));

    /// <summary>The last rows.</summary>
    public DataFrame Tail(int numberOfRows) => Take(Range(Math.Max(0, Rows.Count - numberOfRows), Rows.Count));

    /// <summary>A copy.</summary>
    public DataFrame Clone() => new(Columns.Select(c => c.Clone()));

    /// <summary>Type and number of present values of each column.</summary>
    public DataFrame Info()
    {
        var info = new DataFrame();
        if (Columns.Count > 0)
        {
            info.Columns.Add(new StringDataFrameColumn("Info", ["DataType", "Length (excluding null values)"]));
        }

        foreach (var column in Columns)
        {
            info.Columns.Add(column.Info());
        }

        return info;
    }

    /// <summary>Number of present values, maximum, minimum and mean of each column of numbers.</summary>
    public DataFrame Description()
    {
        var description = new DataFrame();
        foreach (var column in Columns.Where(c => c.HasDescription()))
        {
            if (description.Columns.Count == 0)
            {
                description.Columns.Add(new StringDataFrameColumn("Description", ["Length (excluding null values)", "Max", "Min", "Mean"]));
            }

            description.Columns.Add(column.Description());
        }

        return description;
    }

    /// <summary>The rows in the order of a column.</summary>
    public DataFrame OrderBy(string columnName, bool ascending = true, bool putNullValuesLast = true) =>
        Clone(Columns[columnName].GetSortIndices(ascending, putNullValuesLast));

    /// <summary>The rows in the falling order of a column.</summary>
    public DataFrame OrderByDescending(string columnName, bool putNullValuesLast = true) => OrderBy(columnName, false, putNullValuesLast);

    /// <summary>Values of columns of numbers brought into a range.</summary>
    public DataFrame Clamp<U>(U min, U max, bool inPlace = false)
    {
        var target = inPlace ? this : Clone();
        foreach (var column in target.Columns.Where(c => c.IsNumericColumn()))
        {
            column.Clamp(min, max, inPlace: true);
        }

        return target;
    }

    /// <summary>Names of columns with a text before them.</summary>
    public DataFrame AddPrefix(string prefix, bool inPlace = false) => Rename(name => prefix + name, inPlace);

    /// <summary>Names of columns with a text after them.</summary>
    public DataFrame AddSuffix(string suffix, bool inPlace = false) => Rename(name => name + suffix, inPlace);

    /// <summary>Rows drawn at random without repetition.</summary>
    public DataFrame Sample(int numberOfRows)
    {
        if (numberOfRows > Rows.Count)
        {
            throw new ArgumentException($"A sample of {numberOfRows} rows needs as many; the table has {Rows.Count}.", nameof(numberOfRows));
        }

        var rows = Enumerable.Range(0, (int)Rows.Count).ToArray();
        Random.Shared.Shuffle(rows);
        return Take([.. rows.Take(numberOfRows).Select(i => (long)i)]);
    }

    /// <summary>Groups the rows by the values of a column.</summary>
    public GroupBy GroupBy(string columnName) => Columns[columnName].GroupBy(Columns.IndexOf(columnName), this);

    /// <summary>Groups the rows by the values of a column of <typeparamref name="TKey"/>.</summary>
    public GroupBy<TKey> GroupBy<TKey>(string columnName)
        where TKey : notnull =>
        GroupBy(columnName) as GroupBy<TKey>
        ?? throw new InvalidCastException($"Column '{columnName}' holds {Columns[columnName].DataType.Name} values and cannot be grouped by {typeof(TKey).Name}.");

    /// <summary>Without the rows that miss any value, or all.</summary>
    public DataFrame DropNulls(DropNullOptions options = DropNullOptions.Any) =>
        Take([.. Range(0, Rows.Count).Where(i => options == DropNullOptions.Any ? Columns.All(c => c.IsValid(i)) : Columns.Any(c => c.IsValid(i)))]);

    /// <summary>Missing values replaced by one value.</summary>
    public DataFrame FillNulls(object value, bool inPlace = false) => FillNulls([.. Enumerable.Repeat(value, Columns.Count)], inPlace);

    /// <summary>Missing values replaced by one value for each column.</summary>
    public DataFrame FillNulls(IList<object> values, bool inPlace = false)
    {
        if (values.Count != Columns.Count)
        {
            throw new ArgumentException($"FillNulls needs one value for each column; given were {values.Count} values for {Columns.Count} columns.", nameof(values));
        }

        var target = inPlace ? this : Clone();
        for (var i = 0; i < target.Columns.Count; i++)
        {
            target.Columns[i].FillNulls(values[i], inPlace: true);
        }

        return target;
    }

    /// <inheritdoc/>
    public override string ToString() => ToString(DefaultMaxRowsToShowInPreview);

    /// <summary>The names and the first rows as a table of text.</summary>
    public string ToString(long rowsToShow)
    {
        var padding = Math.Max(10, Columns.Select(c => c.Name.Length).DefaultIfEmpty(0).Max() + 1);
        var text = new StringBuilder();
        foreach (var column in Columns)
        {
            text.Append(column.Name.PadRight(padding));
        }

        text.AppendLine();
        var shown = Math.Min(Rows.Count, rowsToShow);
        for (long i = 0; i < shown; i++)
        {
            foreach (var value in Rows[i])
            {
                text.Append(Format(value).PadRight(padding));
            }

            text.AppendLine();
        }

        if (shown < Rows.Count)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Showing {rowsToShow} of {Rows.Count} rows");
        }

        return text.ToString();
    }

    internal static string Format(object? value) => value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null";

    internal DataFrame Take(IReadOnlyList<long> rows) => new(Columns.Select(c => c.Take(rows)));

    private static long[] Range(long from, long to)
    {
        var rows = new long[Math.Max(0, to - from)];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = from + i;
        }

        return rows;
    }

    private DataFrame Clone(DataFrameColumn map) => Take(RowMap.Of(map, Rows.Count));

    private DataFrame Rename(Func<string, string> name, bool inPlace)
    {
        var target = inPlace ? this : Clone();
        foreach (var column in target.Columns)
        {
            column.SetName(name(column.Name));
        }

        return target;
    }
}
