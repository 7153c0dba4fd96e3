namespace Plotly.NET.LayoutObjects;

/// <summary>How changes are animated (layout.transition).</summary>
public class Transition : PlotlyObject
{
    /// <summary>Makes a <see cref="Transition"/> with what is given; the rest is left to plotly.js.</summary>
    public static Transition init(
        FSharpOption<int>? Duration = null,
        FSharpOption<StyleParam.TransitionEasing>? Easing = null,
        FSharpOption<StyleParam.TransitionOrdering>? Ordering = null) =>
        new Transition()
            .With("duration", Duration)
            .With("easing", Easing)
            .With("ordering", Ordering);
}
