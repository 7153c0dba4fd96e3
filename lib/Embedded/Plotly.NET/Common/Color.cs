// A colour as plotly.js reads it: one colour, one for each datum, or values to be mapped by a colour scale.

using System.Globalization;

namespace Plotly.NET;

/// <summary>A colour, a list of colours, or values of a colour scale.</summary>
public sealed class Color
{
    private Color(object value) => Value = value;

    /// <summary>What plotly.js reads: a text, a list of texts, or a list of numbers.</summary>
    public object Value { get; }

    /// <summary>From alpha, red, green and blue, each 0 to 255.</summary>
    public static Color fromARGB(int a, int r, int g, int b)
    {
        if (new[] { a, r, g, b }.Any(c => c is < 0 or > 255))
        {
            throw new ArgumentException($"A colour component lies between 0 and 255; given were alpha {a}, red {r}, green {g}, blue {b}.");
        }

        return new Color(string.Create(CultureInfo.InvariantCulture, $"rgba({r}, {g}, {b}, {a / 255.0:0.0##})"));
    }

    /// <summary>From red, green and blue, each 0 to 255.</summary>
    public static Color fromRGB(int r, int g, int b) => fromARGB(255, r, g, b);

    /// <summary>From six hexadecimal digits, with or without #.</summary>
    public static Color fromHex(string s)
    {
        var digits = s.TrimStart('#');
        if (digits.Length != 6 || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
        {
            throw new ArgumentException($"A colour needs six hexadecimal digits, as in #0072B2; given was '{s}'.");
        }

        return fromRGB(rgb >> 16, (rgb >> 8) & 255, rgb & 255);
    }

    /// <summary>One colour for each datum.</summary>
    public static Color fromColors(IEnumerable<Color> c) => new(c.Select(v => v.Value).ToArray());

    /// <summary>Any text that plotly.js reads as a colour.</summary>
    public static Color fromString(string c) => new(c);

    /// <summary>One number for each datum, to be mapped by the colour scale.</summary>
    public static Color fromColorScaleValues<a>(IEnumerable<a> c)
        where a : IConvertible => new(c.ToArray());

    /// <summary>A colour by its CSS name.</summary>
    public static Color fromKeyword(ColorKeyword c) => fromRGB(c.R, c.G, c.B);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is Color color && Equals(color.Value, Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}
