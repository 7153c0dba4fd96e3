// The receptive field of the units along one axis: which input pixels unit 0 sees, and how far the next unit's field moves.
// Le and Borji, 2017; Araujo, Norris and Sim, 2019, "Computing receptive fields of convolutional neural networks" (Distill).
namespace ConvNets.Geometry;

/// <summary>
/// The receptive field along one axis, in input pixels. Unit i sees the pixels [Left + i Jump, Left + i Jump + Size - 1];
/// a negative <see cref="Left"/> reaches into the padding.
/// </summary>
/// <param name="Left">First pixel that unit 0 sees; the effective padding is its negative.</param>
/// <param name="Size">Number of pixels that one unit sees, r.</param>
/// <param name="Jump">Pixels between the fields of two neighbouring units, j (the effective stride).</param>
/// <param name="Aligned">False where paths with different centres were joined, so that the union is not centred on either.</param>
public readonly record struct Field(double Left, double Size, double Jump, bool Aligned = true)
{
    /// <summary>A pixel of the input itself: r = 1, j = 1, start 0.5.</summary>
    public static readonly Field Pixel = new(0, 1, 1);

    /// <summary>Centre of unit 0's field where pixel 0 covers [0, 1]: the "start" of the tables.</summary>
    public double Start => Left + Size / 2;

    /// <summary>Pixels of padding that unit 0 sees on the left, P of Araujo et al.</summary>
    public double Padding => -Left;

    /// <summary>The field after a window: r + (k_e - 1) j, j s, left - p j. Padding after the input never matters.</summary>
    public Field Through(Window window) => this with
    {
        Left = Left - window.Before * Jump,
        Size = Size + (window.Extent - 1) * Jump,
        Jump = Jump * window.Stride,
    };

    /// <summary>
    /// The field after a transposed window: each output sees at most ceil(k_e / s) inputs, so r + (ceil(k_e / s) - 1) j, then j / s.
    /// </summary>
    public Field Through(TransposedWindow window)
    {
        var taps = (window.Extent + window.Stride - 1) / window.Stride;
        var size = Size + (taps - 1) * Jump;
        var start = Start + (window.Padding - (window.Extent - 1) / 2.0) / window.Stride * Jump;
        return this with { Left = start - size / 2, Size = size, Jump = Jump / window.Stride };
    }

    /// <summary>
    /// The union of two paths that meet in a sum or a concatenation: the leftmost left, the rightmost right.
    /// Paths with different centres leave the union misaligned.
    /// </summary>
    /// <exception cref="ArgumentException">The paths have different jumps, so their units do not correspond.</exception>
    public static Field Union(Field a, Field b)
    {
        if (Math.Abs(a.Jump - b.Jump) > 1e-9)
            throw new ArgumentException($"paths with jumps {a.Jump} and {b.Jump} cannot meet: their strides differ");
        var left = Math.Min(a.Left, b.Left);
        var right = Math.Max(a.Left + a.Size, b.Left + b.Size);
        return new(left, right - left, a.Jump, a.Aligned && b.Aligned && Math.Abs(a.Start - b.Start) < 1e-9);
    }

    /// <summary>The field at the end of a chain of windows, r = 1 + sum (k_l - 1) prod s_i.</summary>
    public static Field Of(params IEnumerable<Window> windows) => windows.Aggregate(Pixel, (field, window) => field.Through(window));
}
