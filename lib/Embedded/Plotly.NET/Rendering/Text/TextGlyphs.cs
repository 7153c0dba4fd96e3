// The characters that a chart in text is made of: block and braille characters, or plain ASCII for terminals that know no more.

using System.Globalization;
using System.Text;

namespace Plotly.NET.Rendering;

/// <summary>A set of characters for charts in text.</summary>
internal sealed class TextGlyphs
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public static readonly TextGlyphs Unicode = new()
    {
        IsAscii = false,
        Marks = "●○■□▲△◆◇",
        Fills = "█▒░▓",
        Shades = " ░▒▓█",
        Upright = '│',
        Level = '─',
        Corner = '└',
        TickLeft = '┤',
        TickBelow = '┬',
        Median = '┃',
        Outlier = '∘',
        Band = '⠢',
    };

    public static readonly TextGlyphs Ascii = new()
    {
        IsAscii = true,
        Marks = "*o#x+@%&",
        Fills = "#=.%",
        Shades = " .:=%@",
        Upright = '|',
        Level = '-',
        Corner = '+',
        TickLeft = '+',
        TickBelow = '+',
        Median = 'M',
        Outlier = 'o',
        Band = '.',
    };

    public bool IsAscii { get; private init; }

    /// <summary>Marks of points, one for each series; they repeat.</summary>
    public required string Marks { get; init; }

    /// <summary>Insides of bars, one for each series; they repeat.</summary>
    public required string Fills { get; init; }

    /// <summary>From nothing to full.</summary>
    public required string Shades { get; init; }

    public required char Upright { get; init; }

    public required char Level { get; init; }

    public required char Corner { get; init; }

    public required char TickLeft { get; init; }

    public required char TickBelow { get; init; }

    public required char Median { get; init; }

    public required char Outlier { get; init; }

    /// <summary>A filled area between lines.</summary>
    public required char Band { get; init; }

    public char Mark(int number) => Marks[number % Marks.Length];

    public char Fill(int number) => Fills[number % Fills.Length];

    /// <summary>The shade of a share of the range, from 0 to 1.</summary>
    public char Shade(double share) => Shades[Math.Clamp((int)(share * Shades.Length), 0, Shades.Length - 1)];

    /// <summary>A label without markup, one column for each character, in the characters of this set.</summary>
    public string Label(string? text)
    {
        var plain = RichText.Plain(text).ReplaceLineEndings(" ");
        return IsAscii ? InAscii(plain) : string.Concat(plain.EnumerateRunes().Select(r => r.IsBmp && Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format) ? r.ToString() : "?"));
    }

    private static string InAscii(string text)
    {
        var plain = new StringBuilder(text.Length);
        var raised = false;
        foreach (var c in text)
        {
            var digit = Superscripts.IndexOf(c, StringComparison.Ordinal);
            if ((digit >= 0 || c == '⁻') && !raised)
            {
                plain.Append('^');
            }

            raised = digit >= 0 || c == '⁻';
            plain.Append(c switch
            {
                _ when digit >= 0 => ((char)('0' + digit)).ToString(),
                >= ' ' and <= '~' => c.ToString(),
                '\u2212' or '⁻' or '–' or '—' => "-",
                '×' or '·' => "x",
                'µ' or 'μ' => "u",
                '±' => "+-",
                '…' => "...",
                '→' => "->",
                '“' or '”' => "\"",
                '‘' or '’' => "'",
                _ => "?",
            });
        }

        return plain.ToString();
    }
}
