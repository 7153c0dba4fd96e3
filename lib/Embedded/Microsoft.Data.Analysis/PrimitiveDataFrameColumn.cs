// A column of numbers, truth values, characters or dates.

using System.Collections;
using System.Globalization;

namespace Microsoft.Data.Analysis;

/// <summary>A column of values of a simple type.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public partial class PrimitiveDataFrameColumn<T> : DataFrameColumn, IEnumerable<T?>
    where T : unmanaged
{
    private long _nullCount;

    /// <summary>A column of values that may be missing.</summary>
    public PrimitiveDataFrameColumn(string name, IEnumerable<T?> values)
        : base(name, 0, typeof(T))
    {
        Values.AddRange(values);
        Recount();
    }

    /// <summary>A column of values.</summary>
    public PrimitiveDataFrameColumn(string name, IEnumerable<T> values)
        : base(name, 0, typeof(T))
    {
        Values.AddRange(values.Select(v => (T?)v));
        Recount();
    }

    /// <summary>A column of missing values.</summary>
    public PrimitiveDataFrameColumn(string name, long length = 0)
        : base(name, 0, typeof(T)) => Resize(length);

    /// <inheritdoc/>
    public override long NullCount => _nullCount;

    internal List<T?> Values { get; } = [];

    /// <summary>The value of a row; null where it is missing.</summary>
    public new T? this[long rowIndex]
    {
        get => GetTypedValue(rowIndex);
        set => SetTyped(rowIndex, value);
    }

    /// <summary>The values of <paramref name="length"/> rows from <paramref name="startIndex"/> on.</summary>
    public new IReadOnlyList<T?> this[long startIndex, int length] => Values.GetRange((int)startIndex, (int)Math.Min(length, Length - startIndex));

    /// <inheritdoc/>
    public override bool IsValid(long index) => GetTypedValue(index).HasValue;

    /// <inheritdoc/>
    public override bool IsNumericColumn() => ColumnMath<T>.Numbers is not null;

    /// <summary>Adds a value at the end.</summary>
    public void Append(T? value)
    {
        Values.Add(value);
        Length++;
        _nullCount += value.HasValue ? 0 : 1;
    }

    /// <summary>Adds a value at the end, several times.</summary>
    public void AppendMany(T? value, long count)
    {
        for (long i = 0; i < count; i++)
        {
            Append(value);
        }
    }

    /// <summary>All values in order.</summary>
    public IEnumerator<T?> GetEnumerator() => Values.GetEnumerator();

    /// <summary>A copy, with missing values appended.</summary>
    public new PrimitiveDataFrameColumn<T> Clone(long numberOfNullsToAppend = 0) => (PrimitiveDataFrameColumn<T>)CloneImplementation(numberOfNullsToAppend);

    /// <summary>The rows that <paramref name="mapIndices"/> names or, where it holds bool, marks.</summary>
    public new PrimitiveDataFrameColumn<T> Clone(DataFrameColumn? mapIndices, bool invertMapIndices = false, long numberOfNullsToAppend = 0) =>
        (PrimitiveDataFrameColumn<T>)CloneImplementation(mapIndices, invertMapIndices, numberOfNullsToAppend);

    /// <summary>The rows with these numbers.</summary>
    public PrimitiveDataFrameColumn<T> Clone(IEnumerable<long> mapIndices) => (PrimitiveDataFrameColumn<T>)Take([.. mapIndices]);

    /// <summary>The rows with these numbers.</summary>
    public PrimitiveDataFrameColumn<T> Clone(IEnumerable<int> mapIndices) => (PrimitiveDataFrameColumn<T>)Take([.. mapIndices.Select(i => (long)i)]);

    /// <summary>The column in order.</summary>
    public new PrimitiveDataFrameColumn<T> Sort(bool ascending = true, bool putNullValuesLast = true) => Clone(GetSortIndices(ascending, putNullValuesLast));

    /// <summary>Missing values replaced by <paramref name="value"/>.</summary>
    public PrimitiveDataFrameColumn<T> FillNulls(T value, bool inPlace = false) => Change(inPlace, v => v ?? value);

    /// <summary>Without missing values.</summary>
    public new PrimitiveDataFrameColumn<T> DropNulls() => (PrimitiveDataFrameColumn<T>)DropNullsImplementation();

    /// <summary>Replaces each value in place by what <paramref name="func"/> gives for it and its row.</summary>
    public void ApplyElementwise(Func<T?, long, T?> func)
    {
        for (var i = 0; i < Values.Count; i++)
        {
            Values[i] = func(Values[i], i);
        }

        Recount();
    }

    /// <summary>Each present value replaced by what <paramref name="func"/> gives for it.</summary>
    public PrimitiveDataFrameColumn<T> Apply(Func<T, T> func, bool inPlace = false) => Change(inPlace, v => v is { } value ? func(value) : null);

    /// <summary>A column of what <paramref name="func"/> gives for each value.</summary>
    public PrimitiveDataFrameColumn<TResult> Apply<TResult>(Func<T?, TResult?> func)
        where TResult : unmanaged
    {
        var result = ColumnFactory.Create<TResult>("Result");
        foreach (var value in Values)
        {
            result.Append(func(value));
        }

        return result;
    }

    /// <inheritdoc/>
    public override Dictionary<TKey, ICollection<long>> GroupColumnValues<TKey>(out HashSet<long> nullIndices)
    {
        if (typeof(TKey) != typeof(T))
        {
            throw new NotSupportedException($"Column '{Name}' holds {typeof(T).Name} values and cannot be grouped by {typeof(TKey).Name}.");
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
    public override GroupBy GroupBy(int columnIndex, DataFrame parent) => new GroupBy<T>(parent, columnIndex, GroupColumnValues<T>(out _));

    /// <inheritdoc/>
    public override DataFrame ValueCounts()
    {
        var groups = GroupColumnValues<T>(out _);
        return new DataFrame(
            ColumnFactory.Create<T>("Values", groups.Keys.Select(k => (T?)k)),
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

        Recount();
    }

    /// <inheritdoc/>
    protected internal override PrimitiveDataFrameColumn<long> GetSortIndices(bool ascending = true, bool putNullValuesLast = true) =>
        SortOrder.Of(Values.Count, i => Values[i].HasValue, (a, b) => Comparer<T>.Default.Compare(Values[a]!.Value, Values[b]!.Value), ascending, putNullValuesLast);

    internal override void AppendObject(object? value) => Append(value is null ? null : Converted(value));

    internal override DataFrameColumn Take(IReadOnlyList<long> rows)
    {
        var taken = CreateNewColumn(Name);
        foreach (var row in rows)
        {
            taken.Append(row < 0 ? null : Values[(int)row]);
        }

        return taken;
    }

    /// <summary>An empty column of the same kind.</summary>
    protected virtual PrimitiveDataFrameColumn<T> CreateNewColumn(string name, long length = 0) => ColumnFactory.Create<T>(name, length);

    /// <inheritdoc cref="this[long]"/>
    protected T? GetTypedValue(long rowIndex) => Values[Checked(rowIndex)];

    /// <inheritdoc/>
    protected override object? GetValue(long rowIndex) => GetTypedValue(rowIndex);

    /// <inheritdoc/>
    protected override IReadOnlyList<object?> GetValues(long startIndex, int length) => [.. this[startIndex, length].Select(v => (object?)v)];

    /// <inheritdoc/>
    protected override void SetValue(long rowIndex, object? value) => SetTyped(rowIndex, value is null ? null : Converted(value));

    /// <inheritdoc/>
    protected override IEnumerator GetEnumeratorCore() => GetEnumerator();

    /// <inheritdoc/>
    protected override DataFrameColumn CloneImplementation(long numberOfNullsToAppend = 0)
    {
        var copy = CreateNewColumn(Name);
        copy.Values.AddRange(Values);
        copy.Resize(Length + numberOfNullsToAppend);
        return copy;
    }

    /// <inheritdoc/>
    protected override DataFrameColumn FillNullsImplementation(object value, bool inPlace) => FillNulls(Converted(value), inPlace);

    /// <inheritdoc/>
    protected override DataFrameColumn DropNullsImplementation()
    {
        var kept = CreateNewColumn(Name);
        foreach (var value in Values.Where(v => v.HasValue))
        {
            kept.Append(value);
        }

        return kept;
    }

    private PrimitiveDataFrameColumn<T> Change(bool inPlace, Func<T?, T?> change)
    {
        var target = inPlace ? this : Clone();
        for (var i = 0; i < target.Values.Count; i++)
        {
            target.Values[i] = change(target.Values[i]);
        }

        target.Recount();
        return target;
    }

    private void SetTyped(long rowIndex, T? value)
    {
        var row = Checked(rowIndex);
        _nullCount += (value.HasValue ? 0 : 1) - (Values[row].HasValue ? 0 : 1);
        Values[row] = value;
    }

    private int Checked(long rowIndex) =>
        rowIndex >= 0 && rowIndex < Values.Count
            ? (int)rowIndex
            : throw new IndexOutOfRangeException($"Row {rowIndex} does not exist; column '{Name}' has {Length} rows, numbered from 0.");

    private T Converted(object value)
    {
        if (value is T typed)
        {
            return typed;
        }

        if (value is IConvertible convertible)
        {
            try
            {
                return (T)convertible.ToType(typeof(T), CultureInfo.InvariantCulture);
            }
            catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException)
            {
                throw new ArgumentException($"Column '{Name}' holds {typeof(T).Name} values; '{value}' is none.", e);
            }
        }

        throw new ArgumentException($"Column '{Name}' holds {typeof(T).Name} values; a {value.GetType().Name} is none.");
    }

    private void Recount()
    {
        Length = Values.Count;
        _nullCount = Values.Count(v => !v.HasValue);
    }
}
