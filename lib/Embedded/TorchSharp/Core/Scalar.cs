using System.Numerics;

namespace TorchSharp;

/// <summary>A number on its way to a tensor operation, with its own element type.</summary>
public sealed class Scalar : IDisposable
{
    private readonly double _real;
    private readonly long _whole;

    internal Scalar(long value, torch.ScalarType type)
    {
        Element = type;
        _whole = value;
        _real = value;
    }

    internal Scalar(double value, torch.ScalarType type)
    {
        Element = type;
        _real = value;
        _whole = double.IsNaN(value) ? long.MinValue : (long)value;
    }

    /// <summary>Float64, Int64 or Bool: a scalar knows the kind of its number, not its width.</summary>
    public torch.ScalarType Type => IsFloating ? torch.ScalarType.Float64 : Element == torch.ScalarType.Bool ? torch.ScalarType.Bool : torch.ScalarType.Int64;

    /// <summary>The element type that it came from.</summary>
    internal torch.ScalarType Element { get; }

    internal double Real => _real;

    internal long Whole => _whole;

    internal bool IsFloating => Core.Dtypes.IsFloating(Element);

    internal T To<T>() where T : INumberBase<T> => IsFloating
        ? T.CreateTruncating(typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half) ? _real : (double)_whole)
        : T.CreateTruncating(_whole);

    public static implicit operator Scalar(byte value) => new(value, torch.ScalarType.Byte);

    public static implicit operator Scalar(sbyte value) => new(value, torch.ScalarType.Int8);

    public static implicit operator Scalar(short value) => new(value, torch.ScalarType.Int16);

    public static implicit operator Scalar(int value) => new(value, torch.ScalarType.Int32);

    public static implicit operator Scalar(long value) => new(value, torch.ScalarType.Int64);

    public static implicit operator Scalar(Half value) => new((double)value, torch.ScalarType.Float16);

    public static implicit operator Scalar(BFloat16 value) => new((double)(float)value, torch.ScalarType.BFloat16);

    public static implicit operator Scalar(float value) => new(value, torch.ScalarType.Float32);

    public static implicit operator Scalar(double value) => new(value, torch.ScalarType.Float64);

    public static implicit operator Scalar(bool value) => new(value ? 1L : 0L, torch.ScalarType.Bool);

    public void Dispose() => GC.SuppressFinalize(this);
}

/// <summary>Conversions between numbers and <see cref="Scalar"/>.</summary>
public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this byte value) => value;

    public static Scalar ToScalar(this sbyte value) => value;

    public static Scalar ToScalar(this short value) => value;

    public static Scalar ToScalar(this int value) => value;

    public static Scalar ToScalar(this long value) => value;

    public static Scalar ToScalar(this float value) => value;

    public static Scalar ToScalar(this double value) => value;

    public static Scalar ToScalar(this bool value) => value;

    public static Scalar ToScalar(this Half value) => value;

    public static Scalar ToBFloat16Scalar(this float value) => new BFloat16(value);

    public static Scalar ToScalar(this BFloat16 value) => value;

    public static Half ToHalf(this Scalar value) => (Half)Given(value).Real;

    public static BFloat16 ToBFloat16(this Scalar value) => new((float)Given(value).Real);

    public static float ToSingle(this Scalar value) => (float)Given(value).Real;

    public static double ToDouble(this Scalar value) => Given(value).Real;

    public static sbyte ToSByte(this Scalar value) => (sbyte)Given(value).Whole;

    public static byte ToByte(this Scalar value) => (byte)Given(value).Whole;

    public static short ToInt16(this Scalar value) => (short)Given(value).Whole;

    public static int ToInt32(this Scalar value) => (int)Given(value).Whole;

    public static long ToInt64(this Scalar value) => Given(value).Whole;

    public static bool ToBoolean(this Scalar value) => Given(value).Real != 0;
}
