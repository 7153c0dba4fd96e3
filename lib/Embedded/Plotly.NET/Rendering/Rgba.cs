// A colour with opacity, read from the notations of CSS that plotly.js accepts.

using System.Globalization;
using System.Reflection;

namespace Plotly.NET.Rendering;

/// <summary>Red, green and blue from 0 to 255 and opacity from 0 to 1.</summary>
internal readonly record struct Rgba(double R, double G, double B, double A = 1)
{
    private static readonly Dictionary<string, ColorKeyword> Named = typeof(ColorKeyword)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(p => p.Name, p => (ColorKeyword)p.GetValue(null)!, StringComparer.OrdinalIgnoreCase);

    /// <summary>The colour without its opacity, as #rrggbb.</summary>
    public string Hex => string.Create(CultureInfo.InvariantCulture, $"#{Byte(R):x2}{Byte(G):x2}{Byte(B):x2}");

    /// <summary>Perceived lightness from 0 (black) to 1 (white), after WCAG.</summary>
    public double Luminance => (0.2126 * Linear(R)) + (0.7152 * Linear(G)) + (0.0722 * Linear(B));

    public static Rgba? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        text = text.Trim();
        if (text[0] == '#')
        {
            var digits = text[1..];
            if (digits.Length is 3 or 4)
            {
                digits = string.Concat(digits.Select(c => new string(c, 2)));
            }

            return digits.Length is 6 or 8 && uint.TryParse(digits.PadRight(8, 'f'), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var v)
                ? new Rgba((v >> 24) & 255, (v >> 16) & 255, (v >> 8) & 255, (v & 255) / 255.0)
                : null;
        }

        if (text.StartsWith("rgb", StringComparison.OrdinalIgnoreCase))
        {
            var open = text.IndexOf('(', StringComparison.Ordinal);
            var close = text.IndexOf(')', StringComparison.Ordinal);
            if (open < 0 || close < open)
            {
                return null;
            }

            var parts = text[(open + 1)..close].Split([',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
            var numbers = new double[parts.Length];
            for (var i = 0; i < parts.Length; i++)
            {
                if (!double.TryParse(parts[i].TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
                {
                    return null;
                }
            }

            return numbers.Length switch
            {
                3 => new Rgba(numbers[0], numbers[1], numbers[2]),
                4 => new Rgba(numbers[0], numbers[1], numbers[2], numbers[3]),
                _ => null,
            };
        }

        if (text.Equals("transparent", StringComparison.OrdinalIgnoreCase))
        {
            return new Rgba(0, 0, 0, 0);
        }

        return Named.TryGetValue(text, out var keyword) ? new Rgba(keyword.R, keyword.G, keyword.B) : null;
    }

    public Rgba Fade(double factor) => this with { A = A * factor };

    public static Rgba Mix(Rgba a, Rgba b, double t) =>
        new(a.R + ((b.R - a.R) * t), a.G + ((b.G - a.G) * t), a.B + ((b.B - a.B) * t), a.A + ((b.A - a.A) * t));

    private static byte Byte(double v) => (byte)Math.Clamp(Math.Round(v), 0, 255);

    private static double Linear(double v)
    {
        v /= 255;
        return v <= 0.03928 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
    }
}
