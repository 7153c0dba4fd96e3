// The columns by their names: one for each simple type.

namespace Microsoft.Data.Analysis;

/// <summary>A column of truth values.</summary>
public partial class BooleanDataFrameColumn : PrimitiveDataFrameColumn<bool>
{
    /// <summary>A column of values that may be missing.</summary>
    public BooleanDataFrameColumn(string name, IEnumerable<bool?> values)
        : base(name, values)
    {
    }

    /// <summary>A column of values.</summary>
    public BooleanDataFrameColumn(string name, IEnumerable<bool> values)
        : base(name, values)
    {
    }

    /// <summary>A column of missing values.</summary>
    public BooleanDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }
}

/// <summary>A column of whole numbers from 0 to 255.</summary>
public partial class ByteDataFrameColumn : PrimitiveDataFrameColumn<byte>
{
    /// <summary>A column of values that may be missing.</summary>
    public ByteDataFrameColumn(string name, IEnumerable<byte?> values)
        : base(name, values)
    {
    }

    /// <summary>A column of values.</summary>
    public ByteDataFrameColumn(string name, IEnumerable<byte> values)
        : base(name, values)
    {
    }

    /// <summary>A column of missing values.</summary>
    public ByteDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }
}

/// <summary>A column of characters.</summary>
public partial class CharDataFrameColumn : PrimitiveDataFrameColumn<char>
{
    /// <summary>A column of values that may be missing.</summary>
    public CharDataFrameColumn(string name, IEnumerable<char?> values)
        : base(name, values)
    {
    }

    /// <summary>A column of values.</summary>
    public CharDataFrameColumn(string name, IEnumerable<char> values)
        : base(name, values)
    {
    }

    /// <summary>A column of missing values.</summary>
    public CharDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }
}

/// <summary>A column of dates.</summary>
public partial class DateTimeDataFrameColumn : PrimitiveDataFrameColumn<DateTime>
{
    /// <summary>A column of values that may be missing.</summary>
    public DateTimeDataFrameColumn(string name, IEnumerable<DateTime?> values)
        : base(name, values)
    {
    }

    /// <summary>A column of values.</summary>
    public DateTimeDataFrameColumn(string name, IEnumerable<DateTime> values)
        : base(name, values)
    {
    }

    /// <summary>A column of missing values.</summary>
    public DateTimeDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }
}

/// <summary>A column of decimal numbers.</summary>
public partial class DecimalDataFrameColumn : PrimitiveDataFrameColumn<decimal>
{
    /// <summary>A column of values that may be missing.</summary>
    public DecimalDataFrameColumn(string name, IEnumerable<decimal?> values)
        : base(name, values)
    {
    }

    /// <summary>A column of values.</summary>
    public DecimalDataFrameColumn(string name, IEnumerable<decimal> values)
        : base(name, values)
    {
    }

    /// <summary>A column of missing values.</summary>
    public DecimalDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }
}

/// <summary>A column of 64-bit floating-point numbers.</summary>
public partial class DoubleDataFrameColumn : PrimitiveDataFrameColumn<double>
{
    /// <summary>A column of values that may be missing.</summary>
    public DoubleDataFrameColumn(string name, IEnumerable<double?> values)
        : base(name, values)
    {
    }

    /// <summary>A column of values.</summary>
    public DoubleDataFrameColumn(string name, IEnumerable<double> values)
        : base(name, values)
    {
    }

    /// <summary>A column of missing values.</summary>
    public DoubleDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }
}

/// <summary>A column of 16-bit whole numbers.</summary>
public partial class Int16DataFrameColumn : PrimitiveDataFrameColumn<short>
{
    /// <summary>A column of values that may be missing.</summary>
    public Int16DataFrameColumn(string name, IEnumerable<short?> values)
        : base(name, values)
    {
    }

    /// <summary>A column of values.</summary>
    public Int16DataFrameColumn(string name, IEnumerable<short> values)
        : base(name, values)
    {
    }

    /// <summary>A column of missing values.</summary>
    public Int16DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }
}

