// A named column of a table: values of one type, any of them possibly missing.

using System.Collections;
using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis;

/// <summary>A column of values of one type; missing values are null.</summary>
public abstract partial class DataFrameColumn : IEnumerable
{
    /// <summary>A column of that name, length and type.</summary>
    protected DataFrameColumn(string name, long length, Type type)
    {
        Name = name;
        Length = length;
        DataType = type;
    }

    /// <summary>The number of values, missing ones included.</summary>
    public long Length { get; protected set; }

    /// <summary>The number of missing values.</summary>
    public abstract long NullCount { get; }

    /// <summary>The name.</summary>
    public string Name { get; private set; }

    /// <summary>The type of the values.</summary>
    public Type DataType { get; }

    /// <summary>The value of a row; null where it is missing.</summary>
    public object? this[long rowIndex]
    {
        get => GetValue(rowIndex);
        set => SetValue(rowIndex, value);
    }

    /// <summary>The values of <paramref name="length"/> rows from <paramref name="startIndex"/> on.</summary>
    public IReadOnlyList<object?> this[long startIndex, int length] => GetValues(startIndex, length);

    /// <summary>A column of values that may be missing.</summary>
    public static PrimitiveDataFrameColumn<T> Create<T>(string name, IEnumerable<T?> values)
        where T : unmanaged => new(name, values);

    /// <summary>A column of values.</summary>
    public static PrimitiveDataFrameColumn<T> Create<T>(string name, IEnumerable<T> values)
        where T : unmanaged => new(name, values);

    /// <summary>A column of texts.</summary>
    public static StringDataFrameColumn Create(string name, IEnumerable<string> values) => new(name, values);

    /// <summary>Gives the column another name.</summary>
    public void SetName(string newName)
    {
        Owner?.Renaming(this, newName);
        Name = newName;
    }

    /// <summary>Whether the value of a row is present.</summary>
    public virtual bool IsValid(long index) => NullCount == 0 || this[index] is not null;

    /// <summary>A copy, with missing values appended.</summary>
    public DataFrameColumn Clone(long numberOfNullsToAppend = 0) => CloneImplementation(numberOfNullsToAppend);

    /// <summary>The rows that <paramref name="mapIndices"/> names or, where it holds bool, marks.</summary>
    public DataFrameColumn Clone(DataFrameColumn? mapIndices, bool invertMapIndices = false, long numberOfNullsToAppend = 0) =>
        CloneImplementation(mapIndices, invertMapIndices, numberOfNullsToAppend);

    /// <summary>The column in order.</summary>
    public DataFrameColumn Sort(bool ascending = true, bool putNullValuesLast = true) => Clone(GetSortIndices(ascending, putNullValuesLast));

    /// <summary>The rows of each value, and those without one.</summary>
    public abstract Dictionary<TKey, ICollection<long>> GroupColumnValues<TKey>(out HashSet<long> nullIndices)
        where TKey : notnull;

    /// <summary>Groups the rows of a table by the values of this column.</summary>
    public abstract GroupBy GroupBy(int columnIndex, DataFrame parent);

    /// <summary>How often each value occurs: columns Values and Counts.</summary>
    public abstract DataFrame ValueCounts();

    /// <summary>Missing values replaced by <paramref name="value"/>.</summary>
    public virtual DataFrameColumn FillNulls(object value, bool inPlace = false) => FillNullsImplementation(value, inPlace);

    /// <summary>Without missing values.</summary>
    public virtual DataFrameColumn DropNulls() => DropNullsImplementation();

    /// <summary>Whether the values are numbers.</summary>
    public virtual bool IsNumericColumn() => false;

    /// <summary>Whether <see cref="Description"/> has something to say.</summary>
    public virtual bool HasDescription() => false;

    /// <summary>Type and number of present values.</summary>
    public virtual StringDataFrameColumn Info() =>
        new(Name, [DataType.ToString(), (Length - NullCount).ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Number of present values, maximum, minimum and mean.</summary>
    public virtual DataFrameColumn Description() => throw Unsupported("Description");

    /// <inheritdoc/>
    public override string ToString() => ToString(DataFrame.DefaultMaxRowsToShowInPreview);

    /// <summary>The name and the first values.</summary>
    public string ToString(long rowsToShow)
    {
        var text = new StringBuilder(Name).AppendLine();
        var shown = Math.Min(Length, rowsToShow);
        for (long i = 0; i < shown; i++)
        {
            text.AppendLine(DataFrame.Format(this[i]));
        }

        if (shown < Length)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Showing {rowsToShow} of {Length} values");
        }

        return text.Append(CultureInfo.InvariantCulture, $"Name: {Name}, Type: {DataType}").ToString();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumeratorCore();

    internal DataFrameColumnCollection? Owner { get; set; }

    /// <summary>Sets the length; new values are missing.</summary>
    protected internal abstract void Resize(long length);

    /// <summary>The rows in the order of their values.</summary>
    protected internal abstract PrimitiveDataFrameColumn<long> GetSortIndices(bool ascending, bool putNullValuesLast);

    internal abstract void AppendObject(object? value);

    /// <summary>The column with the values of these rows; a negative row is a missing value.</summary>
    internal abstract DataFrameColumn Take(IReadOnlyList<long> rows);

    internal NotSupportedException Unsupported(string operation) =>
        new($"{operation} is not defined for column '{Name}' of {DataType.Name} values.");

    /// <inheritdoc cref="this[long]"/>
    protected abstract object? GetValue(long rowIndex);

    /// <inheritdoc cref="this[long, int]"/>
    protected abstract IReadOnlyList<object?> GetValues(long startIndex, int length);

    /// <summary>Sets the value of a row.</summary>
    protected abstract void SetValue(long rowIndex, object? value);

    /// <summary>All values in order.</summary>
    protected abstract IEnumerator GetEnumeratorCore();

    /// <inheritdoc cref="Clone(DataFrameColumn, bool, long)"/>
    protected virtual DataFrameColumn CloneImplementation(DataFrameColumn? mapIndices, bool invertMapIndices, long numberOfNullsToAppend)
    {
        if (mapIndices is null)
        {
            return CloneImplementation(numberOfNullsToAppend);
        }

        var rows = RowMap.Of(mapIndices, Length);
        if (invertMapIndices)
        {
            rows = [.. rows.Reverse()];
        }

        var taken = Take(rows);
        taken.Resize(taken.Length + numberOfNullsToAppend);
        return taken;
    }

    /// <inheritdoc cref="Clone(long)"/>
    protected abstract DataFrameColumn CloneImplementation(long numberOfNullsToAppend = 0);

    /// <inheritdoc cref="FillNulls(object, bool)"/>
    protected abstract DataFrameColumn FillNullsImplementation(object value, bool inPlace);

    /// <inheritdoc cref="DropNulls"/>
    protected abstract DataFrameColumn DropNullsImplementation();
}
