using System.Buffers.Binary;

namespace ConvNets.Data.Imaging;

/// <summary>Reads the one EXIF entry that changes how a picture looks.</summary>
internal static class Exif
{
    /// <summary>The orientation (1 to 8) in an APP1 segment; null where the segment is no EXIF or has none. Damage counts as none.</summary>
    public static int? Orientation(ReadOnlySpan<byte> segment) =>
        segment.StartsWith("Exif\0\0"u8) ? TiffOrientation(segment[6..]) : null;

    /// <summary>The orientation in a TIFF structure, as EXIF data and PNG's eXIf chunk hold it.</summary>
    public static int? TiffOrientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return null;
        var little = tiff.StartsWith("II"u8);
        if (!little && !tiff.StartsWith("MM"u8))
            return null;
        var directory = Long(tiff[4..], little);
        if (directory > tiff.Length - 2)
            return null;
        var entries = Word(tiff[(int)directory..], little);
        for (var i = 0; i < entries; i++)
        {
            var at = (int)directory + 2 + 12 * i;
            if (at + 12 > tiff.Length)
                return null;
            if (Word(tiff[at..], little) == 0x0112)
                return Word(tiff[(at + 8)..], little) is >= 1 and <= 8 and var value ? value : null;
        }
        return null;
    }

    private static int Word(ReadOnlySpan<byte> b, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(b) : BinaryPrimitives.ReadUInt16BigEndian(b);

    private static uint Long(ReadOnlySpan<byte> b, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(b) : BinaryPrimitives.ReadUInt32BigEndian(b);
}
