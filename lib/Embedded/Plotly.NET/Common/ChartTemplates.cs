// The look of charts: the palette of Okabe and Ito ("Color Universal Design", 2008), which people with any kind of
// colour vision tell apart, quiet grids and readable text.

namespace Plotly.NET;

/// <summary>Ready-made templates.</summary>
public static class ChartTemplates
{
    private const string Grid = "rgba(128,128,128,0.25)";

    internal static string[] Colorway { get; } = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7A5195", "#8C8C8C"];

    /// <summary>The default look.</summary>
    public static Template plotly
    {
        get
        {
            var layout = new Layout()
                .WithValue("colorway", Colorway)
                .WithValue("font", Text(13))
                .WithValue("title", new Title().WithValue("x", 0.02).WithValue("xanchor", "left").WithValue("font", Text(17)))
                .WithValue("colorscale", new DefaultColorScales().WithValue("sequential", "Viridis").WithValue("diverging", "RdBu"))
                .WithValue("hovermode", "closest")
                .WithValue("xaxis", Axis())
                .WithValue("yaxis", Axis());
            // plotly.js takes the colour scale of a matrix from here, not from the layout.
            var data = new[] { "heatmap", "contour", "histogram2d", "histogram2dcontour" }
                .Aggregate(new PlotlyObject(), (all, type) => all.WithValue(type, new[] { new PlotlyObject().WithValue("colorscale", "Viridis") }));
            return new Template().WithValue("layout", layout).WithValue("data", data);
        }
    }

    private static Font Text(double size) => new Font().WithValue("size", size);

    private static LinearAxis Axis() => new LinearAxis()
        .WithValue("automargin", true)
        .WithValue("gridcolor", Grid)
        .WithValue("linecolor", "rgba(128,128,128,0.6)")
        .WithValue("showline", true)
        .WithValue("zeroline", false)
        .WithValue("ticks", "outside")
        .WithValue("ticklen", 4)
        .WithValue("tickcolor", "rgba(128,128,128,0.6)");
}
