// One data series of a chart with its plotly.js type.

namespace Plotly.NET;

/// <summary>A data series.</summary>
public class Trace : PlotlyObject
{
    /// <summary>An empty series of a plotly.js trace type: "scatter", "bar", "heatmap".</summary>
    public Trace(string traceTypeName)
    {
        type = traceTypeName;
        SetProperty("type", traceTypeName);
    }

    /// <summary>The plotly.js trace type.</summary>
    public string type { get; set; }

    internal virtual Trace Empty() => new(type);
}
