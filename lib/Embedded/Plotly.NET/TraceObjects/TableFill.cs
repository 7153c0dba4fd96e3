namespace Plotly.NET.TraceObjects;

/// <summary>The background of table cells.</summary>
public class TableFill : PlotlyObject
{
    /// <summary>Makes a <see cref="TableFill"/> with what is given; the rest is left to plotly.js.</summary>
    public static TableFill init(FSharpOption<Color>? Color = null) =>
        new TableFill()
            .With("color", Color);
}
