using System.Globalization;

namespace ConvNets.Data;

/// <summary>
/// An axis-aligned box around an object, in pixels: <c>X0</c>, <c>Y0</c> are the left and top edge, <c>X1</c>, <c>Y1</c> the right and
/// bottom edge, so that a box over the whole of a 32x32 picture is (0, 0, 32, 32).
/// </summary>
public readonly record struct Box(float X0, float Y0, float X1, float Y1)
{
    /// <summary>Horizontal extent in pixels; 0 for an empty box.</summary>
    public float Width => Math.Max(0, X1 - X0);

    /// <summary>Vertical extent in pixels; 0 for an empty box.</summary>
    public float Height => Math.Max(0, Y1 - Y0);

    /// <summary>Area in square pixels.</summary>
    public float Area => Width * Height;

    /// <summary>The part common to both boxes; its area is 0 where they do not meet.</summary>
    public Box Intersect(Box other) =>
        new(Math.Max(X0, other.X0), Math.Max(Y0, other.Y0), Math.Min(X1, other.X1), Math.Min(Y1, other.Y1));

    /// <summary>Intersection over union, the measure of detection benchmarks: 1 for equal boxes, 0 for boxes that do not meet.</summary>
    public float Iou(Box other)
    {
        var common = Intersect(other).Area;
        var union = Area + other.Area - common;
        return union > 0 ? common / union : 0;
    }

    /// <summary>The box moved by (<paramref name="dx"/>, <paramref name="dy"/>) pixels.</summary>
    public Box Shift(float dx, float dy) => new(X0 + dx, Y0 + dy, X1 + dx, Y1 + dy);

    /// <summary>The box after its picture was resized by the two factors.</summary>
    public Box Scale(float sx, float sy) => new(X0 * sx, Y0 * sy, X1 * sx, Y1 * sy);

    /// <summary>The box in a picture of the given width that was mirrored left to right.</summary>
    public Box Mirror(float width) => new(width - X1, Y0, width - X0, Y1);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"({X0:0.#}, {Y0:0.#}, {X1:0.#}, {Y1:0.#})");
}
