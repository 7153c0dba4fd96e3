using System.Globalization;

namespace TorchSharp;

/// <summary>The upper half of a float32: 8 exponent bits, 7 mantissa bits.</summary>
public readonly struct BFloat16 : IComparable<BFloat16>, IEquatable<BFloat16>
{
    internal readonly ushort value;

    /// <summary>Rounds to nearest, ties to even.</summary>
    public BFloat16(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        this.value = float.IsNaN(value) ? (ushort)0x7FC0 : (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }

    public float ToSingle() => BitConverter.UInt32BitsToSingle((uint)value << 16);

    public static explicit operator BFloat16(float value) => new(value);

    public static explicit operator BFloat16(double value) => new((float)value);

    public static explicit operator float(BFloat16 value) => value.ToSingle();

    public static explicit operator double(BFloat16 value) => value.ToSingle();

    public static bool operator ==(BFloat16 left, BFloat16 right) => left.ToSingle() == right.ToSingle();

    public static bool operator !=(BFloat16 left, BFloat16 right) => !(left == right);

    public int CompareTo(BFloat16 other) => ToSingle().CompareTo(other.ToSingle());

    public bool Equals(BFloat16 other) => ToSingle().Equals(other.ToSingle());

    public override bool Equals(object? obj) => obj is BFloat16 other && Equals(other);

    public override int GetHashCode() => ToSingle().GetHashCode();

    public override string ToString() => ToSingle().ToString(CultureInfo.InvariantCulture);
}
