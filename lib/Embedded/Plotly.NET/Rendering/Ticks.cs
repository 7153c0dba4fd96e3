// Where ticks stand and how they read: steps of 1, 2 and 5, decades on logarithmic axes, one for each category;
// never so many that labels would touch.

using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>Finds the ticks of an axis of known range and length.</summary>
internal static class Ticks
{
    private const double LabelGap = 10;

    /// <summary>Sets ticks and the turn of their labels.</summary>
    public static void Place(Axis axis)
    {
        axis.LabelAngle = Read.Number(axis.Spec, "tickangle") ?? 0;
        if (Read.List(axis.Spec, "tickvals") is { } values)
        {
            var texts = Read.List(axis.Spec, "ticktext");
            var ticks = new List<Tick>();
            for (var i = 0; i < values.Length; i++)
            {
                var at = axis.Coordinate(values[i]);
                if (double.IsFinite(at) && at >= axis.Low - 1e-9 && at <= axis.High + 1e-9)
                {
                    var label = texts is not null && i < texts.Length ? Convert.ToString(texts[i], CultureInfo.InvariantCulture) ?? "" : Label(axis, at, 1);
                    ticks.Add(new Tick(at, label));
                }
            }

            axis.Ticks = Thin(axis, ticks);
            return;
        }

        axis.Ticks = axis.Kind switch
        {
            AxisKind.Category => Thin(axis, Categories(axis)),
            AxisKind.Log => Log(axis),
            AxisKind.Date => Dates(axis),
            _ => Linear(axis),
        };
    }

