// The colours of the course's charts: the palette of Okabe and Ito ("Color Universal Design", 2008), which stays apart
// for every kind of colour vision. Yellow is left out, it vanishes on white paper.

using System.Globalization;
using Plotly.NET;

namespace ConvNets.Plots;

/// <summary>Colours by number, the same number for the same thing in related charts.</summary>
public static class Palette
{
    private static readonly string[] Colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7A5195", "#8C8C8C"];

    /// <summary>How many colours there are before they repeat.</summary>
    public static int Count => Colors.Length;

    /// <summary>The grey of reference lines and of what is not the point.</summary>
    public static Color Quiet { get; } = Color.fromHex("#8C8C8C");

    /// <summary>Colour number <paramref name="index"/> as #rrggbb.</summary>
    public static string Hex(int index) => Colors[((index % Count) + Count) % Count];

    /// <summary>Colour number <paramref name="index"/>.</summary>
    public static Color At(int index) => Color.fromHex(Hex(index));

    /// <summary>Colour number <paramref name="index"/> with an opacity from 0 to 1, for bands and fills.</summary>
    public static Color Faded(int index, double opacity)
    {
        var rgb = int.Parse(Hex(index).AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return Color.fromString(string.Create(CultureInfo.InvariantCulture, $"rgba({rgb >> 16},{(rgb >> 8) & 255},{rgb & 255},{opacity:0.###})"));
    }
}
