// Things that lie around and in front of the object and belong to no class.
namespace ConvNets.Data.Embedded;

/// <summary>A plain oval, bar or triangle, sometimes striped.</summary>
internal sealed class Clutter(Draw draw) : Figure
{
    private readonly int kind = draw.Int(3);
    private readonly float flat = (float)draw.Uniform(0.25, 0.9);
    private readonly float stripes = draw.Chance(0.4) ? (float)draw.Uniform(1, 2.5) : 0;

    public override float Distance(float x, float y) => kind switch
    {
        0 => (Length(x, y / flat) - 1) * flat,
        1 => Rectangle(x, y, 1, flat * 0.5f),
        _ => Math.Max(-0.6f - y, Math.Abs(x) * 0.85f + y * 0.5f - 0.45f),
    };

    public override float Ink(float x, float y) => stripes == 0 ? 0 : Step(Math.Abs(Fraction(x * stripes) - 0.5f), 0.25f, 0.15f);
}
