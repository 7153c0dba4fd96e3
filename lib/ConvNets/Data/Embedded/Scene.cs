namespace ConvNets.Data.Embedded;

/// <summary>
/// Paints one picture: a background, things that lie about, the object of the class, things in front of it, then light, blur and grain.
/// Every choice comes from the picture's own stream of draws, in one order, so that the same seed and index give the same bytes.
/// </summary>
internal static class Scene
{
    /// <summary>Typical hue of each class, in turns; single objects scatter widely around it.</summary>
    private static readonly double[] Hues = [0.93, 0.3, 0.06, 0.12, 0.0, 0.62, 0.03, 0.55, 0.5, 0.15];

    /// <summary>Paints the picture of these keys as bytes [3, size, size] and returns the box of its object.</summary>
    public static Box Paint(int label, int size, Domain domain, double difficulty, Draw draw, Span<byte> bytes)
    {
        var canvas = new Canvas(size);
        var drawn = domain == Domain.Drawing;
        if (drawn)
            Backgrounds.Paper(canvas, draw);
        else
            Backgrounds.Photograph(canvas, difficulty, draw);

        for (var left = Count(draw, 1 + 3 * difficulty); left > 0; left--)
            PaintClutter(canvas, drawn, draw, radius: draw.Uniform(0.05, 0.1 + 0.16 * difficulty));

        var box = PaintObject(canvas, label, drawn, difficulty, draw);

        for (var left = Count(draw, 1.6 * difficulty); left > 0; left--)
            PaintClutter(canvas, drawn, draw, radius: draw.Uniform(0.04, 0.06 + 0.1 * difficulty));

        if (!drawn)
            canvas.Blur((float)draw.Uniform(0, difficulty));
        var contrast = drawn ? 1 : draw.Uniform(1 - 0.7 * difficulty, 1.1);
        var brightness = draw.Uniform(-0.22, 0.22) * (drawn ? 0.2 : difficulty);
        var grain = drawn ? 0.02 : draw.Uniform(0.02, 0.02 + 0.14 * difficulty);
        canvas.Develop((float)contrast, (float)brightness, (float)grain, draw, bytes);
        return box;
    }

    private static Box PaintObject(Canvas canvas, int label, bool drawn, double difficulty, Draw draw)
    {
        var figure = MakeFigure(label, draw);
        var radius = draw.Uniform(0.36 - 0.16 * difficulty, 0.4);
        var play = Math.Max(0, 0.5 - radius * 0.85) * (0.25 + 0.7 * difficulty);
        var tilt = label is 6 or 8 or 9 ? 0.04 + 0.3 * difficulty : 0.5;
        var pose = new Pose(
            0.5 + draw.Uniform(-play, play), 0.5 + draw.Uniform(-play, play), radius,
            draw.Uniform(-tilt, tilt), draw.Uniform(1 - 0.4 * difficulty, 1 + 0.3 * difficulty));
        var paint = drawn ? Inks.Drawn(draw) : Inks.Painted(Hues[label], difficulty, draw);
        return canvas.Draw(figure, pose, paint);
    }

    private static void PaintClutter(Canvas canvas, bool drawn, Draw draw, double radius)
    {
        var pose = new Pose(draw.Uniform(), draw.Uniform(), radius, draw.Uniform(-0.5, 0.5), draw.Uniform(0.8, 1.6));
        canvas.Draw(new Clutter(draw), pose, drawn ? Inks.Drawn(draw) : Inks.Painted(draw.Uniform(), 1, draw));
    }

    private static Figure MakeFigure(int label, Draw draw) => label switch
    {
        0 => new Flower(draw),
        1 => new Leaf(draw),
        2 => new Starfish(draw),
        3 => new Shell(draw),
        4 => new Beetle(draw),
        5 => new Wheel(draw),
        6 => new Bricks(draw),
        7 => new Gear(draw),
        8 => new Window(draw),
        _ => new Arrow(draw),
    };

    /// <summary>A whole number with the given mean, the two nearest ones at random, then spread by one either way.</summary>
    private static int Count(Draw draw, double mean) => Math.Max(0, (int)Math.Floor(mean + draw.Uniform()) + draw.Int(3) - 1);
}
