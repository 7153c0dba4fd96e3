// Rows grouped by the values of a column, and what can be computed for each group.

using System.Collections;
using System.Globalization;

namespace Microsoft.Data.Analysis;

/// <summary>Grouped rows.</summary>
public abstract class GroupBy
{
    /// <summary>The number of present values of each column in each group.</summary>
    public abstract DataFrame Count(params string[] columnNames);

    /// <summary>The first row of each group.</summary>
    public abstract DataFrame First(params string[] columnNames);

    /// <summary>The first rows of each group.</summary>
    public abstract DataFrame Head(int numberOfRows);

    /// <summary>The last rows of each group.</summary>
    public abstract DataFrame Tail(int numberOfRows);

    /// <summary>The greatest value of each column of numbers in each group.</summary>
    public abstract DataFrame Max(params string[] columnNames);

    /// <summary>The least value of each column of numbers in each group.</summary>
    public abstract DataFrame Min(params string[] columnNames);

    /// <summary>The product of each column of numbers in each group.</summary>
    public abstract DataFrame Product(params string[] columnNames);

    /// <summary>The sum of each column of numbers in each group.</summary>
    public abstract DataFrame Sum(params string[] columnNames);

    /// <summary>The mean of the present values of each column of numbers in each group.</summary>
    public abstract DataFrame Mean(params string[] columnNames);
}

/// <summary>Rows grouped by values of type <typeparamref name="TKey"/>.</summary>
public class GroupBy<TKey> : GroupBy
    where TKey : notnull
{
    private readonly DataFrame _frame;
    private readonly int _key;
    private readonly IDictionary<TKey, ICollection<long>> _groups;

    /// <summary>Groups the rows of a table.</summary>
    public GroupBy(DataFrame dataFrame, int groupByColumnIndex, IDictionary<TKey, ICollection<long>> keyToRowIndices) =>
        (_frame, _key, _groups) = (dataFrame, groupByColumnIndex, keyToRowIndices);

    /// <summary>The groups with their rows.</summary>
    public IEnumerable<IGrouping<TKey, DataFrameRow>> Groupings =>
        _groups.Select(IGrouping<TKey, DataFrameRow> (g) => new Group(g.Key, g.Value.Select(i => _frame.Rows[i])));

    /// <inheritdoc/>
    public override DataFrame Count(params string[] columnNames) =>
        Each(Columns(columnNames, numbers: false), column => new Int64DataFrameColumn(column.Name, _groups.Values.Select(rows => (long)rows.Count(column.IsValid))));

    /// <inheritdoc/>
    public override DataFrame First(params string[] columnNames) =>
        Each(Columns(columnNames, numbers: false), column => column.Take([.. _groups.Values.Select(rows => rows.First())]));

    /// <inheritdoc/>
    public override DataFrame Head(int numberOfRows) => Rows(rows => rows.Take(numberOfRows));

    /// <inheritdoc/>
    public override DataFrame Tail(int numberOfRows) => Rows(rows => rows.TakeLast(numberOfRows));

    /// <inheritdoc/>
    public override DataFrame Max(params string[] columnNames) => Aggregate(columnNames, (column, rows) => column.Max(rows));

    /// <inheritdoc/>
    public override DataFrame Min(params string[] columnNames) => Aggregate(columnNames, (column, rows) => column.Min(rows));

    /// <inheritdoc/>
    public override DataFrame Product(params string[] columnNames) => Aggregate(columnNames, (column, rows) => column.Product(rows));

    /// <inheritdoc/>
    public override DataFrame Sum(params string[] columnNames) => Aggregate(columnNames, (column, rows) => column.Sum(rows));

    /// <inheritdoc/>
    public override DataFrame Mean(params string[] columnNames) =>
        Each(Columns(columnNames, numbers: true), column => new DoubleDataFrameColumn(column.Name, _groups.Values.Select(rows =>
        {
            var present = rows.Where(column.IsValid).ToArray();
            return present.Length == 0 ? (double?)null : Convert.ToDouble(column.Sum(present), CultureInfo.InvariantCulture) / present.Length;
        })));

    private DataFrame Aggregate(string[] names, Func<DataFrameColumn, IEnumerable<long>, object> aggregate) =>
        Each(Columns(names, numbers: true), column =>
        {
            var result = column.Take([]);
            foreach (var rows in _groups.Values)
            {
                result.AppendObject(rows.Any(column.IsValid) ? aggregate(column, rows) : null);
            }

            return result;
        });

    private DataFrame Each(IEnumerable<DataFrameColumn> columns, Func<DataFrameColumn, DataFrameColumn> compute) =>
        new(columns.Select(compute).Prepend(Keys()));

    private DataFrame Rows(Func<IEnumerable<long>, IEnumerable<long>> choose)
    {
        var rows = _groups.Values.SelectMany(choose).ToArray();
        return new DataFrame(_frame.Columns.Where((_, i) => i != _key).Prepend(_frame.Columns[_key]).Select(c => c.Take(rows)));
    }

    private DataFrameColumn Keys() => _frame.Columns[_key].Take([.. _groups.Values.Select(rows => rows.First())]);

    /// <summary>The named columns; left out, all but the key, and for statistics only those of numbers.</summary>
    private IEnumerable<DataFrameColumn> Columns(string[] names, bool numbers) =>
        names.Length > 0
            ? names.Where(name => _frame.Columns.IndexOf(name) != _key).Select(name => _frame.Columns[name])
            : _frame.Columns.Where((column, i) => i != _key && (!numbers || column.IsNumericColumn()));

    private sealed class Group(TKey key, IEnumerable<DataFrameRow> rows) : IGrouping<TKey, DataFrameRow>
    {
        public TKey Key { get; } = key;

        public IEnumerator<DataFrameRow> GetEnumerator() => rows.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
