// Arithmetic and statistics of columns of numbers. Missing values stay missing in arithmetic and are left out of
// statistics. Columns of different types are combined as double, or as decimal where one of them is.

using System.Globalization;

namespace Microsoft.Data.Analysis;

public partial class PrimitiveDataFrameColumn<T>
{
    /// <inheritdoc/>
    public override bool HasDescription() => IsNumericColumn();

    /// <inheritdoc/>
    public override DataFrameColumn Description()
    {
        var any = Length > NullCount;
        var description = new SingleDataFrameColumn(Name);
        description.Append(Length - NullCount);
        description.Append(any ? Convert.ToSingle(Max(), CultureInfo.InvariantCulture) : null);
        description.Append(any ? Convert.ToSingle(Min(), CultureInfo.InvariantCulture) : null);
        description.Append(any ? (float)Mean() : null);
        return description;
    }

    /// <inheritdoc/>
    public override DataFrameColumn Abs(bool inPlace = false) => Apply(Numbers("Abs").Abs, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn Round(bool inPlace = false) => Apply(Numbers("Round").Round, inPlace);

    /// <inheritdoc/>
    public override bool All() => Booleans("All").TrueForAll(v => v);

    /// <inheritdoc/>
    public override bool Any() => Booleans("Any").Exists(v => v);

    /// <inheritdoc/>
    public override DataFrameColumn CumulativeMax(bool inPlace = false) => Running(Numbers("CumulativeMax").Max, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn CumulativeMin(bool inPlace = false) => Running(Numbers("CumulativeMin").Min, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn CumulativeProduct(bool inPlace = false)
    {
        var math = Numbers("CumulativeProduct");
        return Running((a, b) => math.Apply(ColumnOperation.Multiply, a, b), inPlace);
    }

    /// <inheritdoc/>
    public override DataFrameColumn CumulativeSum(bool inPlace = false)
    {
        var math = Numbers("CumulativeSum");
        return Running((a, b) => math.Apply(ColumnOperation.Add, a, b), inPlace);
    }

    /// <inheritdoc/>
    public override object Max() => Extreme("Max", Present(), Numbers("Max").Max);

    /// <inheritdoc/>
    public override object Max(IEnumerable<long> rowIndices) => Extreme("Max", Present(rowIndices), Numbers("Max").Max);

    /// <inheritdoc/>
    public override object Min() => Extreme("Min", Present(), Numbers("Min").Min);

    /// <inheritdoc/>
    public override object Min(IEnumerable<long> rowIndices) => Extreme("Min", Present(rowIndices), Numbers("Min").Min);

    /// <inheritdoc/>
    public override object Product() => Product(Present());

    /// <inheritdoc/>
    public override object Product(IEnumerable<long> rowIndices) => Product(Present(rowIndices));

    /// <inheritdoc/>
    public override object Sum() => Sum(Present());

    /// <inheritdoc/>
    public override object Sum(IEnumerable<long> rowIndices) => Sum(Present(rowIndices));

    /// <inheritdoc/>
    public override double Mean()
    {
        var math = Numbers("Mean");
        var values = Present().ToList();
        return values.Count == 0 ? double.NaN : values.Sum(math.ToDouble) / values.Count;
    }

    /// <inheritdoc/>
    public override double Median()
    {
        var math = Numbers("Median");
        var values = Present().Select(math.ToDouble).Order().ToArray();
        if (values.Length == 0)
        {
            return double.NaN;
        }

        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /// <summary>Values below <paramref name="min"/> raised to it, those above <paramref name="max"/> lowered to it.</summary>
    public PrimitiveDataFrameColumn<T> Clamp(T min, T max, bool inPlace = false)
    {
        var compare = Comparer<T>.Default;
        return Apply(v => compare.Compare(v, min) < 0 ? min : compare.Compare(v, max) > 0 ? max : v, inPlace);
    }

    /// <inheritdoc/>
    public override DataFrameColumn Clamp<U>(U min, U max, bool inPlace = false) => Clamp(Converted(min!), Converted(max!), inPlace);

    /// <summary>The values from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public PrimitiveDataFrameColumn<T> Filter(T min, T max)
    {
        var compare = Comparer<T>.Default;
        var kept = CreateNewColumn(Name);
        foreach (var value in Present().Where(v => compare.Compare(v, min) >= 0 && compare.Compare(v, max) <= 0))
        {
            kept.Append(value);
        }

        return kept;
    }

    /// <inheritdoc/>
    public override DataFrameColumn Filter<U>(U min, U max) => Filter(Converted(min!), Converted(max!));

    internal override DataFrameColumn Combine(ColumnOperation operation, DataFrameColumn other, bool inPlace)
    {
        SameLength(other);
        return Combine(operation, other.DataType, i => other[i], false, inPlace);
    }

    internal override DataFrameColumn Combine(ColumnOperation operation, object? value, bool reversed, bool inPlace)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Combine(operation, value.GetType(), _ => value, reversed, inPlace);
    }

    private DataFrameColumn Combine(ColumnOperation operation, Type type, Func<long, object?> other, bool reversed, bool inPlace)
    {
        var math = Numbers(operation.ToString());
        if (type == typeof(T))
        {
            return Combine(this, operation, math, i => (T?)other(i), reversed, inPlace);
        }

        if (inPlace)
        {
            throw new ArgumentException($"{operation} in place needs {typeof(T).Name} values, as column '{Name}' holds; given were {type.Name} values.");
        }

        if (!(Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal))
        {
            throw new NotSupportedException($"{operation} needs numbers; column '{Name}' holds {typeof(T).Name} and is combined with {type.Name} values.");
        }

        if (type == typeof(decimal) || typeof(T) == typeof(decimal))
        {
            var mine = ColumnFactory.Create<decimal>(Name, Values.Select(v => v is { } x ? (decimal?)Convert.ToDecimal(x, CultureInfo.InvariantCulture) : null));
            return Combine(mine, operation, ColumnMath<decimal>.For(operation.ToString(), Name), i => other(i) is { } x ? Convert.ToDecimal(x, CultureInfo.InvariantCulture) : null, reversed, true);
        }

        var wide = ColumnFactory.Create<double>(Name, Values.Select(v => v is { } x ? (double?)math.ToDouble(x) : null));
        return Combine(wide, operation, ColumnMath<double>.For(operation.ToString(), Name), i => other(i) is { } x ? Convert.ToDouble(x, CultureInfo.InvariantCulture) : null, reversed, true);
    }

    private static PrimitiveDataFrameColumn<U> Combine<U>(PrimitiveDataFrameColumn<U> column, ColumnOperation operation, ColumnMath<U> math, Func<long, U?> other, bool reversed, bool inPlace)
        where U : unmanaged
    {
        var target = inPlace ? column : column.Clone();
        target.ApplyElementwise((value, i) => value is { } a && other(i) is { } b ? reversed ? math.Apply(operation, b, a) : math.Apply(operation, a, b) : null);
        return target;
    }

    private ColumnMath<T> Numbers(string operation) => ColumnMath<T>.For(operation, Name);

    private List<bool> Booleans(string operation) =>
        typeof(T) == typeof(bool) ? [.. Present().Select(v => (bool)(object)v)] : throw Unsupported(operation);

    private IEnumerable<T> Present() => Values.Where(v => v.HasValue).Select(v => v!.Value);

    private IEnumerable<T> Present(IEnumerable<long> rows) => rows.Select(i => Values[(int)i]).Where(v => v.HasValue).Select(v => v!.Value);

    private object Extreme(string operation, IEnumerable<T> values, Func<T, T, T> choose)
    {
        T? best = null;
        foreach (var value in values)
        {
            best = best is { } so ? choose(so, value) : value;
        }

        return best ?? throw new InvalidOperationException($"{operation} needs at least one value; column '{Name}' has none.");
    }

    private object Sum(IEnumerable<T> values)
    {
        var math = Numbers("Sum");
        return values.Aggregate(math.Zero, (a, b) => math.Apply(ColumnOperation.Add, a, b));
    }

    private object Product(IEnumerable<T> values)
    {
        var math = Numbers("Product");
        return values.Aggregate(math.One, (a, b) => math.Apply(ColumnOperation.Multiply, a, b));
    }

    private PrimitiveDataFrameColumn<T> Running(Func<T, T, T> combine, bool inPlace)
    {
        var target = inPlace ? this : Clone();
        T? so = null;
        target.ApplyElementwise((value, _) => value is { } v ? so = so is { } before ? combine(before, v) : v : null);
        return target;
    }
}
