namespace TorchSharp;

public static partial class torch
{
    /// <summary>The element types of tensors.</summary>
    public enum ScalarType : sbyte
    {
        Byte = 0,
        Int8 = 1,
        Int16 = 2,
        Int32 = 3,
        Int64 = 4,
        Float16 = 5,
        Float32 = 6,
        Float64 = 7,
        ComplexFloat32 = 9,
        ComplexFloat64 = 10,
        Bool = 11,
        QInt8 = 12,
        QUInt8 = 13,
        QInt32 = 14,
        BFloat16 = 15,
    }

    public static ScalarType uint8 = ScalarType.Byte;
    public static ScalarType int8 = ScalarType.Int8;
    public static ScalarType int16 = ScalarType.Int16;
    public static ScalarType @short = ScalarType.Int16;
    public static ScalarType int32 = ScalarType.Int32;
    public static ScalarType @int = ScalarType.Int32;
    public static ScalarType int64 = ScalarType.Int64;
    public static ScalarType @long = ScalarType.Int64;
    public static ScalarType float16 = ScalarType.Float16;
    public static ScalarType half = ScalarType.Float16;
    public static ScalarType bfloat16 = ScalarType.BFloat16;
    public static ScalarType float32 = ScalarType.Float32;
    public static ScalarType @float = ScalarType.Float32;
    public static ScalarType float64 = ScalarType.Float64;
    public static ScalarType @double = ScalarType.Float64;
    public static ScalarType @bool = ScalarType.Bool;

    private static ScalarType s_default = ScalarType.Float32;

    /// <summary>The type of new floating tensors when none is given.</summary>
    public static ScalarType get_default_dtype() => s_default;

    /// <summary>Sets the type of new floating tensors when none is given.</summary>
    public static void set_default_dtype(ScalarType dtype)
    {
        if (!Core.Dtypes.IsFloating(dtype)) throw new ArgumentException($"only floating-point types are supported as the default type, but got {dtype}", nameof(dtype));
        s_default = dtype;
    }

    public static bool is_integral(ScalarType type) => type is ScalarType.Bool || Core.Dtypes.IsIntegral(type);

    public static bool is_floating_point(ScalarType type) => Core.Dtypes.IsFloating(type);

    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    public static bool is_quantized(ScalarType type) => type is ScalarType.QInt8 or ScalarType.QUInt8 or ScalarType.QInt32;

    /// <summary>The largest number of an integer type.</summary>
    /// <exception cref="ArgumentException">The type is not one of the five integer types.</exception>
    public static long max_int_value(ScalarType type) => type switch
    {
        ScalarType.Byte => byte.MaxValue,
        ScalarType.Int8 => sbyte.MaxValue,
        ScalarType.Int16 => short.MaxValue,
        ScalarType.Int32 => int.MaxValue,
        ScalarType.Int64 => long.MaxValue,
        _ => throw new ArgumentException($"max_int_value: {type} is not an integral type", nameof(type)),
    };

    internal static bool IsIntegral(this ScalarType type) => is_integral(type);
}
