namespace Plotly.NET;

/// <summary>Defaults for layout and traces (layout.template).</summary>
public class Template : PlotlyObject
{
    /// <summary>Makes a <see cref="Template"/> with what is given; the rest is left to plotly.js.</summary>
    public static Template init<c>(Layout layoutTemplate, FSharpOption<IEnumerable<c>>? TraceTemplates = null)
        where c : Trace =>
        new Template()
            .WithValue("layout", layoutTemplate)
            .WithValue("data", (TraceTemplates?.Value ?? [])
                .GroupBy(trace => trace.type)
                .Aggregate(new PlotlyObject(), (data, group) => data.WithValue(group.Key, group.ToArray())));
}
