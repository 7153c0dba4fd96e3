// A column of texts.

using System.Collections;
using System.Globalization;

namespace Microsoft.Data.Analysis;

/// <summary>A column of texts; missing ones are null.</summary>
public partial class StringDataFrameColumn : DataFrameColumn, IEnumerable<string?>
{
    /// <summary>A column of missing texts.</summary>
    public StringDataFrameColumn(string name, long length = 0)
        : base(name, 0, typeof(string)) => Resize(length);

    /// <summary>A column of texts.</summary>
    public StringDataFrameColumn(string name, IEnumerable<string?> values)
        : base(name, 0, typeof(string))
    {
        Values.AddRange(values);
        Length = Values.Count;
    }

    /// <inheritdoc/>
    public override long NullCount => Values.Count(v => v is null);

    internal List<string?> Values { get; } = [];

    /// <summary>The text of a row; null where it is missing.</summary>
    public new string? this[long rowIndex]
    {
        get => Values[Checked(rowIndex)];
        set => Values[Checked(rowIndex)] = value;
    }

    /// <summary>The texts of <paramref name="length"/> rows from <paramref name="startIndex"/> on.</summary>
    public new List<string?> this[long startIndex, int length] => Values.GetRange((int)startIndex, (int)Math.Min(length, Length - startIndex));

    /// <summary>Each text with another one after it.</summary>
    public static StringDataFrameColumn operator +(StringDataFrameColumn column, string value) => column.Add(value);

    /// <summary>Each text with another one before it.</summary>
    public static StringDataFrameColumn operator +(string value, StringDataFrameColumn column) => Add(value, column);

    /// <summary>Each text with another one before it.</summary>
    public static StringDataFrameColumn Add(string value, StringDataFrameColumn right) => right.Apply(text => value + text);

    /// <summary>Adds a text at the end.</summary>
    public void Append(string? value)
    {
        Values.Add(value);
        Length++;
    }

    /// <summary>Each text with another one after it.</summary>
    public StringDataFrameColumn Add(string value, bool inPlace = false) => Apply(text => text + value, inPlace);

    /// <summary>Each text replaced by what <paramref name="func"/> gives for it.</summary>
    public StringDataFrameColumn Apply(Func<string?, string?> func, bool inPlace = false)
    {
        var target = inPlace ? this : Clone();
        for (var i = 0; i < target.Values.Count; i++)
        {
            target.Values[i] = func(target.Values[i]);
        }

        return target;
    }

    /// <summary>All texts in order.</summary>
    public IEnumerator<string?> GetEnumerator() => Values.GetEnumerator();

    /// <summary>A copy, with missing texts appended.</summary>
    public new StringDataFrameColumn Clone(long numberOfNullsToAppend = 0) => (StringDataFrameColumn)CloneImplementation(numberOfNullsToAppend);

    /// <summary>The rows that <paramref name="mapIndices"/> names or, where it holds bool, marks.</summary>
    public new StringDataFrameColumn Clone(DataFrameColumn? mapIndices, bool invertMapIndices, long numberOfNullsToAppend) =>
        (StringDataFrameColumn)CloneImplementation(mapIndices, invertMapIndices, numberOfNullsToAppend);

    /// <summary>The column in order of the characters.</summary>
    public new StringDataFrameColumn Sort(bool ascending = true, bool putNullValuesLast = true) => Clone(GetSortIndices(ascending, putNullValuesLast), false, 0);

    /// <summary>Missing texts replaced by <paramref name="value"/>.</summary>
    public StringDataFrameColumn FillNulls(string value, bool inPlace = false) => Apply(text => text ?? value, inPlace);

    /// <summary>Without missing texts.</summary>
    public new StringDataFrameColumn DropNulls() => new(Name, Values.Where(v => v is not null));