    /// <summary>The next step of 1, 2 or 5 times a power of ten that is not smaller.</summary>
    public static double NiceStep(double rough)
    {
        if (!(rough > 0) || !double.IsFinite(rough))
        {
            return 1;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var digit = rough / power;
        return power * (digit <= 1.0000001 ? 1 : digit <= 2.0000001 ? 2 : digit <= 5.0000001 ? 5 : 10);
    }

    /// <summary>The step of 1, 2 or 5 times a power of ten that is nearest by ratio.</summary>
    public static double NearestStep(double rough)
    {
        var up = NiceStep(rough);
        var down = up / (up / Math.Pow(10, Math.Floor(Math.Log10(up * 1.0000001))) is > 4 and < 6 ? 2.5 : 2);
        return rough / down < up / rough ? down : up;
    }

    private static List<Tick> Linear(Axis axis)
    {
        var given = Read.Number(axis.Spec, "dtick");
        var span = axis.High - axis.Low;
        var wanted = Read.Number(axis.Spec, "nticks") is { } n and > 0 ? n : Math.Max(2, axis.Length / (axis.Horizontal ? 80 : 45));
        var step = given is { } d and > 0 ? d : NiceStep(span / wanted);
        for (var attempt = 0; ; attempt++)
        {
            var ticks = Steps(axis, step);
            if (given is not null || attempt > 6 || ticks.Count < 2 || Fits(axis, ticks))
            {
                return given is not null ? Thin(axis, ticks) : ticks;
            }

            step = NiceStep(step * 1.01);
        }
    }

    private static List<Tick> Steps(Axis axis, double step)
    {
        var origin = Read.Number(axis.Spec, "tick0") ?? 0;
        var ticks = new List<Tick>();
        var slack = (axis.High - axis.Low) * 1e-9;
        var first = Math.Ceiling((axis.Low - slack - origin) / step);
        for (var k = first; ticks.Count < 1000; k++)
        {
            var at = origin + (k * step);
            if (at > axis.High + slack)
            {
                break;
            }

            ticks.Add(new Tick(at, Label(axis, at, step)));
        }

        return ticks;
    }

    private static List<Tick> Log(Axis axis)
    {
        var decades = axis.High - axis.Low;
        var ticks = new List<Tick>();
        double[] within = decades <= 1.2 ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : decades <= 3.2 ? [1, 2, 5] : [1];
        var skip = Math.Max(1, (int)Math.Ceiling(decades / Math.Max(2, axis.Length / (axis.Horizontal ? 55 : 26))));
        for (var exponent = (int)Math.Floor(axis.Low); exponent <= axis.High + 1e-9; exponent++)
        {
            if (((exponent % skip) + skip) % skip != 0)
            {
                continue;
            }

            foreach (var digit in within)
            {
                var at = exponent + Math.Log10(digit);
                if (at >= axis.Low - 1e-9 && at <= axis.High + 1e-9)
                {
                    ticks.Add(new Tick(at, LogLabel(axis, exponent, digit)));
                }
            }
        }

        // Where the range holds no mark of its own, its ends and middle are named.
        if (ticks.Count < 2 && decades > 0)
        {
            ticks.Clear();
            for (var i = 0; i <= 2; i++)
            {
                var at = axis.Low + (decades * i / 2);
                ticks.Add(new Tick(at, NumberFormat.Short(Math.Pow(10, at))));
            }
        }

        return Thin(axis, ticks, decadesFirst: true);
    }

    private static string LogLabel(Axis axis, int exponent, double digit)
    {
        var value = digit * Math.Pow(10, exponent);
        if (Read.Text(axis.Spec, "tickformat") is { Length: > 0 } code && NumberFormat.D3(value, code) is { } formatted)
        {
            return Around(axis, formatted);
        }

        return Around(axis, digit == 1 ? NumberFormat.Power(exponent) : NumberFormat.Short(value));
    }

    private static List<Tick> Categories(Axis axis)
    {
        var ticks = new List<Tick>();
        for (var i = 0; i < axis.Categories.Count; i++)
        {
            if (i >= axis.Low - 1e-9 && i <= axis.High + 1e-9)
            {
                ticks.Add(new Tick(i, Around(axis, axis.Categories[i])));
            }
        }

        return ticks;
    }

    private static List<Tick> Dates(Axis axis)
    {
        double[] steps = [1.0 / 1440, 5.0 / 1440, 15.0 / 1440, 1.0 / 24, 3.0 / 24, 6.0 / 24, 0.5, 1, 2, 7, 14, 30.4375, 91.3125, 182.625, 365.25, 730.5, 1826.25, 3652.5];
        var span = axis.High - axis.Low;
        var wanted = Math.Max(2, axis.Length / (axis.Horizontal ? 100 : 45));
        var step = steps.FirstOrDefault(s => span / s <= wanted, steps[^1]);
        var ticks = new List<Tick>();
        if (step >= 28)
        {
            var months = (int)Math.Round(step / 30.4375);
            var month = DateTime.FromOADate(axis.Low);
            month = new DateTime(month.Year, months >= 12 ? 1 : month.Month, 1);
            for (; month.ToOADate() <= axis.High; month = month.AddMonths(months))
            {
                if (month.ToOADate() >= axis.Low)
                {
                    ticks.Add(new Tick(month.ToOADate(), month.ToString(months >= 12 ? "yyyy" : "MMM yyyy", CultureInfo.InvariantCulture)));
                }
            }
        }
        else
        {
            var format = step >= 1 ? "d MMM yyyy" : "HH:mm";
            for (var at = Math.Ceiling(axis.Low / step) * step; at <= axis.High + 1e-9; at += step)
            {
                ticks.Add(new Tick(at, DateTime.FromOADate(at).ToString(format, CultureInfo.InvariantCulture)));
            }
        }

        return Thin(axis, ticks);
    }

    private static string Label(Axis axis, double at, double step)
    {
        if (axis.Kind == AxisKind.Log)
        {
            return Around(axis, NumberFormat.Short(Math.Pow(10, at)));
        }

        return Around(axis, Read.Text(axis.Spec, "tickformat") is { Length: > 0 } code && NumberFormat.D3(at, code) is { } formatted ? formatted : NumberFormat.ForStep(at, step));
    }

    private static string Around(Axis axis, string label) => Read.Text(axis.Spec, "tickprefix") + label + Read.Text(axis.Spec, "ticksuffix");

    /// <summary>Turns or drops labels until none touches its neighbour.</summary>
    private static List<Tick> Thin(Axis axis, List<Tick> ticks, bool decadesFirst = false)
    {
        if (ticks.Count < 2 || Fits(axis, ticks))
        {
            return ticks;
        }

        if (axis.Horizontal && axis.Kind == AxisKind.Category && axis.LabelAngle == 0)
        {
            axis.LabelAngle = -40;
            if (Fits(axis, ticks))
            {
                return ticks;
            }

            axis.LabelAngle = -90;
            if (Fits(axis, ticks))
            {
                return ticks;
            }
        }

        if (decadesFirst)
        {
            var decades = ticks.Where(t => Math.Abs(t.At - Math.Round(t.At)) < 1e-9).ToList();
            if (decades.Count > 1 && decades.Count < ticks.Count)
            {
                var rest = ticks.Select(t => decades.Contains(t) ? t : t with { Label = "", Minor = true }).ToList();
                return Fits(axis, rest) ? rest : Thin(axis, decades);
            }
        }

        for (var keep = 2; keep < ticks.Count; keep++)
        {
            var kept = ticks.Select((t, i) => i % keep == 0 ? t : t with { Label = "" }).ToList();
            if (Fits(axis, kept))
            {
                return kept;
            }
        }

        return [.. ticks.Select((t, i) => i == 0 ? t : t with { Label = "" })];
    }

    private static bool Fits(Axis axis, List<Tick> ticks)
    {
        var labelled = ticks.Where(t => t.Label.Length > 0).OrderBy(t => t.At).ToList();
        for (var i = 1; i < labelled.Count; i++)
        {
            var distance = Math.Abs(axis.Pixel(labelled[i].At) - axis.Pixel(labelled[i - 1].At));
            if (distance < (Extent(axis, labelled[i].Label) + Extent(axis, labelled[i - 1].Label)) / 2 + (axis.Horizontal && axis.LabelAngle == 0 ? LabelGap : 2))
            {
                return false;
            }
        }

        return true;
    }

    private static double Extent(Axis axis, string label)
    {
        var (width, height) = RichText.Measure(label, axis.FontSize);
        if (!axis.Horizontal)
        {
            return height;
        }

        return axis.LabelAngle == 0 ? width : Math.Min(width, height / Math.Max(0.3, Math.Abs(Math.Sin(axis.LabelAngle * Math.PI / 180))));
    }
}
