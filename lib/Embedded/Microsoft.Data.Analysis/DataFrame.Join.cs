// Joining tables by the numbers of their rows, or merging them by the values of columns.

namespace Microsoft.Data.Analysis;

/// <summary>Which rows a join keeps.</summary>
public enum JoinAlgorithm
{
    /// <summary>All rows of the left table.</summary>
    Left,

    /// <summary>All rows of the right table.</summary>
    Right,

    /// <summary>All rows of both.</summary>
    FullOuter,

    /// <summary>Rows with a partner.</summary>
    Inner,
}

public partial class DataFrame
{
    /// <summary>Puts the columns of another table beside these, row by row.</summary>
    public DataFrame Join(DataFrame other, string leftSuffix = "_left", string rightSuffix = "_right", JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left)
    {
        var (mine, theirs) = (Rows.Count, other.Rows.Count);
        var count = joinAlgorithm switch
        {
            JoinAlgorithm.Left => mine,
            JoinAlgorithm.Right => theirs,
            JoinAlgorithm.FullOuter => Math.Max(mine, theirs),
            _ => Math.Min(mine, theirs),
        };
        var left = Range(0, count).Select(i => i < mine ? i : -1).ToArray();
        var right = Range(0, count).Select(i => i < theirs ? i : -1).ToArray();
        return Beside(other, left, right, leftSuffix, rightSuffix);
    }

    /// <summary>Merges two tables where the values of one column of each agree.</summary>
    public DataFrame Merge<TKey>(DataFrame other, string leftJoinColumn, string rightJoinColumn, string leftSuffix = "_left", string rightSuffix = "_right", JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left) =>
        Merge(other, [leftJoinColumn], [rightJoinColumn], leftSuffix, rightSuffix, joinAlgorithm);

    /// <summary>Merges two tables where the values of several columns of each agree. Missing values agree with missing values.</summary>
    public DataFrame Merge(DataFrame other, string[] leftJoinColumns, string[] rightJoinColumns, string leftSuffix = "_left", string rightSuffix = "_right", JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(leftJoinColumns);
        ArgumentNullException.ThrowIfNull(rightJoinColumns);
        if (leftJoinColumns.Length != rightJoinColumns.Length || leftJoinColumns.Length == 0)
        {
            throw new ArgumentException($"Merge needs as many columns on the right as on the left, and at least one; given were {leftJoinColumns.Length} and {rightJoinColumns.Length}.", nameof(rightJoinColumns));
        }

        var keepLeft = joinAlgorithm is JoinAlgorithm.Left or JoinAlgorithm.FullOuter;
        var keepRight = joinAlgorithm is JoinAlgorithm.Right or JoinAlgorithm.FullOuter;
        var left = new List<long>();
        var right = new List<long>();
        if (joinAlgorithm == JoinAlgorithm.Right)
        {
            Match(other, rightJoinColumns, this, leftJoinColumns, right, left, keepUnmatched: true, []);
        }
        else
        {
            var matched = new HashSet<long>();
            Match(this, leftJoinColumns, other, rightJoinColumns, left, right, keepLeft, matched);
            foreach (var row in Range(0, other.Rows.Count).Where(row => keepRight && !matched.Contains(row)))
            {
                left.Add(-1);
                right.Add(row);
            }
        }

        return Beside(other, left, right, leftSuffix, rightSuffix);
    }

    private static void Match(DataFrame kept, string[] keptColumns, DataFrame added, string[] addedColumns, List<long> keptRows, List<long> addedRows, bool keepUnmatched, HashSet<long> matched)
    {
        var keys = Range(0, added.Rows.Count).ToLookup(row => new RowKey([.. addedColumns.Select(name => added.Columns[name][row])]));
        foreach (var row in Range(0, kept.Rows.Count))
        {
            var partners = keys[new RowKey([.. keptColumns.Select(name => kept.Columns[name][row])])].ToArray();
            foreach (var partner in partners)
            {
                keptRows.Add(row);
                addedRows.Add(partner);
                matched.Add(partner);
            }

            if (partners.Length == 0 && keepUnmatched)
            {
                keptRows.Add(row);
                addedRows.Add(-1);
            }
        }
    }

    private DataFrame Beside(DataFrame other, IReadOnlyList<long> left, IReadOnlyList<long> right, string leftSuffix, string rightSuffix)
    {
        var joined = new DataFrame();
        foreach (var (frame, rows, against, suffix) in new[] { (this, left, other, leftSuffix), (other, right, this, rightSuffix) })
        {
            foreach (var column in frame.Columns)
            {
                var taken = column.Take(rows);
                if (against.Columns.IndexOf(column.Name) >= 0)
                {
                    taken.SetName(column.Name + suffix);
                }

                joined.Columns.Add(taken);
            }
        }

        return joined;
    }

    private readonly struct RowKey(object?[] values) : IEquatable<RowKey>
    {
        private readonly object?[] _values = values;

        public bool Equals(RowKey other) => _values.AsSpan().SequenceEqual(other._values);

        public override bool Equals(object? obj) => obj is RowKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var value in _values)
            {
                hash.Add(value);
            }

            return hash.ToHashCode();
        }
    }
}