    /// <inheritdoc/>
    public override Dictionary<TKey, ICollection<long>> GroupColumnValues<TKey>(out HashSet<long> nullIndices)
    {
        if (typeof(TKey) != typeof(string))
        {
            throw new NotSupportedException($"Column '{Name}' holds texts and cannot be grouped by {typeof(TKey).Name}.");
        }

        var groups = new Dictionary<TKey, ICollection<long>>();
        nullIndices = [];
        for (var i = 0; i < Values.Count; i++)
        {
            if (Values[i] is not { } value)
            {
                nullIndices.Add(i);
                continue;
            }

            var key = (TKey)(object)value;
            if (!groups.TryGetValue(key, out var rows))
            {
                groups.Add(key, rows = new List<long>());
            }

            rows.Add(i);
        }

        return groups;
    }

    /// <inheritdoc/>
    public override GroupBy GroupBy(int columnIndex, DataFrame parent) => new GroupBy<string>(parent, columnIndex, GroupColumnValues<string>(out _));

    /// <inheritdoc/>
    public override DataFrame ValueCounts()
    {
        var groups = GroupColumnValues<string>(out _);
        return new DataFrame(
            new StringDataFrameColumn("Values", groups.Keys),
            new Int64DataFrameColumn("Counts", groups.Values.Select(rows => (long)rows.Count)));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected internal override void Resize(long length)
    {
        while (Values.Count < length)
        {
            Values.Add(null);
        }

        if (Values.Count > length)
        {
            Values.RemoveRange((int)length, (int)(Values.Count - length));
        }

        Length = Values.Count;
    }

    /// <inheritdoc/>
    protected internal override PrimitiveDataFrameColumn<long> GetSortIndices(bool ascending, bool putNullValuesLast) =>
        SortOrder.Of(Values.Count, i => Values[i] is not null, (a, b) => string.CompareOrdinal(Values[a], Values[b]), ascending, putNullValuesLast);

    internal override void AppendObject(object? value) => Append(Text(value));

    internal override DataFrameColumn Take(IReadOnlyList<long> rows) => new StringDataFrameColumn(Name, rows.Select(row => row < 0 ? null : Values[(int)row]));

    internal override DataFrameColumn Combine(ColumnOperation operation, DataFrameColumn other, bool inPlace)
    {
        if (operation != ColumnOperation.Add)
        {
            throw Unsupported(operation.ToString());
        }

        SameLength(other);
        var row = 0;
        return Apply(text => text + Text(other[row++]), inPlace);
    }

    internal override DataFrameColumn Combine(ColumnOperation operation, object? value, bool reversed, bool inPlace) =>
        operation == ColumnOperation.Add ? Apply(text => reversed ? Text(value) + text : text + Text(value), inPlace) : throw Unsupported(operation.ToString());

    /// <inheritdoc/>
    protected override object? GetValue(long rowIndex) => this[rowIndex];

    /// <inheritdoc/>
    protected override IReadOnlyList<object?> GetValues(long startIndex, int length) => this[startIndex, length];

    /// <inheritdoc/>
    protected override void SetValue(long rowIndex, object? value) => this[rowIndex] = Text(value);

    /// <inheritdoc/>
    protected override IEnumerator GetEnumeratorCore() => GetEnumerator();

    /// <inheritdoc/>
    protected override DataFrameColumn CloneImplementation(long numberOfNullsToAppend = 0)
    {
        var copy = new StringDataFrameColumn(Name, Values);
        copy.Resize(Length + numberOfNullsToAppend);
        return copy;
    }

    /// <inheritdoc/>
    protected override DataFrameColumn FillNullsImplementation(object value, bool inPlace) => FillNulls(Text(value) ?? "", inPlace);

    /// <inheritdoc/>
    protected override DataFrameColumn DropNullsImplementation() => DropNulls();

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && value is not null ? text : null;

    private int Checked(long rowIndex) =>
        rowIndex >= 0 && rowIndex < Values.Count
            ? (int)rowIndex
            : throw new IndexOutOfRangeException($"Row {rowIndex} does not exist; column '{Name}' has {Length} rows, numbered from 0.");
}
