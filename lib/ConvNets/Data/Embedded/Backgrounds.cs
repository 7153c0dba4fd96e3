namespace ConvNets.Data.Embedded;

/// <summary>Fills a canvas with what lies behind the object.</summary>
internal static class Backgrounds
{
    /// <summary>A slope between two colours with soft patches, and at times with stripes.</summary>
    public static void Photograph(Canvas canvas, double difficulty, Draw draw)
    {
        var hue = draw.Uniform();
        var value = draw.Uniform(0.25, 0.85);
        var from = Colour.FromHsv(hue, draw.Uniform(0.05, 0.7), value);
        var to = Colour.FromHsv(hue + draw.Uniform(-0.25, 0.25), draw.Uniform(0.05, 0.7), Math.Clamp(value + draw.Uniform(-0.4, 0.4), 0.1, 1));
        var (slopeY, slopeX) = PortableMath.SinCosTurns(draw.Uniform());
        var patches = new ValueNoise(draw, cells: 3 + draw.Int(6));
        var patchiness = (float)draw.Uniform(0, 0.2 + 0.6 * difficulty);
        var striped = draw.Chance(0.5 * difficulty);
        var (across, along) = PortableMath.SinCosTurns(draw.Uniform());
        var frequency = draw.Uniform(3, 9);
        var size = canvas.Size;
        for (var py = 0; py < size; py++)
        {
            for (var px = 0; px < size; px++)
            {
                float x = (px + 0.5f) / size, y = (py + 0.5f) / size;
                var share = 0.5f + (float)slopeX * (x - 0.5f) + (float)slopeY * (y - 0.5f);
                share += patchiness * (2 * patches.At(x, y) - 1);
                if (striped)
                    share += (float)(0.35 * PortableMath.SinCosTurns(frequency * (along * x + across * y)).Sin);
                canvas.Set(px, py, Colour.Mix(from, to, Math.Clamp(share, -0.2f, 1.2f)));
            }
        }
    }

    /// <summary>Pale paper, slightly uneven.</summary>
    public static void Paper(Canvas canvas, Draw draw)
    {
        var paper = Colour.FromHsv(draw.Uniform(0.08, 0.18), draw.Uniform(0, 0.15), draw.Uniform(0.85, 1));
        var shade = Colour.FromHsv(draw.Uniform(0.05, 0.2), draw.Uniform(0, 0.2), draw.Uniform(0.7, 0.9));
        var patches = new ValueNoise(draw, cells: 3);
        var size = canvas.Size;
        for (var py = 0; py < size; py++)
        {
            for (var px = 0; px < size; px++)
                canvas.Set(px, py, Colour.Mix(paper, shade, 0.5f * patches.At((px + 0.5f) / size, (py + 0.5f) / size)));
        }
    }
}

/// <summary>Random values on a grid over the unit square, joined smoothly (K. Perlin's value noise).</summary>
internal sealed class ValueNoise
{
    private readonly int cells;
    private readonly float[] values;

    public ValueNoise(Draw draw, int cells)
    {
        this.cells = cells;
        values = new float[(cells + 1) * (cells + 1)];
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)draw.Uniform();
    }

    /// <summary>The value at a point of the unit square, from 0 to 1.</summary>
    public float At(float x, float y)
    {
        float gx = x * cells, gy = y * cells;
        int ix = Math.Clamp((int)gx, 0, cells - 1), iy = Math.Clamp((int)gy, 0, cells - 1);
        float fx = gx - ix, fy = gy - iy;
        fx = fx * fx * (3 - 2 * fx);
        fy = fy * fy * (3 - 2 * fy);
        var i = iy * (cells + 1) + ix;
        var top = values[i] + (values[i + 1] - values[i]) * fx;
        var bottom = values[i + cells + 1] + (values[i + cells + 2] - values[i + cells + 1]) * fx;
        return top + (bottom - top) * fy;
    }
}
