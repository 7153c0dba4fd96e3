using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ConvNets.Data;

/// <summary>Turns pixel bytes into floats and back.</summary>
internal static class Bytes
{
    /// <summary>Writes value / 255 for every byte, correctly rounded, as PyTorch's <c>ToTensor</c> does.</summary>
    public static void ToUnit(ReadOnlySpan<byte> bytes, Span<float> values)
    {
        if (bytes.Length != values.Length)
            throw new ArgumentException($"{bytes.Length} bytes do not fill {values.Length} values.");
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var from = ref MemoryMarshal.GetReference(bytes);
            ref var to = ref MemoryMarshal.GetReference(values);
            for (; i <= bytes.Length - 16; i += 16)
            {
                var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)i));
                Unit(low).StoreUnsafe(ref to, (nuint)i);
                Unit(high).StoreUnsafe(ref to, (nuint)i + 8);
            }
        }
        for (; i < bytes.Length; i++)
            values[i] = bytes[i] / 255f;

        static Vector256<float> Unit(Vector128<ushort> part)
        {
            var (a, b) = Vector128.Widen(part);
            return Vector256.ConvertToSingle(Vector256.Create(a, b).AsInt32()) / Vector256.Create(255f);
        }
    }

    /// <summary>Rounds values of 0 to 1 to bytes; what lies outside is clipped.</summary>
    public static void FromUnit(ReadOnlySpan<float> values, Span<byte> bytes)
    {
        for (var i = 0; i < values.Length; i++)
            bytes[i] = (byte)(Math.Clamp(values[i], 0, 1) * 255 + 0.5f);
    }
}
