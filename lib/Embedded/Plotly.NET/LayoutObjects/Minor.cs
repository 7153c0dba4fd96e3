namespace Plotly.NET.LayoutObjects;

/// <summary>The minor ticks of an axis.</summary>
public class Minor : PlotlyObject
{
    /// <summary>Makes a <see cref="Minor"/> with what is given; the rest is left to plotly.js.</summary>
    public static Minor init<a, b, c>(
        FSharpOption<a>? DTick = null,
        FSharpOption<Color>? GridColor = null,
        FSharpOption<StyleParam.DrawingStyle>? GridDash = null,
        FSharpOption<double>? GridWidth = null,
        FSharpOption<int>? NTicks = null,
        FSharpOption<bool>? ShowGrid = null,
        FSharpOption<b>? Tick0 = null,
        FSharpOption<Color>? TickColor = null,
        FSharpOption<int>? TickLen = null,
        FSharpOption<StyleParam.TickMode>? TickMode = null,
        FSharpOption<StyleParam.TickOptions>? Ticks = null,
        FSharpOption<IEnumerable<c>>? TickVals = null,
        FSharpOption<int>? TickWidth = null)
        where a : IConvertible
        where b : IConvertible
        where c : IConvertible =>
        new Minor()
            .With("dtick", DTick)
            .With("gridcolor", GridColor)
            .With("griddash", GridDash)
            .With("gridwidth", GridWidth)
            .With("nticks", NTicks)
            .With("showgrid", ShowGrid)
            .With("tick0", Tick0)
            .With("tickcolor", TickColor)
            .With("ticklen", TickLen)
            .With("tickmode", TickMode)
            .With("ticks", Ticks)
            .With("tickvals", TickVals)
            .With("tickwidth", TickWidth);
}
