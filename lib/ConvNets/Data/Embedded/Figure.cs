namespace ConvNets.Data.Embedded;

/// <summary>
/// A figure that can be painted: an outline as a signed distance and a pattern inside. Coordinates are the figure's own: the origin is its
/// centre, its extent about 1 in every direction, y grows downwards.
/// </summary>
internal abstract class Figure
{
    /// <summary>Approximate distance to the outline: negative inside, positive outside, in units of the figure's radius.</summary>
    public abstract float Distance(float x, float y);

    /// <summary>How much of the second colour the pattern has at a point inside, from 0 to 1.</summary>
    public abstract float Ink(float x, float y);

    /// <summary>Half extents of the area outside which <see cref="Distance"/> is positive.</summary>
    public virtual (float X, float Y) Extent => (1.1f, 1.1f);

    /// <summary>1 above the edge, 0 below it, with a soft step of the given width.</summary>
    protected static float Step(float value, float edge, float width = 0.08f) => Math.Clamp((value - edge) / width + 0.5f, 0, 1);

    /// <summary>The part of a number behind the point, in [0, 1).</summary>
    protected static float Fraction(float value) => value - MathF.Floor(value);

    /// <summary>Cosine of an angle in full turns.</summary>
    protected static float CosTurns(float turns) => (float)PortableMath.SinCosTurns(turns).Cos;

    /// <summary>Length of the vector (x, y).</summary>
    protected static float Length(float x, float y) => MathF.Sqrt(x * x + y * y);

    /// <summary>Distance to a rectangle of the given half sides around the origin.</summary>
    protected static float Rectangle(float x, float y, float halfWidth, float halfHeight) =>
        Math.Max(Math.Abs(x) - halfWidth, Math.Abs(y) - halfHeight);
}
