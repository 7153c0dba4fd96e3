// Numbers on axes: d3's format codes as far as charts use them, and short forms for large and small numbers.

using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>Formats tick labels, always in the invariant culture.</summary>
internal static class NumberFormat
{
    /// <summary>By a d3 code: <c>[,][.precision][~](f|e|g|%|s|d)</c>; null where the code is not one of these.</summary>
    public static string? D3(double value, string code)
    {
        var thousands = code.Contains(',', StringComparison.Ordinal);
        var plus = code.StartsWith('+');
        var trim = code.Contains('~', StringComparison.Ordinal);
        var kind = code.Length > 0 ? code[^1] : 'g';
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        var digits = 0;
        var known = dot >= 0 && int.TryParse(new string([.. code[(dot + 1)..].TakeWhile(char.IsAsciiDigit)]), NumberStyles.None, CultureInfo.InvariantCulture, out digits);
        var precision = known ? digits : kind is 'd' ? 0 : 6;

        var text = kind switch
        {
            'f' or 'd' => value.ToString((thousands ? "N" : "F") + precision, CultureInfo.InvariantCulture),
            '%' => (value * 100).ToString("F" + precision, CultureInfo.InvariantCulture),
            'e' => value.ToString("0." + new string('0', precision) + "e+0", CultureInfo.InvariantCulture),
            'g' or 'r' => value.ToString("G" + Math.Max(1, precision), CultureInfo.InvariantCulture),
            's' => Si(value, known ? Math.Max(1, precision) : 6),
            _ => null,
        };
        if (text is null)
        {
            return code is "," ? value.ToString("#,0.######", CultureInfo.InvariantCulture) : null;
        }

        if ((trim || (!known && kind is 'f' or '%')) && text.Contains('.', StringComparison.Ordinal) && kind is not 'e' and not 's')
        {
            text = text.TrimEnd('0').TrimEnd('.');
        }

        return (plus && value > 0 ? "+" : "") + Minus(text) + (kind == '%' ? "%" : "");
    }

    /// <summary>With as many decimals as the step between ticks needs; thousands as k, M, B.</summary>
    public static string ForStep(double value, double step)
    {
        if (Math.Abs(value) < step * 1e-6)
        {
            return "0";
        }

        var largest = Math.Max(Math.Abs(value), step);
        if (largest >= 1e4)
        {
            var (divisor, suffix) = largest >= 1e15 ? (0, "") : largest >= 1e9 ? (1e9, "B") : largest >= 1e6 ? (1e6, "M") : (1e3, "k");
            return divisor == 0 ? Scientific(value) : Fixed(value / divisor, step / divisor) + suffix;
        }

        return largest < 1e-4 ? Scientific(value) : Fixed(value, step);
    }

    /// <summary>A power of ten.</summary>
    public static string Power(int exponent) => exponent switch
    {
        >= -3 and <= 3 => Math.Pow(10, exponent).ToString("0.###", CultureInfo.InvariantCulture),
        4 or 5 => Math.Pow(10, exponent - 3).ToString("0", CultureInfo.InvariantCulture) + "k",
        >= 6 and <= 8 => Math.Pow(10, exponent - 6).ToString("0", CultureInfo.InvariantCulture) + "M",
        >= 9 and <= 11 => Math.Pow(10, exponent - 9).ToString("0", CultureInfo.InvariantCulture) + "B",
        _ => "10" + Superscript(exponent),
    };

    /// <summary>A value on its own: up to four significant digits.</summary>
    public static string Short(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value == 0 ? "0" : value.ToString(CultureInfo.InvariantCulture);
        }

        var text = ForStep(value, Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 3));
        var end = text.Length;
        while (end > 0 && char.IsAsciiLetter(text[end - 1]))
        {
            end--;
        }

        var number = text[..end];
        return (number.Contains('.', StringComparison.Ordinal) && !number.Contains('×', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number) + text[end..];
    }

    private static string Fixed(double value, double step)
    {
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 10);
        // A step of 2.5 or 0.25 needs one digit more than its size says.
        if (Math.Abs(Math.Round(step, decimals) - step) > step * 1e-6)
        {
            decimals = Math.Min(decimals + 1, 10);
        }

        var text = value.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return Minus(text.Contains('.', StringComparison.Ordinal) && Math.Abs(value) < step * 1e-6 ? "0" : text);
    }

    private static string Scientific(double value)
    {
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var mantissa = (value / Math.Pow(10, exponent)).ToString("0.##", CultureInfo.InvariantCulture);
        return Minus(mantissa is "1" ? "10" + Superscript(exponent) : $"{mantissa}×10{Superscript(exponent)}");
    }

    private static string Si(double value, int digits)
    {
        var size = Math.Abs(value);
        var (divisor, suffix) = size switch
        {
            0 => (1, ""),
            >= 1e12 => (1e12, "T"),
            >= 1e9 => (1e9, "G"),
            >= 1e6 => (1e6, "M"),
            >= 1e3 => (1e3, "k"),
            >= 1 => (1, ""),
            >= 1e-3 => (1e-3, "m"),
            >= 1e-6 => (1e-6, "µ"),
            _ => (1e-9, "n"),
        };
        return double.Parse((value / divisor).ToString("G" + digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("0.######", CultureInfo.InvariantCulture) + suffix;
    }

    private static string Minus(string text) => text.Replace('-', '\u2212');

    private static string Superscript(int exponent) =>
        string.Concat(exponent.ToString(CultureInfo.InvariantCulture).Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
}
