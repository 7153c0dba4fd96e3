// A chart as data: series, layout and behaviour, ready to be written as a plotly.js figure or drawn as SVG.

namespace Plotly.NET;

/// <summary>A chart: its series, its layout and how its interactive form behaves. Styling gives a new chart.</summary>
[Rendering.TypeFormatterSource(typeof(Rendering.ChartFormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed class GenericChart
{
    private GenericChart(Trace[] traces, Layout layout, Config config)
    {
        Traces = traces;
        Layout = layout;
        Config = config;
    }

    internal Trace[] Traces { get; }

    internal Layout Layout { get; }

    internal Config Config { get; }

    /// <summary>The layout.</summary>
    public static Layout getLayout(GenericChart gChart) => gChart.Layout;

    /// <summary>The chart with another layout.</summary>
    public static GenericChart setLayout(Layout layout, GenericChart gChart) => new(gChart.Traces, layout, gChart.Config);

    /// <summary>The chart with a layout laid over its own.</summary>
    public static GenericChart addLayout(Layout layout, GenericChart gChart) => new(gChart.Traces, Over(gChart.Layout, layout), gChart.Config);

    /// <summary>How the interactive chart behaves.</summary>
    public static Config getConfig(GenericChart gChart) => gChart.Config;

    /// <summary>The chart with another behaviour.</summary>
    public static GenericChart setConfig(Config config, GenericChart gChart) => new(gChart.Traces, gChart.Layout, config);

    /// <summary>The chart with a behaviour laid over its own.</summary>
    public static GenericChart addConfig(Config config, GenericChart gChart) => new(gChart.Traces, gChart.Layout, gChart.Config.Merge(config));

    /// <summary>One chart with the series of all; later layouts are laid over earlier ones, annotations, shapes and pictures are joined.</summary>
    public static GenericChart combine(IEnumerable<GenericChart> gCharts)
    {
        var charts = gCharts.ToArray();
        if (charts.Length == 0)
        {
            throw new ArgumentException("Chart.Combine and Chart.Grid need at least one chart.");
        }

        return charts[1..].Aggregate(
            new GenericChart([.. charts.SelectMany(c => c.Traces)], charts[0].Layout, charts[0].Config),
            (all, next) => new GenericChart(all.Traces, Over(all.Layout, next.Layout), all.Config.Merge(next.Config)));
    }

    /// <summary>The number of series.</summary>
    public static int countTrace(GenericChart gChart) => gChart.Traces.Length;

    /// <summary>The figure as JSON with data, layout and frames.</summary>
    public static string toFigureJson(GenericChart gChart) => Rendering.FigureJson.Write(gChart);

    /// <summary>The figure as JSON with data, layout and config.</summary>
    public static string toJson(GenericChart gChart) => Rendering.FigureJson.Write(gChart, withConfig: true);

    /// <summary>A whole page that shows the chart.</summary>
    public static string toEmbeddedHTML(GenericChart gChart) => Rendering.ChartPage.Write(gChart);

    /// <summary>A chart of one series; with the default template where <paramref name="useDefaults"/>.</summary>
    public static GenericChart ofTraceObject(bool useDefaults, Trace trace) => ofTraceObjects(useDefaults, [trace]);

    /// <summary>Kind and number of series and the title: what a plain text shows.</summary>
    public override string ToString() => Rendering.ChartText.Summary(this);

    internal static GenericChart ofTraceObjects(bool useDefaults, IEnumerable<Trace> traces)
    {
        var layout = new Layout();
        if (useDefaults)
        {
            layout.SetProperty("template", Defaults.DefaultTemplate.Copy());
        }

        return new GenericChart([.. traces], layout, Defaults.DefaultConfig.Copy());
    }

    internal GenericChart MapTraces(Func<Trace, Trace> change) => new([.. Traces.Select(t => change(t.Copy()))], Layout, Config);

    internal GenericChart MapLayout(Func<Layout, Layout> change) => new(Traces, change(Layout.Copy()), Config);

    private static Layout Over(Layout first, Layout second)
    {
        var merged = first.Merge(second);
        foreach (var key in new[] { "annotations", "shapes", "images", "selections", "sliders", "updatemenus" })
        {
            if (first.Properties.GetValueOrDefault(key) is Array a && second.Properties.GetValueOrDefault(key) is Array b)
            {
                merged.SetProperty(key, a.Cast<object>().Concat(b.Cast<object>()).ToArray());
            }
        }

        return merged;
    }
}
