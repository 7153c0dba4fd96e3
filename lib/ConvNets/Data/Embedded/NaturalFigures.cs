// The natural half of the embedded classes: curved outlines and grown patterns.
namespace ConvNets.Data.Embedded;

/// <summary>Five to seven rounded petals around a heart of another colour.</summary>
internal sealed class Flower(Draw draw) : Figure
{
    private readonly int petals = 5 + draw.Int(3);
    private readonly float depth = (float)draw.Uniform(0.2, 0.3);
    private readonly float heart = (float)draw.Uniform(0.22, 0.34);

    public override float Distance(float x, float y)
    {
        var lobes = CosTurns(petals * PortableMath.Atan2Turns(y, x));
        return (Length(x, y) - (1 - depth + depth * lobes)) * 0.75f;
    }

    public override float Ink(float x, float y) => 1 - Step(Length(x, y), heart);
}

/// <summary>A pointed leaf with a midrib and slanted veins.</summary>
internal sealed class Leaf(Draw draw) : Figure
{
    private readonly float width = (float)draw.Uniform(0.42, 0.62);
    private readonly float veins = (float)draw.Uniform(2.2, 3.4);

    public override (float X, float Y) Extent => (1.1f, width + 0.1f);

    public override float Distance(float x, float y) => (Math.Abs(y) - width * (1 - x * x)) * 0.8f;

    public override float Ink(float x, float y)
    {
        var rib = 1 - Step(Math.Abs(y), 0.05f);
        var vein = Step(Math.Abs(Fraction((x - Math.Abs(y)) * veins) - 0.5f), 0.34f, 0.12f);
        return Math.Max(rib, 0.8f * vein);
    }
}

/// <summary>Five tapering arms with a row of light spots on each.</summary>
internal sealed class Starfish(Draw draw) : Figure
{
    private readonly float core = (float)draw.Uniform(0.32, 0.42);
    private readonly float spots = (float)draw.Uniform(3.5, 4.5);

    public override float Distance(float x, float y)
    {
        var arm = 0.5f + 0.5f * CosTurns(5 * PortableMath.Atan2Turns(y, x));
        return (Length(x, y) - (core + (1 - core) * arm * arm)) * 0.6f;
    }

    public override float Ink(float x, float y)
    {
        var alongArm = 0.5f + 0.5f * CosTurns(5 * PortableMath.Atan2Turns(y, x));
        var spot = 0.5f + 0.5f * CosTurns(Length(x, y) * spots);
        return Step(alongArm * spot, 0.7f, 0.3f);
    }
}

/// <summary>A coiled shell: a spiral band that winds out to a mouth.</summary>
internal sealed class Shell(Draw draw) : Figure
{
    private readonly float winding = draw.Chance(0.5) ? 1 : -1;
    private readonly float tightness = (float)draw.Uniform(1.6, 2.3);

    public override float Distance(float x, float y)
    {
        var turn = Fraction(winding * PortableMath.Atan2Turns(y, x));
        return (Length(x, y) - (0.68f + 0.32f * turn)) * 0.9f;
    }

    public override float Ink(float x, float y)
    {
        var radius = Math.Max(Length(x, y), 0.05f);
        var spiral = Fraction(tightness * (float)PortableMath.Log(radius) - winding * PortableMath.Atan2Turns(y, x));
        return Step(Math.Abs(spiral - 0.5f), 0.28f, 0.14f);
    }
}

/// <summary>A beetle from above: an oval back with paired spots, a seam and a dark head.</summary>
internal sealed class Beetle(Draw draw) : Figure
{
    private readonly float width = (float)draw.Uniform(0.68, 0.82);
    private readonly float spot = (float)draw.Uniform(0.14, 0.2);
    private readonly float middle = (float)draw.Uniform(-0.05, 0.15);

    public override float Distance(float x, float y)
    {
        var back = (Length(x, y / width) - 0.92f) * width;
        var head = Length(x - 0.82f, y) - 0.26f;
        return Math.Min(back, head);
    }

    public override float Ink(float x, float y)
    {
        var side = Math.Abs(y) / width;
        var head = Step(x, 0.62f);
        var seam = 1 - Step(side, 0.06f);
        var nearest = Math.Min(
            Math.Min(Length(x - 0.3f, side - 0.42f), Length(x - middle + 0.2f, side - 0.52f)), Length(x + 0.6f, side - 0.32f));
        return Math.Max(Math.Max(head, seam), 1 - Step(nearest, spot));
    }
}
