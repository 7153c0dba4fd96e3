// The columns of a table: names differ, lengths agree.

using System.Collections.ObjectModel;

namespace Microsoft.Data.Analysis;

/// <summary>The columns of a table, by number or by name.</summary>
public class DataFrameColumnCollection : Collection<DataFrameColumn>
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    internal DataFrameColumnCollection(IEnumerable<DataFrameColumn> columns)
    {
        foreach (var column in columns)
        {
            Add(column);
        }
    }

    internal long RowCount { get; set; }

    /// <summary>The column of that name; setting it replaces the column or appends it.</summary>
    public DataFrameColumn this[string columnName]
    {
        get
        {
            var index = IndexOf(columnName);
            return index >= 0
                ? this[index]
                : throw new ArgumentException($"Column '{columnName}' does not exist; the table has {(Count == 0 ? "no columns" : string.Join(", ", _numbers.Keys))}.", nameof(columnName));
        }

        set
        {
            value.SetName(columnName);
            var index = IndexOf(columnName);
            if (index < 0)
            {
                Add(value);
            }
            else
            {
                this[index] = value;
            }
        }
    }

    /// <summary>Gives a column another name.</summary>
    public void RenameColumn(string currentName, string newName) => this[currentName].SetName(newName);

    /// <summary>Gives a column another name.</summary>
    [Obsolete("Use DataFrameColumn.SetName.")]
    public void SetColumnName(DataFrameColumn column, string newName) => column.SetName(newName);

    /// <summary>Inserts a column of these values.</summary>
    public void Insert<T>(int columnIndex, IEnumerable<T> column, string columnName)
        where T : unmanaged => Insert(columnIndex, ColumnFactory.Create(columnName, column.Select(v => (T?)v)));

    /// <summary>Removes the column of that name, where there is one.</summary>
    public void Remove(string columnName)
    {
        var index = IndexOf(columnName);
        if (index >= 0)
        {
            RemoveAt(index);
        }
    }

    /// <summary>The number of the column of that name, or -1.</summary>
    public int IndexOf(string columnName) => columnName is not null && _numbers.TryGetValue(columnName, out var index) ? index : -1;

    /// <summary>The column of that name with values of type <typeparamref name="T"/>.</summary>
    public PrimitiveDataFrameColumn<T> GetPrimitiveColumn<T>(string name)
        where T : unmanaged => Get<PrimitiveDataFrameColumn<T>>(name, typeof(T));

    /// <summary>The column of texts of that name.</summary>
    public StringDataFrameColumn GetStringColumn(string name) => Get<StringDataFrameColumn>(name, typeof(string));

    /// <summary>The column of bool values of that name.</summary>
    public BooleanDataFrameColumn GetBooleanColumn(string name) => Get<BooleanDataFrameColumn>(name, typeof(bool));

    /// <summary>The column of byte values of that name.</summary>
    public ByteDataFrameColumn GetByteColumn(string name) => Get<ByteDataFrameColumn>(name, typeof(byte));

    /// <summary>The column of char values of that name.</summary>
    public CharDataFrameColumn GetCharColumn(string name) => Get<CharDataFrameColumn>(name, typeof(char));

    /// <summary>The column of DateTime values of that name.</summary>
    public DateTimeDataFrameColumn GetDateTimeColumn(string name) => Get<DateTimeDataFrameColumn>(name, typeof(DateTime));

    /// <summary>The column of decimal values of that name.</summary>
    public DecimalDataFrameColumn GetDecimalColumn(string name) => Get<DecimalDataFrameColumn>(name, typeof(decimal));

    /// <summary>The column of double values of that name.</summary>
    public DoubleDataFrameColumn GetDoubleColumn(string name) => Get<DoubleDataFrameColumn>(name, typeof(double));

    /// <summary>The column of short values of that name.</summary>
    public Int16DataFrameColumn GetInt16Column(string name) => Get<Int16DataFrameColumn>(name, typeof(short));

    /// <summary>The column of int values of that name.</summary>
    public Int32DataFrameColumn GetInt32Column(string name) => Get<Int32DataFrameColumn>(name, typeof(int));

    /// <summary>The column of long values of that name.</summary>
    public Int64DataFrameColumn GetInt64Column(string name) => Get<Int64DataFrameColumn>(name, typeof(long));

    /// <summary>The column of sbyte values of that name.</summary>
    public SByteDataFrameColumn GetSByteColumn(string name) => Get<SByteDataFrameColumn>(name, typeof(sbyte));

    /// <summary>The column of float values of that name.</summary>
    public SingleDataFrameColumn GetSingleColumn(string name) => Get<SingleDataFrameColumn>(name, typeof(float));

    /// <summary>The column of ushort values of that name.</summary>
    public UInt16DataFrameColumn GetUInt16Column(string name) => Get<UInt16DataFrameColumn>(name, typeof(ushort));

    /// <summary>The column of uint values of that name.</summary>
    public UInt32DataFrameColumn GetUInt32Column(string name) => Get<UInt32DataFrameColumn>(name, typeof(uint));

    /// <summary>The column of ulong values of that name.</summary>
    public UInt64DataFrameColumn GetUInt64Column(string name) => Get<UInt64DataFrameColumn>(name, typeof(ulong));

    internal IReadOnlyList<string> GetColumnNames() => [.. this.Select(c => c.Name)];

    internal void Renaming(DataFrameColumn column, string newName)
    {
        var index = IndexOf(newName);
        if (index >= 0 && this[index] != column)
        {
            throw new ArgumentException($"The table already has a column '{newName}'; names must differ.", nameof(newName));
        }

        _numbers.Remove(column.Name);
        _numbers[newName] = IndexOf(column);
    }

    /// <inheritdoc/>
    protected override void InsertItem(int columnIndex, DataFrameColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        CheckLength(column, Count);
        if (_numbers.ContainsKey(column.Name))
        {
            throw new ArgumentException($"The table already has a column '{column.Name}'; names must differ.", nameof(column));
        }

        column.Owner = this;
        base.InsertItem(columnIndex, column);
        Renumber();
    }

    /// <inheritdoc/>
    protected override void SetItem(int columnIndex, DataFrameColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        CheckLength(column, Count - 1);
        var index = IndexOf(column.Name);
        if (index >= 0 && index != columnIndex)
        {
            throw new ArgumentException($"The table already has a column '{column.Name}'; names must differ.", nameof(column));
        }

        this[columnIndex].Owner = null;
        column.Owner = this;
        base.SetItem(columnIndex, column);
        Renumber();
    }

    /// <inheritdoc/>
    protected override void RemoveItem(int columnIndex)
    {
        this[columnIndex].Owner = null;
        base.RemoveItem(columnIndex);
        Renumber();
    }

    /// <inheritdoc/>
    protected override void ClearItems()
    {
        foreach (var column in this)
        {
            column.Owner = null;
        }

        base.ClearItems();
        Renumber();
    }

    private void CheckLength(DataFrameColumn column, int others)
    {
        if (others > 0 && column.Length != RowCount)
        {
            throw new ArgumentException($"Column '{column.Name}' has {column.Length} rows, the table has {RowCount}; all columns need the same length.", nameof(column));
        }

        RowCount = column.Length;
    }

    private void Renumber()
    {
        _numbers.Clear();
        for (var i = 0; i < Count; i++)
        {
            _numbers[this[i].Name] = i;
        }

        if (Count == 0)
        {
            RowCount = 0;
        }
    }

    private TColumn Get<TColumn>(string name, Type type)
        where TColumn : DataFrameColumn =>
        this[name] as TColumn ?? throw new ArgumentException($"Column '{name}' holds {this[name].DataType.Name} values in a {this[name].GetType().Name}; asked for was a column of {type.Name}.", nameof(name));
}
