// A chart is one bundle: the plotly.js figure for pages that run scripts, our own SVG for those that do not, and a picture in characters.

using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using Plotly.NET.Rendering;

namespace NotebookHost.Display;

internal static partial class BuiltinFormatters
{
    static partial void RegisterCharts()
    {
        Add<GenericChart>("application/vnd.plotly.v1+json", chart => FigureJson.Write(chart));
        Add<GenericChart>("image/svg+xml", chart => chart.ToSvg());
        Add<GenericChart>(PlainTextFormatter.MimeType, chart => chart.ToText(TextWindow.Current.Columns, ascii: TextWindow.Current.IsAscii));
        Formatter.SetBuiltinPreference(typeof(GenericChart), "application/vnd.plotly.v1+json", "image/svg+xml", PlainTextFormatter.MimeType);
        EvaluationFormatters.Register();
    }
}
