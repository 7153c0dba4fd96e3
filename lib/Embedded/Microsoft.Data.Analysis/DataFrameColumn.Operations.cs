// What can be done with columns element by element: arithmetic, logic, comparison, statistics. Each kind of column
// overrides what it can do; the rest answers with a sentence.

namespace Microsoft.Data.Analysis;

public abstract partial class DataFrameColumn
{
    public virtual DataFrameColumn Add(DataFrameColumn column, bool inPlace = false) => Combine(ColumnOperation.Add, column, inPlace);

    public virtual DataFrameColumn Add<T>(T value, bool inPlace = false) => Combine(ColumnOperation.Add, value, false, inPlace);

    public virtual DataFrameColumn ReverseAdd<T>(T value, bool inPlace = false) => Combine(ColumnOperation.Add, value, true, inPlace);

    public virtual DataFrameColumn Subtract(DataFrameColumn column, bool inPlace = false) => Combine(ColumnOperation.Subtract, column, inPlace);

    public virtual DataFrameColumn Subtract<T>(T value, bool inPlace = false) => Combine(ColumnOperation.Subtract, value, false, inPlace);

    public virtual DataFrameColumn ReverseSubtract<T>(T value, bool inPlace = false) => Combine(ColumnOperation.Subtract, value, true, inPlace);

    public virtual DataFrameColumn Multiply(DataFrameColumn column, bool inPlace = false) => Combine(ColumnOperation.Multiply, column, inPlace);

    public virtual DataFrameColumn Multiply<T>(T value, bool inPlace = false) => Combine(ColumnOperation.Multiply, value, false, inPlace);

    public virtual DataFrameColumn ReverseMultiply<T>(T value, bool inPlace = false) => Combine(ColumnOperation.Multiply, value, true, inPlace);

    public virtual DataFrameColumn Divide(DataFrameColumn column, bool inPlace = false) => Combine(ColumnOperation.Divide, column, inPlace);

    public virtual DataFrameColumn Divide<T>(T value, bool inPlace = false) => Combine(ColumnOperation.Divide, value, false, inPlace);

    public virtual DataFrameColumn ReverseDivide<T>(T value, bool inPlace = false) => Combine(ColumnOperation.Divide, value, true, inPlace);

    public virtual DataFrameColumn Modulo(DataFrameColumn column, bool inPlace = false) => Combine(ColumnOperation.Modulo, column, inPlace);

    public virtual DataFrameColumn Modulo<T>(T value, bool inPlace = false) => Combine(ColumnOperation.Modulo, value, false, inPlace);

    public virtual DataFrameColumn ReverseModulo<T>(T value, bool inPlace = false) => Combine(ColumnOperation.Modulo, value, true, inPlace);

    public virtual DataFrameColumn And(DataFrameColumn column, bool inPlace = false) => Truth("And", (a, b) => a && b, column, inPlace);

    public virtual PrimitiveDataFrameColumn<bool> And(bool value, bool inPlace = false) => Truth("And", a => a && value, inPlace);

    public virtual DataFrameColumn Or(DataFrameColumn column, bool inPlace = false) => Truth("Or", (a, b) => a || b, column, inPlace);

    public virtual PrimitiveDataFrameColumn<bool> Or(bool value, bool inPlace = false) => Truth("Or", a => a || value, inPlace);

    public virtual DataFrameColumn Xor(DataFrameColumn column, bool inPlace = false) => Truth("Xor", (a, b) => a ^ b, column, inPlace);

    public virtual PrimitiveDataFrameColumn<bool> Xor(bool value, bool inPlace = false) => Truth("Xor", a => a ^ value, inPlace);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseEquals(DataFrameColumn column) => Compare(ColumnComparison.Equal, column);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseEquals<T>(T value) => Compare(ColumnComparison.Equal, value);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(DataFrameColumn column) => Compare(ColumnComparison.NotEqual, column);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseNotEquals<T>(T value) => Compare(ColumnComparison.NotEqual, value);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual(DataFrameColumn column) => Compare(ColumnComparison.GreaterOrEqual, column);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual<T>(T value) => Compare(ColumnComparison.GreaterOrEqual, value);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual(DataFrameColumn column) => Compare(ColumnComparison.LessOrEqual, column);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual<T>(T value) => Compare(ColumnComparison.LessOrEqual, value);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan(DataFrameColumn column) => Compare(ColumnComparison.Greater, column);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan<T>(T value) => Compare(ColumnComparison.Greater, value);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThan(DataFrameColumn column) => Compare(ColumnComparison.Less, column);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThan<T>(T value) => Compare(ColumnComparison.Less, value);

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseIsNull() => Marks(i => !IsValid(i));

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseIsNotNull() => Marks(IsValid);

    /// <summary>The magnitude of each value.</summary>
    public virtual DataFrameColumn Abs(bool inPlace = false) => throw Unsupported("Abs");

    /// <summary>Each value rounded to a whole number, halves to even.</summary>
    public virtual DataFrameColumn Round(bool inPlace = false) => throw Unsupported("Round");

    /// <summary>Whether all values are true.</summary>
    public virtual bool All() => throw Unsupported("All");

    /// <summary>Whether any value is true.</summary>
    public virtual bool Any() => throw Unsupported("Any");

    public virtual DataFrameColumn CumulativeMax(bool inPlace = false) => throw Unsupported("CumulativeMax");

    public virtual DataFrameColumn CumulativeMin(bool inPlace = false) => throw Unsupported("CumulativeMin");

