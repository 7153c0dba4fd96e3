namespace ConvNets.Data.Embedded;

/// <summary>A colour with linear parts from 0 to 1.</summary>
internal readonly record struct Colour(float R, float G, float B)
{
    public static Colour Mix(Colour a, Colour b, float share) =>
        new(a.R + (b.R - a.R) * share, a.G + (b.G - a.G) * share, a.B + (b.B - a.B) * share);

    /// <summary>Hue in turns, saturation and value from 0 to 1.</summary>
    public static Colour FromHsv(double hue, double saturation, double value)
    {
        return new(Part(5), Part(3), Part(1));

        float Part(int offset)
        {
            var k = offset + hue * 6;
            k -= 6 * Math.Floor(k / 6);
            return (float)(value - value * saturation * Math.Clamp(Math.Min(k, 4 - k), 0, 1));
        }
    }
}

/// <summary>Where a figure stands: centre and radius as parts of the picture's side, rotation in turns, stretch along its own x axis.</summary>
internal readonly record struct Pose(double X, double Y, double Radius, double Turns, double Stretch);

/// <summary>How a figure is coloured: two colours for its pattern, a light that falls from one side, and pen strokes for the drawn style.</summary>
internal readonly record struct Paint(Colour Ground, Colour Pattern, float LightX, float LightY, float Opacity = 1, float Stroke = 0);

/// <summary>A square float picture [3, size, size] that figures are painted on, back to front.</summary>
internal sealed class Canvas(int size)
{
    public int Size => size;

    /// <summary>Red, green and blue planes; about 0 to 1, clipped only at the end.</summary>
    public float[] Pixels { get; } = new float[3 * size * size];

    public void Set(int x, int y, Colour colour)
    {
        var i = y * size + x;
        var plane = size * size;
        Pixels[i] = colour.R;
        Pixels[i + plane] = colour.G;
        Pixels[i + 2 * plane] = colour.B;
    }

    /// <summary>Paints a figure with soft edges; returns the box of the pixels that it covers by more than half, inside the picture.</summary>
    public Box Draw(Figure figure, Pose pose, Paint paint)
    {
        var (sin, cos) = PortableMath.SinCosTurns(pose.Turns);
        var (extentX, extentY) = figure.Extent;
        double spanX = extentX * pose.Stretch, spanY = extentY;
        var reachX = pose.Radius * (Math.Abs(cos) * spanX + Math.Abs(sin) * spanY);
        var reachY = pose.Radius * (Math.Abs(sin) * spanX + Math.Abs(cos) * spanY);
        int left = First(pose.X - reachX), right = Last(pose.X + reachX), top = First(pose.Y - reachY), bottom = Last(pose.Y + reachY);

        var scale = 1 / (pose.Radius * size);
        float xx = (float)(cos * scale / pose.Stretch), xy = (float)(sin * scale / pose.Stretch);
        float yx = (float)(-sin * scale), yy = (float)(cos * scale);
        var toPixels = (float)(pose.Radius * size * Math.Min(1, pose.Stretch));
        int minX = size, minY = size, maxX = -1, maxY = -1;
        for (var py = top; py <= bottom; py++)
        {
            for (var px = left; px <= right; px++)
            {
                float dx = px + 0.5f - (float)(pose.X * size), dy = py + 0.5f - (float)(pose.Y * size);
                float x = dx * xx + dy * xy, y = dx * yx + dy * yy;
                var distance = figure.Distance(x, y) * toPixels;
                var cover = Math.Clamp(0.5f - distance, 0, 1);
                if (cover <= 0)
                    continue;
                if (cover > 0.5f)
                {
                    (minX, maxX) = (Math.Min(minX, px), Math.Max(maxX, px));
                    (minY, maxY) = (Math.Min(minY, py), Math.Max(maxY, py));
                }
                var ink = figure.Ink(x, y);
                if (paint.Stroke > 0)
                    ink = Math.Max(ink, Math.Clamp(paint.Stroke + distance, 0, 1));
                var light = 1 + paint.LightX * dx / size + paint.LightY * dy / size;
                Blend(py * size + px, Colour.Mix(paint.Ground, paint.Pattern, ink), light, cover * paint.Opacity);
            }
        }
        return maxX < 0 ? default : new Box(minX, minY, maxX + 1, maxY + 1);

        int First(double at) => Math.Clamp((int)Math.Floor(at * size) - 1, 0, size);
        int Last(double at) => Math.Clamp((int)Math.Floor(at * size) + 1, -1, size - 1);
    }

    private void Blend(int i, Colour colour, float light, float cover)
    {
        var plane = size * size;
        Pixels[i] += (colour.R * light - Pixels[i]) * cover;
        Pixels[i + plane] += (colour.G * light - Pixels[i + plane]) * cover;
        Pixels[i + 2 * plane] += (colour.B * light - Pixels[i + 2 * plane]) * cover;
    }

    /// <summary>Smooths every plane with the 3x3 binomial kernel, mixed into the sharp picture by <paramref name="amount"/>.</summary>
    public void Blur(float amount)
    {
        var row = new float[size];
        var previous = new float[size];
        for (var plane = 0; plane < 3; plane++)
        {
            var start = plane * size * size;
            for (var y = 0; y < size; y++)
            {
                var line = Pixels.AsSpan(start + y * size, size);
                var below = Pixels.AsSpan(start + Math.Min(y + 1, size - 1) * size, size);
                var above = y == 0 ? line : previous;
                for (var x = 0; x < size; x++)
                    row[x] = (above[x] + 2 * line[x] + below[x]) * 0.25f;
                line.CopyTo(previous);
                for (var x = 0; x < size; x++)
                {
                    var smooth = (row[Math.Max(x - 1, 0)] + 2 * row[x] + row[Math.Min(x + 1, size - 1)]) * 0.25f;
                    line[x] += (smooth - line[x]) * amount;
                }
            }
        }
    }

    /// <summary>Adds grain of the given standard deviation and writes the picture as bytes [3, size, size].</summary>
    public void Develop(float contrast, float brightness, float grain, Draw draw, Span<byte> bytes)
    {
        // The sum of four bytes is nearly normal, with standard deviation 147.8.
        var noise = grain / 147.8f;
        var bits = 0UL;
        for (var i = 0; i < Pixels.Length; i++)
        {
            bits = (i & 1) == 0 ? draw.Bits() : bits >> 32;
            var sum = (int)(bits & 255) + (int)(bits >> 8 & 255) + (int)(bits >> 16 & 255) + (int)(bits >> 24 & 255) - 510;
            var value = (Pixels[i] - 0.5f) * contrast + 0.5f + brightness + sum * noise;
            bytes[i] = (byte)(Math.Clamp(value, 0, 1) * 255 + 0.5f);
        }
    }
}
