// Brings chroma planes of fewer samples to the size of the picture. Twice as wide or high: the triangle filter of libjpeg ("fancy upsampling"),
// 3/4 of the nearer and 1/4 of the further sample, with its alternating rounding; other ratios repeat the nearest sample, as libjpeg does.
using System.Runtime.Intrinsics;

namespace ConvNets.Data.Imaging;

/// <summary>Makes full-size rows out of a component's samples.</summary>
internal sealed class Upsampling
{
    private readonly JpegComponent component;
    private readonly int maxHorizontal, maxVertical, width;
    private readonly byte[] row;
    private readonly short[] sums;
    private readonly bool fancyAcross, fancyDown;

    public Upsampling(JpegComponent component, int maxHorizontal, int maxVertical, int width)
    {
        (this.component, this.maxHorizontal, this.maxVertical, this.width) = (component, maxHorizontal, maxVertical, width);
        bool doubleAcross = component.Horizontal * 2 == maxHorizontal, doubleDown = component.Vertical * 2 == maxVertical;
        bool sameAcross = component.Horizontal == maxHorizontal, sameDown = component.Vertical == maxVertical;
        fancyAcross = doubleAcross && (sameDown || doubleDown) && component.Width > 2;
        fancyDown = doubleDown && (sameAcross || fancyAcross);
        row = new byte[Math.Max(width, 2 * component.Width) + 32];
        sums = new short[component.Width + 32];
    }

    /// <summary>The samples of picture row <paramref name="y"/>, at least as many as the picture is wide; valid until the next call.</summary>
    public ReadOnlySpan<byte> Row(int y)
    {
        if (fancyDown)
        {
            var near = y / 2;
            var far = Math.Clamp((y & 1) == 0 ? near - 1 : near + 1, 0, component.Height - 1);
            return fancyAcross ? Both(Line(near), Line(far)) : Down(Line(near), Line(far), (y & 1) == 0 ? 1 : 2);
        }
        var line = Line(y * component.Vertical / maxVertical);
        if (component.Horizontal == maxHorizontal)
            return line;
        return fancyAcross ? Across(line) : Repeat(line);
    }

    private ReadOnlySpan<byte> Line(int y) => component.Samples.AsSpan(y * component.Stride, component.Stride);

    private ReadOnlySpan<byte> Repeat(ReadOnlySpan<byte> line)
    {
        for (var x = 0; x < width; x++)
            row[x] = line[x * component.Horizontal / maxHorizontal];
        return row;
    }

    private ReadOnlySpan<byte> Down(ReadOnlySpan<byte> near, ReadOnlySpan<byte> far, int bias)
    {
        var x = 0;
        var add = Vector128.Create((ushort)bias);
        for (; x <= width - 16; x += 16)
        {
            var (nearLow, nearHigh) = Vector128.Widen(Vector128.Create(near.Slice(x, 16)));
            var (farLow, farHigh) = Vector128.Widen(Vector128.Create(far.Slice(x, 16)));
            Vector128.Narrow(nearLow * 3 + farLow + add >> 2, nearHigh * 3 + farHigh + add >> 2).CopyTo(row.AsSpan(x));
        }
        for (; x < width; x++)
            row[x] = (byte)(3 * near[x] + far[x] + bias >> 2);
        return row;
    }

    private ReadOnlySpan<byte> Across(ReadOnlySpan<byte> line)
    {
        var i = 0;
        for (; i <= component.Width - 16; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(line.Slice(i, 16)));
            low.AsInt16().CopyTo(sums.AsSpan(i + 1));
            high.AsInt16().CopyTo(sums.AsSpan(i + 9));
        }
        for (; i < component.Width; i++)
            sums[i + 1] = line[i];
        return Spread(evenBias: 1, oddBias: 2, shift: 2);
    }

    private ReadOnlySpan<byte> Both(ReadOnlySpan<byte> near, ReadOnlySpan<byte> far)
    {
        var i = 0;
        for (; i <= component.Width - 16; i += 16)
        {
            var (nearLow, nearHigh) = Vector128.Widen(Vector128.Create(near.Slice(i, 16)));
            var (farLow, farHigh) = Vector128.Widen(Vector128.Create(far.Slice(i, 16)));
            (nearLow * 3 + farLow).AsInt16().CopyTo(sums.AsSpan(i + 1));
            (nearHigh * 3 + farHigh).AsInt16().CopyTo(sums.AsSpan(i + 9));
        }
        for (; i < component.Width; i++)
            sums[i + 1] = (short)(3 * near[i] + far[i]);
        return Spread(evenBias: 8, oddBias: 7, shift: 4);
    }

    /// <summary>
    /// Makes two samples of each value of sums[1..]: three parts of it and one of its left, then its right neighbour. The border repeats itself.
    /// </summary>
    private ReadOnlySpan<byte> Spread(short evenBias, short oddBias, int shift)
    {
        var count = component.Width;
        sums[0] = sums[1];
        sums[count + 1] = sums[count];
        var (even, odd) = (Vector128.Create(evenBias), Vector128.Create(oddBias));
        var x = 0;
        for (; x <= count - 8; x += 8)
        {
            var here = Vector128.Create<short>(sums.AsSpan(x + 1)) * 3;
            var left = here + Vector128.Create<short>(sums.AsSpan(x)) + even >> shift;
            var right = here + Vector128.Create<short>(sums.AsSpan(x + 2)) + odd >> shift;
            // Even samples in the low bytes, odd ones in the high bytes: stored, they alternate.
            (left | right << 8).AsByte().CopyTo(row.AsSpan(2 * x));
        }
        for (; x < count; x++)
        {
            row[2 * x] = (byte)(3 * sums[x + 1] + sums[x] + evenBias >> shift);
            row[2 * x + 1] = (byte)(3 * sums[x + 1] + sums[x + 2] + oddBias >> shift);
        }
        return row;
    }
}
