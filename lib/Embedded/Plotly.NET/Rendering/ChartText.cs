// A chart in words: for plain text output and for screen readers.

using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>Describes charts in words.</summary>
internal static class ChartText
{
    /// <summary>One line: kinds and number of series, title.</summary>
    public static string Summary(GenericChart chart)
    {
        var title = Title(chart);
        return title.Length > 0 ? $"Chart \"{title}\": {Series(chart)}" : $"Chart: {Series(chart)}";
    }

    public static string Title(GenericChart chart) => RichText.Plain(Read.Title(chart.Layout.Properties.GetValueOrDefault("title")));

    /// <summary>The series with their names and what the axes show.</summary>
    public static string Description(GenericChart chart)
    {
        var names = chart.Traces.Select(t => Read.Text(t, "name")).OfType<string>().Where(n => n.Length > 0).Distinct().ToArray();
        var text = Series(chart);
        if (names.Length > 0)
        {
            text += $": {string.Join(", ", names.Take(12).Select(RichText.Plain))}";
        }

        foreach (var (key, word) in new[] { ("xaxis", "Horizontal axis"), ("yaxis", "Vertical axis") })
        {
            var title = RichText.Plain(Read.Title(Read.Object(chart.Layout, key)?.Properties.GetValueOrDefault("title")));
            if (title.Length > 0)
            {
                text += $". {word}: {title}";
            }
        }

        return text + ".";
    }

    private static string Series(GenericChart chart) =>
        string.Join(", ", chart.Traces.GroupBy(t => t.type).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {g.Key} series")));
}
