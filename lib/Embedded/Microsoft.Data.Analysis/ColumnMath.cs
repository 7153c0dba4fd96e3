// Arithmetic and statistics of one element type, chosen once for each type: generic numbers for the numeric types,
// none for bool, char and DateTime.

using System.Numerics;

namespace Microsoft.Data.Analysis;

/// <summary>The operations that columns apply element by element.</summary>
internal enum ColumnOperation
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

/// <summary>How columns compare element by element.</summary>
internal enum ColumnComparison
{
    Equal,
    NotEqual,
    GreaterOrEqual,
    LessOrEqual,
    Greater,
    Less,
}

/// <summary>What an element type can do.</summary>
internal abstract class ColumnMath<T>
    where T : unmanaged
{
    private static readonly Lazy<ColumnMath<T>?> Instance = new(Make);

    /// <summary>The operations; null where the type is not numeric.</summary>
    public static ColumnMath<T>? Numbers => Instance.Value;

    /// <summary>The operations; a sentence where the type is not numeric.</summary>
    public static ColumnMath<T> For(string operation, string column) =>
        Numbers ?? throw new NotSupportedException($"{operation} needs a numeric column; '{column}' holds {typeof(T).Name} values.");

    public abstract T Zero { get; }

    public abstract T One { get; }

    public abstract T Apply(ColumnOperation operation, T a, T b);

    public abstract T Abs(T value);

    public abstract T Round(T value);

    public abstract T Max(T a, T b);

    public abstract T Min(T a, T b);

    public abstract double ToDouble(T value);

    private static ColumnMath<T>? Make() =>
        typeof(T) == typeof(bool) || typeof(T) == typeof(char) || typeof(T) == typeof(DateTime) || !typeof(T).GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(INumber<>))
            ? null
            : (ColumnMath<T>)Activator.CreateInstance(typeof(NumberMath<>).MakeGenericType(typeof(T)))!;
}

/// <summary>The operations of a numeric type.</summary>
internal sealed class NumberMath<T> : ColumnMath<T>
    where T : unmanaged, INumber<T>
{
    public override T Zero => T.Zero;

    public override T One => T.One;

    public override T Apply(ColumnOperation operation, T a, T b) => unchecked(operation switch
    {
        ColumnOperation.Add => a + b,
        ColumnOperation.Subtract => a - b,
        ColumnOperation.Multiply => a * b,
        ColumnOperation.Divide => a / b,
        _ => a % b,
    });

    public override T Abs(T value) => T.Abs(value);

    public override T Round(T value) => value switch
    {
        double d => (T)(object)Math.Round(d),
        float f => (T)(object)MathF.Round(f),
        decimal m => (T)(object)Math.Round(m),
        _ => value,
    };

    public override T Max(T a, T b) => b > a ? b : a;

    public override T Min(T a, T b) => b < a ? b : a;

    public override double ToDouble(T value) => double.CreateChecked(value);
}
