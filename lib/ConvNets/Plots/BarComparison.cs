// Bars side by side with error bars and the value at their end.

using System.Globalization;
using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace ConvNets.Plots;

/// <summary>One colour of a bar chart: a value for each name.</summary>
/// <param name="Name">What the legend calls the group.</param>
/// <param name="Values">One value for each name of the chart.</param>
/// <param name="Errors">Half lengths of the error bars in the unit of the values, or none.</param>
public sealed record BarGroup(string Name, double[] Values, double[]? Errors = null);

public static partial class Plot
{
    /// <summary>One bar for each name, the value at its end; behind the name where an error bar takes the end.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="names">What the bars stand for.</param>
    /// <param name="values">One value for each name.</param>
    /// <param name="y">Name and unit of the values.</param>
    /// <param name="errors">Half lengths of the error bars, or none.</param>
    /// <param name="format">.NET format of the value labels.</param>
    /// <param name="horizontal">Bars from left to right, for long names.</param>
    /// <param name="of">What kind of thing the names are.</param>
    public static GenericChart Bars(string title, IReadOnlyList<string> names, IReadOnlyList<double> values, string y, IReadOnlyList<double>? errors = null, string format = "0.##", bool horizontal = false, string of = "")
    {
        if (errors is null || names.Count != values.Count)
        {
            return Bars(title, names, [new BarGroup(y, [.. values], errors?.ToArray())], y, format, horizontal, of).WithLegend(false);
        }

        var numbered = names.Select((name, i) => $"{name}: {values[i].ToString(format, CultureInfo.InvariantCulture)}").ToList();
        return Bars(title, numbered, [new BarGroup(y, [.. values], [.. errors])], y, format, horizontal, of).WithLegend(false);
    }

    /// <summary>Groups of bars for each name, one colour for each group; the value at the end of a bar where no error bar takes it.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="names">What the groups of bars stand for.</param>
    /// <param name="groups">The colours.</param>
    /// <param name="y">Name and unit of the values.</param>
    /// <param name="format">.NET format of the value labels.</param>
    /// <param name="horizontal">Bars from left to right, for long names.</param>
    /// <param name="of">What kind of thing the names are.</param>
    public static GenericChart Bars(string title, IReadOnlyList<string> names, IReadOnlyList<BarGroup> groups, string y, string format = "0.##", bool horizontal = false, string of = "")
    {
        if (groups.Count == 0)
        {
            throw new ArgumentException("Bars needs at least one group of values.");
        }

        var charts = groups.Select((group, i) =>
        {
            ChartParts.SameLength($"Bars '{group.Name}'", "names", names.Count, "values", group.Values.Length);
            var labels = group.Values.Select(v => group.Errors is null && double.IsFinite(v) ? v.ToString(format, CultureInfo.InvariantCulture) : "").ToArray();
            var chart = horizontal
                ? Chart.Bar<double, string, string>(group.Values, Keys: names.ToArray(), Name: group.Name, MultiText: labels, TextPosition: StyleParam.TextPosition.Outside, MarkerColor: Palette.At(i))
                : Chart.Column<double, string, string>(group.Values, Keys: names.ToArray(), Name: group.Name, MultiText: labels, TextPosition: StyleParam.TextPosition.Outside, MarkerColor: Palette.At(i));
            if (group.Errors is not { } errors)
            {
                return chart;
            }

            ChartParts.SameLength($"Bars '{group.Name}'", "values", group.Values.Length, "errors", errors.Length);
            return horizontal ? chart.WithXErrorStyle<double, double>(Array: errors) : chart.WithYErrorStyle<double, double>(Array: errors);
        });
        var combined = Chart.Combine(charts.ToArray());

        // Names such as 1.1 and 1.10 would otherwise be places on an axis of numbers, and the same place.
        return horizontal
            ? combined.Titled(title, y, of).WithYAxisStyle<double, double, string>(AxisType: StyleParam.AxisType.Category, CategoryOrder: StyleParam.CategoryOrder.Array, CategoryArray: names.Reverse().ToArray())
            : combined.Titled(title, of, y).WithXAxisStyle<double, double, string>(AxisType: StyleParam.AxisType.Category);
    }
}
