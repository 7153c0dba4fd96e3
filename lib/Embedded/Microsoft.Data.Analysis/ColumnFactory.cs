// Columns of the named type for a type of values: float gives SingleDataFrameColumn.

namespace Microsoft.Data.Analysis;

/// <summary>Makes columns by the type of their values.</summary>
internal static class ColumnFactory
{
    public static PrimitiveDataFrameColumn<T> Create<T>(string name, long length = 0)
        where T : unmanaged =>
        (PrimitiveDataFrameColumn<T>)(Create(typeof(T), name, length) ?? new PrimitiveDataFrameColumn<T>(name, length));

    public static PrimitiveDataFrameColumn<T> Create<T>(string name, IEnumerable<T?> values)
        where T : unmanaged
    {
        var column = Create<T>(name);
        foreach (var value in values)
        {
            column.Append(value);
        }

        return column;
    }

    /// <summary>A column for values of that type; null where there is no named one.</summary>
    public static DataFrameColumn? Create(Type type, string name, long length = 0) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => new BooleanDataFrameColumn(name, length),
        TypeCode.Byte => new ByteDataFrameColumn(name, length),
        TypeCode.Char => new CharDataFrameColumn(name, length),
        TypeCode.DateTime => new DateTimeDataFrameColumn(name, length),
        TypeCode.Decimal => new DecimalDataFrameColumn(name, length),
        TypeCode.Double => new DoubleDataFrameColumn(name, length),
        TypeCode.Int16 => new Int16DataFrameColumn(name, length),
        TypeCode.Int32 => new Int32DataFrameColumn(name, length),
        TypeCode.Int64 => new Int64DataFrameColumn(name, length),
        TypeCode.SByte => new SByteDataFrameColumn(name, length),
        TypeCode.Single => new SingleDataFrameColumn(name, length),
        TypeCode.UInt16 => new UInt16DataFrameColumn(name, length),
        TypeCode.UInt32 => new UInt32DataFrameColumn(name, length),
        TypeCode.UInt64 => new UInt64DataFrameColumn(name, length),
        TypeCode.String => new StringDataFrameColumn(name, length),
        _ => null,
    };
}
