namespace TorchSharp.Utils;

/// <summary>
/// Little Endian Base 128: a number as bytes of seven bits, the lowest first, the high bit set on all but the last.
/// The files of modules and optimizers write their counts this way.
/// </summary>
internal static class LEB128Codec
{
    internal static void Encode(this BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value >= 0x80; value >>= 7)
        {
            writer.Write((byte)(value | 0x80));
        }

        writer.Write((byte)value);
    }

    /// <exception cref="InvalidDataException">The number does not end within 63 bits.</exception>
    internal static long Decode(this BinaryReader reader)
    {
        long result = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var part = reader.ReadByte();
            result |= (long)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                return result;
            }
        }

        throw new InvalidDataException("A count in the file is longer than 63 bits: the file is not a TorchSharp state file, or it is damaged.");
    }
}
