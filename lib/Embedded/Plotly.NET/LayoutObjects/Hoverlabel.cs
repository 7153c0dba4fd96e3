namespace Plotly.NET.LayoutObjects;

/// <summary>The box that shows values under the pointer.</summary>
public class Hoverlabel : PlotlyObject
{
    /// <summary>Makes a <see cref="Hoverlabel"/> with what is given; the rest is left to plotly.js.</summary>
    public static Hoverlabel init(
        FSharpOption<StyleParam.Align>? Align = null,
        FSharpOption<Color>? BgColor = null,
        FSharpOption<Color>? BorderColor = null,
        FSharpOption<Font>? Font = null,
        FSharpOption<Font>? GroupTitleFont = null,
        FSharpOption<int>? Namelength = null) =>
        new Hoverlabel()
            .With("bgcolor", BgColor)
            .With("bordercolor", BorderColor)
            .With("font", Font)
            .With("grouptitlefont", GroupTitleFont)
            .With("align", Align)
            .With("namelength", Namelength);
}
