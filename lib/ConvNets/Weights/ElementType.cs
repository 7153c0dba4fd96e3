// The number formats that files of weights use, and their conversion to float32.
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ConvNets.Weights;

/// <summary>Number format of a stored tensor.</summary>
public enum ElementType
{
    /// <summary>32-bit float.</summary>
    Float32,

    /// <summary>64-bit float.</summary>
    Float64,

    /// <summary>16-bit float, IEEE half.</summary>
    Float16,

    /// <summary>16-bit float with float32's exponent.</summary>
    BFloat16,

    /// <summary>64-bit integer.</summary>
    Int64,

    /// <summary>32-bit integer.</summary>
    Int32,

    /// <summary>16-bit integer.</summary>
    Int16,

    /// <summary>8-bit integer.</summary>
    Int8,

    /// <summary>8-bit unsigned integer.</summary>
    UInt8,

    /// <summary>One byte, 0 or 1.</summary>
    Bool,
}

/// <summary>Sizes and conversions of element types.</summary>
internal static class ElementTypes
{
    public static int Size(this ElementType type) => type switch
    {
        ElementType.Float64 or ElementType.Int64 => 8,
        ElementType.Float32 or ElementType.Int32 => 4,
        ElementType.Float16 or ElementType.BFloat16 or ElementType.Int16 => 2,
        _ => 1,
    };

    /// <summary>Element <paramref name="index"/> of little-endian data, as a double.</summary>
    public static double Read(this ElementType type, ReadOnlySpan<byte> data, long index)
    {
        var at = data[checked((int)(index * type.Size()))..];
        return type switch
        {
            ElementType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(at),
            ElementType.Float64 => BinaryPrimitives.ReadDoubleLittleEndian(at),
            ElementType.Float16 => (double)BinaryPrimitives.ReadHalfLittleEndian(at),
            ElementType.BFloat16 => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(at) << 16),
            ElementType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(at),
            ElementType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(at),
            ElementType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(at),
            ElementType.Int8 => (sbyte)at[0],
            _ => at[0],
        };
    }

    /// <summary>Writes a double as one element of this type.</summary>
    public static void Write(this ElementType type, Span<byte> at, double value)
    {
        switch (type)
        {
            case ElementType.Float32: BinaryPrimitives.WriteSingleLittleEndian(at, (float)value); break;
            case ElementType.Float64: BinaryPrimitives.WriteDoubleLittleEndian(at, value); break;
            case ElementType.Float16: BinaryPrimitives.WriteHalfLittleEndian(at, (Half)value); break;
            case ElementType.BFloat16: BinaryPrimitives.WriteUInt16LittleEndian(at, (ushort)(BitConverter.SingleToInt32Bits((float)value) >> 16)); break;
            case ElementType.Int64: BinaryPrimitives.WriteInt64LittleEndian(at, (long)value); break;
            case ElementType.Int32: BinaryPrimitives.WriteInt32LittleEndian(at, (int)value); break;
            case ElementType.Int16: BinaryPrimitives.WriteInt16LittleEndian(at, (short)value); break;
            case ElementType.Int8: MemoryMarshal.Write(at, (sbyte)value); break;
            default: at[0] = (byte)value; break;
        }
    }
}
