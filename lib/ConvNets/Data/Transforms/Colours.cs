namespace ConvNets.Data.Transforms;

/// <summary>Changes to the colours of a picture, as torchvision's functionals of the same names define them for float tensors.</summary>
internal static class Colours
{
    public static void RequireRgb(Picture picture, string who)
    {
        if (picture.Channels != 3)
            throw new DataException($"{who} needs a picture of 3 channels, but this one has {picture.Channels}.");
    }

    public static void Luminance(Picture picture, Span<float> grey)
    {
        if (picture.Channels == 1)
        {
            picture.Plane(0).CopyTo(grey);
            return;
        }
        RequireRgb(picture, nameof(Grayscale));
        Span<float> r = picture.Plane(0), g = picture.Plane(1), b = picture.Plane(2);
        for (var i = 0; i < grey.Length; i++)
            grey[i] = 0.2989f * r[i] + 0.587f * g[i] + 0.114f * b[i];
    }

    public static void AdjustBrightness(Picture picture, float factor)
    {
        foreach (ref var value in picture.Values)
            value = Math.Clamp(value * factor, 0, 1);
    }

    /// <summary>Mixes with the mean luminance.</summary>
    public static void AdjustContrast(Picture picture, float factor)
    {
        var grey = new float[picture.Height * picture.Width];
        Luminance(picture, grey);
        var sum = 0.0;
        foreach (var value in grey)
            sum += value;
        var rest = (1 - factor) * (float)(sum / grey.Length);
        foreach (ref var value in picture.Values)
            value = Math.Clamp(factor * value + rest, 0, 1);
    }

    /// <summary>Mixes with the picture's own luminance.</summary>
    public static void AdjustSaturation(Picture picture, float factor)
    {
        if (picture.Channels == 1)
            return;
        var grey = new float[picture.Height * picture.Width];
        Luminance(picture, grey);
        for (var c = 0; c < 3; c++)
        {
            var plane = picture.Plane(c);
            for (var i = 0; i < plane.Length; i++)
                plane[i] = Math.Clamp(factor * plane[i] + (1 - factor) * grey[i], 0, 1);
        }
    }

    /// <summary>Turns the hue by a part of a full turn, through HSV.</summary>
    public static void AdjustHue(Picture picture, float turns)
    {
        if (picture.Channels == 1)
            return;
        Span<float> red = picture.Plane(0), green = picture.Plane(1), blue = picture.Plane(2);
        for (var i = 0; i < red.Length; i++)
        {
            float r = red[i], g = green[i], b = blue[i];
            float max = Math.Max(r, Math.Max(g, b)), min = Math.Min(r, Math.Min(g, b)), range = max - min;
            if (range == 0)
                continue;
            var hue = max == r ? (g - b) / range : max == g ? 2 + (b - r) / range : 4 + (r - g) / range;
            hue = hue / 6 + 1 + turns;
            hue = (hue - MathF.Floor(hue)) * 6;
            var saturation = range / max;
            var sector = MathF.Floor(hue);
            var fraction = hue - sector;
            float p = Math.Clamp(max * (1 - saturation), 0, 1);
            float q = Math.Clamp(max * (1 - saturation * fraction), 0, 1);
            float t = Math.Clamp(max * (1 - saturation * (1 - fraction)), 0, 1);
            (red[i], green[i], blue[i]) = ((int)sector % 6) switch
            {
                0 => (max, t, p),
                1 => (q, max, p),
                2 => (p, max, t),
                3 => (p, q, max),
                4 => (t, p, max),
                _ => (max, p, q),
            };
        }
    }

    /// <summary>Covariance of red, green and blue over all pixels of at most 10,000 pictures, [3, 3].</summary>
    public static double[] Covariance(ImageSet set)
    {
        if (set.Count == 0)
            throw new DataException($"{set.Name} holds no pictures, so their colours have no covariance.");
        var used = Math.Min(10_000, set.Count);
        var sums = new double[used][];
        Parallel.For(0, used, n =>
        {
            var picture = set.Load((int)((long)n * set.Count / used));
            RequireRgb(picture, nameof(PcaColour));
            sums[n] = Moments(picture);
            picture.Recycle();
        });
        var total = new double[13];
        foreach (var sum in sums)
        {
            for (var i = 0; i < total.Length; i++)
                total[i] += sum[i];
        }
        var covariance = new double[9];
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
                covariance[3 * i + j] = total[4 + 3 * i + j] / total[0] - total[1 + i] / total[0] * (total[1 + j] / total[0]);
        }
        return covariance;
    }

    /// <summary>Number of pixels, three sums, nine sums of products.</summary>
    private static double[] Moments(Picture picture)
    {
        var sums = new double[13];
        sums[0] = (double)picture.Height * picture.Width;
        for (var i = 0; i < 3; i++)
        {
            var a = picture.Plane(i);
            foreach (var value in a)
                sums[1 + i] += value;
            for (var j = 0; j < 3; j++)
            {
                var b = picture.Plane(j);
                for (var k = 0; k < a.Length; k++)
                    sums[4 + 3 * i + j] += (double)a[k] * b[k];
            }
        }
        return sums;
    }
}
