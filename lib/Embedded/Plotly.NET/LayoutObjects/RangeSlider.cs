namespace Plotly.NET.LayoutObjects;

/// <summary>A slider below an x axis that chooses its range.</summary>
public class RangeSlider : PlotlyObject
{
    /// <summary>Makes a <see cref="RangeSlider"/> with what is given; the rest is left to plotly.js.</summary>
    public static RangeSlider init(
        FSharpOption<Color>? BgColor = null,
        FSharpOption<Color>? BorderColor = null,
        FSharpOption<double>? BorderWidth = null,
        FSharpOption<bool>? AutoRange = null,
        FSharpOption<StyleParam.Range>? Range = null,
        FSharpOption<double>? Thickness = null,
        FSharpOption<bool>? Visible = null,
        FSharpOption<StyleParam.RangesliderRangeMode>? YAxisRangeMode = null,
        FSharpOption<StyleParam.Range>? YAxisRange = null) =>
        new RangeSlider()
            .With("bgcolor", BgColor)
            .With("bordercolor", BorderColor)
            .With("borderwidth", BorderWidth)
            .With("autorange", AutoRange)
            .With("range", Range)
            .With("thickness", Thickness)
            .With("visible", Visible)
            .WithValue("yaxis", LinearAxis.init<double, double, double, double, double, double, double, double>().With("rangemode", YAxisRangeMode).With("range", YAxisRange));
}
