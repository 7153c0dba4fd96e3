// From the colour space of a JPEG file to RGB. YCbCr follows JFIF in libjpeg's fixed-point form; CMYK is inverted, as Adobe writes it, and
// turned to RGB as Pillow does.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConvNets.Data.Imaging;

/// <summary>How the components of a file make colours.</summary>
internal enum JpegColourSpace
{
    Grey,
    YCbCr,
    Rgb,
    Cmyk,
    Ycck,
}

/// <summary>Converts rows of samples.</summary>
internal static class JpegColour
{
    private const int Half = 1 << 15;
    private const int CrToR = 91881, CbToB = 116130, CrToG = -46802, CbToG = -22554;

    /// <summary>YCbCr to RGB, one row of planes.</summary>
    public static void ToRgb(
        ReadOnlySpan<byte> luma, ReadOnlySpan<byte> blueness, ReadOnlySpan<byte> redness, Span<byte> r, Span<byte> g, Span<byte> b)
    {
        var x = 0;
        var width = r.Length;
        _ = (luma[width - 1], blueness[width - 1], redness[width - 1], g[width - 1], b[width - 1]);
        ref byte y = ref MemoryMarshal.GetReference(luma), cb = ref MemoryMarshal.GetReference(blueness), cr = ref MemoryMarshal.GetReference(redness);
        if (Avx2.IsSupported)
            x = ToRgbBySixteen(ref y, ref cb, ref cr, r, g, b);
        for (; x <= width - 8; x += 8)
        {
            var light = Eight(ref y, x);
            var blue = Eight(ref cb, x) - Vector256.Create(128);
            var red = Eight(ref cr, x) - Vector256.Create(128);
            Store(light + (red * CrToR + Vector256.Create(Half) >> 16), r, x);
            Store(light + (blue * CbToG + red * CrToG + Vector256.Create(Half) >> 16), g, x);
            Store(light + (blue * CbToB + Vector256.Create(Half) >> 16), b, x);
        }
        for (; x < width; x++)
        {
            int blue = blueness[x] - 128, red = redness[x] - 128;
            r[x] = Clip(luma[x] + (CrToR * red + Half >> 16));
            g[x] = Clip(luma[x] + (CbToG * blue + CrToG * red + Half >> 16));
            b[x] = Clip(luma[x] + (CbToB * blue + Half >> 16));
        }
    }

    /// <summary>
    /// The same sixteen pixels at a time in words of 16 bits: of each factor its whole part is added, and its fraction multiplied.
    /// </summary>
    private static int ToRgbBySixteen(ref byte y, ref byte cb, ref byte cr, Span<byte> r, Span<byte> g, Span<byte> b)
    {
        var toR = Vector256.Create((short)(CrToR - (1 << 16)));
        var toB = Vector256.Create((short)(CbToB - (2 << 16)));
        var toG = Vector256.Create(CbToG & 0xFFFF | (CrToG + (1 << 16)) << 16).AsInt16();
        var one = Vector256<short>.One;
        var x = 0;
        for (; x <= r.Length - 16; x += 16)
        {
            var light = Sixteen(ref y, x);
            var blue = Sixteen(ref cb, x) - Vector256.Create((short)128);
            var red = Sixteen(ref cr, x) - Vector256.Create((short)128);
            // Twice the value makes the upper half of the product carry one more bit, by which it is rounded.
            var reddish = light + red + (Avx2.MultiplyHigh(red + red, toR) + one >> 1);
            var bluish = light + blue + blue + (Avx2.MultiplyHigh(blue + blue, toB) + one >> 1);
            var low = Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(blue, red), toG) + Vector256.Create(Half) >> 16;
            var high = Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(blue, red), toG) + Vector256.Create(Half) >> 16;
            var greenish = light - red + Avx2.PackSignedSaturate(low, high);
            var both = Avx2.Permute4x64(Avx2.PackUnsignedSaturate(reddish, greenish).AsInt64(), 0b11_01_10_00).AsByte();
            both.GetLower().StoreUnsafe(ref MemoryMarshal.GetReference(r), (nuint)x);
            both.GetUpper().StoreUnsafe(ref MemoryMarshal.GetReference(g), (nuint)x);
            Avx2.Permute4x64(Avx2.PackUnsignedSaturate(bluish, bluish).AsInt64(), 0b11_01_10_00).AsByte().GetLower().StoreUnsafe(ref MemoryMarshal.GetReference(b), (nuint)x);
        }
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Sixteen(ref byte from, int x) => Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref from, (nuint)x));

    /// <summary>Inks (already inverted: 255 is no ink) times black to RGB, in place.</summary>
    public static void InkToRgb(Span<byte> r, Span<byte> g, Span<byte> b, ReadOnlySpan<byte> black)
    {
        for (var x = 0; x < r.Length; x++)
        {
            int light = black[x];
            r[x] = Ink(r[x], light);
            g[x] = Ink(g[x], light);
            b[x] = Ink(b[x], light);
        }

        // Pillow: light - round((255 - value) * light / 255).
        static byte Ink(int value, int light)
        {
            var product = (255 - value) * light + 128;
            return Clip(light - (product + (product >> 8) >> 8));
        }
    }

    /// <summary>YCCK stands for 255 less the inks: after <see cref="ToRgb"/> this gives the inks as CMYK files store them.</summary>
    public static void Invert(Span<byte> r, Span<byte> g, Span<byte> b)
    {
        for (var x = 0; x < r.Length; x++)
            (r[x], g[x], b[x]) = ((byte)~r[x], (byte)~g[x], (byte)~b[x]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Eight(ref byte from, int x)
    {
        var bytes = Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, x))).AsByte();
        var (low, high) = Vector128.Widen(Vector128.WidenLower(bytes));
        return Vector256.Create(low, high).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> values, Span<byte> to, int x)
    {
        values = Vector256.Min(Vector256.Max(values, Vector256<int>.Zero), Vector256.Create(255));
        var words = Vector128.Narrow(values.GetLower(), values.GetUpper()).AsUInt16();
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref MemoryMarshal.GetReference(to), x), Vector128.Narrow(words, words).AsUInt64()[0]);
    }

    private static byte Clip(int value) => (byte)Math.Clamp(value, 0, 255);
}
