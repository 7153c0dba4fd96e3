namespace ConvNets.Data.Embedded;

/// <summary>Chooses the colours of a figure, in either style.</summary>
internal static class Inks
{
    /// <summary>Two colours that differ in lightness, around a hue, under a light from one side.</summary>
    public static Paint Painted(double hue, double difficulty, Draw draw)
    {
        var scatter = 0.05 + 0.28 * difficulty;
        var own = hue + draw.Uniform(-scatter, scatter);
        var value = draw.Uniform(0.3, 0.95);
        var step = draw.Uniform(0.25, 0.55);
        var other = value > 0.6 ? value - step : value + step;
        return new Paint(
            Colour.FromHsv(own, draw.Uniform(0.2, 0.9), value),
            Colour.FromHsv(own + draw.Uniform(-0.2, 0.2), draw.Uniform(0.1, 0.8), other),
            (float)draw.Uniform(-0.9, 0.9), (float)draw.Uniform(-0.9, 0.9));
    }

    /// <summary>Pen on paper: pale inside, dark lines.</summary>
    public static Paint Drawn(Draw draw)
    {
        var pen = Colour.FromHsv(draw.Uniform(), draw.Uniform(0, 0.5), draw.Uniform(0.05, 0.35));
        var inside = Colour.FromHsv(draw.Uniform(), draw.Uniform(0, 0.12), draw.Uniform(0.86, 1));
        return new Paint(inside, pen, 0, 0, Stroke: (float)draw.Uniform(1, 1.8));
    }
}
