// The made half of the embedded classes: straight edges, circles and regular patterns.
namespace ConvNets.Data.Embedded;

/// <summary>A rim, a hub and spokes, with the background showing between them.</summary>
internal sealed class Wheel(Draw draw) : Figure
{
    private readonly int spokes = 2 + draw.Int(3);
    private readonly float rim = (float)draw.Uniform(0.1, 0.16);
    private readonly float hub = (float)draw.Uniform(0.16, 0.26);

    public override float Distance(float x, float y)
    {
        var radius = Length(x, y);
        var ring = Math.Abs(radius - (1 - rim)) - rim;
        var bars = Math.Max(SpokeDistance(x, y), radius - 0.9f);
        return Math.Min(Math.Min(ring, radius - hub), bars);
    }

    public override float Ink(float x, float y) => Step(Length(x, y), 1 - 2 * rim);

    private float SpokeDistance(float x, float y)
    {
        var nearest = float.MaxValue;
        for (var i = 0; i < spokes; i++)
        {
            var (sin, cos) = PortableMath.SinCosTurns(0.5 * i / spokes);
            nearest = Math.Min(nearest, Math.Abs((float)cos * y - (float)sin * x));
        }
        return nearest - 0.07f;
    }
}

/// <summary>A block of bricks in running bond, with mortar between them.</summary>
internal sealed class Bricks(Draw draw) : Figure
{
    private readonly float height = (float)draw.Uniform(0.6, 0.95);
    private readonly float rows = (float)draw.Uniform(1.8, 2.6);

    public override (float X, float Y) Extent => (1.05f, height + 0.05f);

    public override float Distance(float x, float y) => Rectangle(x, y, 0.95f, height);

    public override float Ink(float x, float y)
    {
        var row = (y + 2) * rows;
        var shift = 0.5f * (((int)MathF.Floor(row)) & 1);
        var bed = Math.Abs(Fraction(row) - 0.5f);
        var joint = Math.Abs(Fraction((x + 2) * rows * 0.55f + shift) - 0.5f);
        return Math.Max(Step(bed, 0.38f, 0.1f), Step(joint, 0.42f, 0.08f));
    }
}

/// <summary>A toothed wheel with a round hole.</summary>
internal sealed class Gear(Draw draw) : Figure
{
    private readonly int teeth = 7 + draw.Int(4);
    private readonly float depth = (float)draw.Uniform(0.09, 0.13);
    private readonly float hole = (float)draw.Uniform(0.24, 0.4);

    public override float Distance(float x, float y)
    {
        var radius = Length(x, y);
        var tooth = Math.Clamp(3 * CosTurns(teeth * PortableMath.Atan2Turns(y, x)), -1, 1);
        return Math.Max((radius - (1 - depth + depth * tooth)) * 0.8f, hole - radius);
    }

    public override float Ink(float x, float y)
    {
        var radius = Length(x, y);
        return Step(radius, hole + 0.1f) - Step(radius, 0.68f);
    }
}

/// <summary>A window: a frame and bars around square panes.</summary>
internal sealed class Window(Draw draw) : Figure
{
    private readonly float height = (float)draw.Uniform(0.6, 0.95);
    private readonly int columns = 2 + draw.Int(2);
    private readonly int rows = 2 + draw.Int(2);

    public override (float X, float Y) Extent => (1.05f, height + 0.05f);

    public override float Distance(float x, float y) => Rectangle(x, y, 0.95f, height);

    public override float Ink(float x, float y)
    {
        var across = Math.Abs(Fraction((x + 0.95f) / 1.9f * columns) - 0.5f);
        var down = Math.Abs(Fraction((y + height) / (2 * height) * rows) - 0.5f);
        return Math.Max(Step(across, 0.38f, 0.1f), Step(down, 0.38f, 0.1f));
    }
}

/// <summary>An arrow of a sign: a shaft with a triangular head and a painted edge.</summary>
internal sealed class Arrow(Draw draw) : Figure
{
    private readonly float shaft = (float)draw.Uniform(0.18, 0.3);
    private readonly float neck = (float)draw.Uniform(-0.05, 0.25);
    private readonly float barb = (float)draw.Uniform(0.6, 0.85);
    private readonly bool edged = draw.Chance(0.5);

    public override (float X, float Y) Extent => (1.1f, barb + 0.1f);

    public override float Distance(float x, float y)
    {
        var side = Math.Abs(y);
        var bar = Math.Max(Math.Max(side - shaft, -1 - x), x - neck - 0.05f);
        var slope = barb / (1 - neck);
        var head = Math.Max(neck - x, (side - slope * (1 - x)) * 0.75f);
        return Math.Min(bar, head);
    }

    public override float Ink(float x, float y) => edged ? Step(Distance(x, y), -0.1f) : Step(x, neck);
}
