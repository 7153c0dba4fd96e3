// What every chart starts from; changing it changes the charts that are made afterwards.

namespace Plotly.NET;

/// <summary>The defaults of new charts.</summary>
public static class Defaults
{
    /// <summary>How interactive charts behave: they follow the size of their place.</summary>
    public static Config DefaultConfig { get; set; } = Config.init(Responsive: true);

    /// <summary>The look of new charts.</summary>
    public static Template DefaultTemplate { get; set; } = ChartTemplates.plotly;

    /// <summary>Back to the initial defaults.</summary>
    public static void reset()
    {
        DefaultConfig = Config.init(Responsive: true);
        DefaultTemplate = ChartTemplates.plotly;
    }
}