    public virtual DataFrameColumn CumulativeProduct(bool inPlace = false) => throw Unsupported("CumulativeProduct");

    public virtual DataFrameColumn CumulativeSum(bool inPlace = false) => throw Unsupported("CumulativeSum");

    public virtual object Max() => throw Unsupported("Max");

    public virtual object Max(IEnumerable<long> rowIndices) => throw Unsupported("Max");

    public virtual object Min() => throw Unsupported("Min");

    public virtual object Min(IEnumerable<long> rowIndices) => throw Unsupported("Min");

    public virtual object Product() => throw Unsupported("Product");

    public virtual object Product(IEnumerable<long> rowIndices) => throw Unsupported("Product");

    public virtual object Sum() => throw Unsupported("Sum");

    public virtual object Sum(IEnumerable<long> rowIndices) => throw Unsupported("Sum");

    public virtual double Mean() => throw Unsupported("Mean");

    public virtual double Median() => throw Unsupported("Median");

    /// <summary>Values below <paramref name="min"/> raised to it, those above <paramref name="max"/> lowered to it.</summary>
    public virtual DataFrameColumn Clamp<U>(U min, U max, bool inPlace = false) => throw Unsupported("Clamp");

    /// <summary>The values from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public virtual DataFrameColumn Filter<U>(U min, U max) => throw Unsupported("Filter");

    internal virtual DataFrameColumn Combine(ColumnOperation operation, DataFrameColumn other, bool inPlace) => throw Unsupported(operation.ToString());

    internal virtual DataFrameColumn Combine(ColumnOperation operation, object? value, bool reversed, bool inPlace) => throw Unsupported(operation.ToString());

    internal void SameLength(DataFrameColumn other)
    {
        if (other.Length != Length)
        {
            throw new ArgumentException($"Columns '{Name}' and '{other.Name}' need the same length; they have {Length} and {other.Length} rows.");
        }
    }

    private BooleanDataFrameColumn Marks(Func<long, bool> mark)
    {
        var marks = new BooleanDataFrameColumn(Name);
        for (long i = 0; i < Length; i++)
        {
            marks.Append(mark(i));
        }

        return marks;
    }

    private BooleanDataFrameColumn Compare(ColumnComparison comparison, DataFrameColumn other)
    {
        SameLength(other);
        return Marks(i => Holds(comparison, this[i], other[i]));
    }

    private BooleanDataFrameColumn Compare(ColumnComparison comparison, object? value) => Marks(i => Holds(comparison, this[i], value));

    // Missing values are equal to each other and neither less nor greater than anything.
    private bool Holds(ColumnComparison comparison, object? a, object? b)
    {
        if (a is null || b is null)
        {
            return comparison switch
            {
                ColumnComparison.Equal => a is null && b is null,
                ColumnComparison.NotEqual => a is null != b is null,
                _ => false,
            };
        }

        if (a is double or float && double.IsNaN(Convert.ToDouble(a, System.Globalization.CultureInfo.InvariantCulture))
            || b is double or float && double.IsNaN(Convert.ToDouble(b, System.Globalization.CultureInfo.InvariantCulture)))
        {
            return comparison == ColumnComparison.NotEqual;
        }

        var order = Order(a, b);
        return comparison switch
        {
            ColumnComparison.Equal => order == 0,
            ColumnComparison.NotEqual => order != 0,
            ColumnComparison.GreaterOrEqual => order >= 0,
            ColumnComparison.LessOrEqual => order <= 0,
            ColumnComparison.Greater => order > 0,
            _ => order < 0,
        };
    }

    private int Order(object a, object b)
    {
        if (a is string text)
        {
            return string.CompareOrdinal(text, Convert.ToString(b, System.Globalization.CultureInfo.InvariantCulture));
        }

        if (a.GetType() == b.GetType() && a is IComparable same)
        {
            return same.CompareTo(b);
        }

        try
        {
            var invariant = System.Globalization.CultureInfo.InvariantCulture;
            return a is decimal || b is decimal
                ? Convert.ToDecimal(a, invariant).CompareTo(Convert.ToDecimal(b, invariant))
                : Convert.ToDouble(a, invariant).CompareTo(Convert.ToDouble(b, invariant));
        }
        catch (Exception e) when (e is FormatException or InvalidCastException)
        {
            throw new NotSupportedException($"Column '{Name}' of {DataType.Name} values cannot be compared with {b.GetType().Name} values.", e);
        }
    }

    private PrimitiveDataFrameColumn<bool> Truth(string operation, Func<bool, bool, bool> combine, DataFrameColumn other, bool inPlace)
    {
        if (this is not PrimitiveDataFrameColumn<bool> own || other is not PrimitiveDataFrameColumn<bool> theirs)
        {
            throw new NotSupportedException($"{operation} needs two columns of bool; '{Name}' holds {DataType.Name} and '{other.Name}' {other.DataType.Name} values.");
        }

        SameLength(other);
        var target = inPlace ? own : own.Clone();
        for (long i = 0; i < Length; i++)
        {
            target[i] = own[i] is { } a && theirs[i] is { } b ? combine(a, b) : null;
        }

        return target;
    }

    private PrimitiveDataFrameColumn<bool> Truth(string operation, Func<bool, bool> change, bool inPlace) =>
        this is PrimitiveDataFrameColumn<bool> own ? own.Apply(change, inPlace) : throw Unsupported(operation);
}
