namespace Plotly.NET.CSharp;

/// <summary>Makes charts: each method gives one kind.</summary>
public static partial class Chart
{
    /// <summary>Draws charts over each other in one pair of axes.</summary>
    public static GenericChart Combine(IEnumerable<GenericChart> gCharts) => GenericChart.combine(gCharts);

    /// <summary>An empty cell of a grid.</summary>
    public static GenericChart Invisible()
    {
        var hidden = new LinearAxis()
            .WithValue("showgrid", false)
            .WithValue("showline", false)
            .WithValue("showticklabels", false)
            .WithValue("zeroline", false);
        return GenericChart
            .ofTraceObject(true, new Trace("scatter").WithValue("visible", false))
            .WithAxis("xaxis", hidden)
            .WithAxis("yaxis", hidden);
    }
}