/// <summary>A column of 32-bit whole numbers.</summary>
public partial class Int32DataFrameColumn : PrimitiveDataFrameColumn<int>
{
    /// <summary>A column of values that may be missing.</summary>
    public Int32DataFrameColumn(string name, IEnumerable<int?> values)
        : base(name, values)
    {
    }

    /// <summary>A column of values.</summary>
    public Int32DataFrameColumn(string name, IEnumerable<int> values)
        : base(name, values)
    {
    }

    /// <summary>A column of missing values.</summary>
    public Int32DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }
}

/// <summary>A column of 64-bit whole numbers.</summary>
public partial class Int64DataFrameColumn : PrimitiveDataFrameColumn<long>
{
    /// <summary>A column of values that may be missing.</summary>
    public Int64DataFrameColumn(string name, IEnumerable<long?> values)
        : base(name, values)
    {
    }

    /// <summary>A column of values.</summary>
    public Int64DataFrameColumn(string name, IEnumerable<long> values)
        : base(name, values)
    {
    }

    /// <summary>A column of missing values.</summary>
    public Int64DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }
}

/// <summary>A column of whole numbers from -128 to 127.</summary>
public partial class SByteDataFrameColumn : PrimitiveDataFrameColumn<sbyte>
{
    /// <summary>A column of values that may be missing.</summary>
    public SByteDataFrameColumn(string name, IEnumerable<sbyte?> values)
        : base(name, values)
    {
    }

    /// <summary>A column of values.</summary>
    public SByteDataFrameColumn(string name, IEnumerable<sbyte> values)
        : base(name, values)
    {
    }

    /// <summary>A column of missing values.</summary>
    public SByteDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }
}

/// <summary>A column of 32-bit floating-point numbers.</summary>
public partial class SingleDataFrameColumn : PrimitiveDataFrameColumn<float>
{
    /// <summary>A column of values that may be missing.</summary>
    public SingleDataFrameColumn(string name, IEnumerable<float?> values)
        : base(name, values)
    {
    }

    /// <summary>A column of values.</summary>
    public SingleDataFrameColumn(string name, IEnumerable<float> values)
        : base(name, values)
    {
    }

    /// <summary>A column of missing values.</summary>
    public SingleDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }
}

/// <summary>A column of 16-bit whole numbers from 0.</summary>
public partial class UInt16DataFrameColumn : PrimitiveDataFrameColumn<ushort>
{
    /// <summary>A column of values that may be missing.</summary>
    public UInt16DataFrameColumn(string name, IEnumerable<ushort?> values)
        : base(name, values)
    {
    }

    /// <summary>A column of values.</summary>
    public UInt16DataFrameColumn(string name, IEnumerable<ushort> values)
        : base(name, values)
    {
    }

    /// <summary>A column of missing values.</summary>
    public UInt16DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }
}

/// <summary>A column of 32-bit whole numbers from 0.</summary>
public partial class UInt32DataFrameColumn : PrimitiveDataFrameColumn<uint>
{
    /// <summary>A column of values that may be missing.</summary>
    public UInt32DataFrameColumn(string name, IEnumerable<uint?> values)
        : base(name, values)
    {
    }

    /// <summary>A column of values.</summary>
    public UInt32DataFrameColumn(string name, IEnumerable<uint> values)
        : base(name, values)
    {
    }

    /// <summary>A column of missing values.</summary>
    public UInt32DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }
}

/// <summary>A column of 64-bit whole numbers from 0.</summary>
public partial class UInt64DataFrameColumn : PrimitiveDataFrameColumn<ulong>
{
    /// <summary>A column of values that may be missing.</summary>
    public UInt64DataFrameColumn(string name, IEnumerable<ulong?> values)
        : base(name, values)
    {
    }

    /// <summary>A column of values.</summary>
    public UInt64DataFrameColumn(string name, IEnumerable<ulong> values)
        : base(name, values)
    {
    }

    /// <summary>A column of missing values.</summary>
    public UInt64DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }
}
