// How wide a text will be. A picture file cannot measure the reader's font, so widths come from a table of advance
// widths in thousandths of the font size, taken on the wide side of the common sans-serif fonts: what fits here
// fits everywhere.

namespace Plotly.NET.Rendering;

/// <summary>Estimates text extents in pixels.</summary>
internal static class TextMetrics
{
    private const double Ascent = 0.76;
    private const double Descent = 0.24;

    // From space to tilde.
    private static readonly short[] Widths =
    [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    ];

    /// <summary>The height of a line of text.</summary>
    public static double LineHeight(double size) => size * 1.25;

    /// <summary>How far a text reaches above its baseline.</summary>
    public static double Above(double size) => size * Ascent;

    /// <summary>How far a text reaches below its baseline.</summary>
    public static double Below(double size) => size * Descent;

    /// <summary>The width of one line.</summary>
    public static double Width(string text, double size, bool bold = false)
    {
        var sum = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            sum += rune.Value switch
            {
                >= ' ' and <= '~' => Widths[rune.Value - ' '],
                < ' ' => 0,
                >= 0x300 and < 0x370 => 0,
                >= 0x2E80 and < 0xFB00 or >= 0x1F000 => 1000,
                _ => 680,
            };
        }

        return sum * size / 1000 * (bold ? 1.08 : 1);
    }
}
