// The result of a test: the confusion matrix as a chart, and the figures of each class as text.

using ConvNets.Plots;
using ConvNets.Training;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using Plotly.NET.Rendering;

namespace NotebookHost.Display;

internal static class EvaluationFormatters
{
    internal static void Register()
    {
        BuiltinFormatters.Add<Evaluation>("application/vnd.plotly.v1+json", result => FigureJson.Write(Matrix(result)));
        BuiltinFormatters.Add<Evaluation>("image/svg+xml", result => Matrix(result).ToSvg());
        BuiltinFormatters.Add<Evaluation>(PlainTextFormatter.MimeType, result => $"{Matrix(result).ToText(TextWindow.Current.Columns, ascii: TextWindow.Current.IsAscii)}\n\n{result.PerClass().ToText()}");
        Formatter.SetBuiltinPreference(typeof(Evaluation), "application/vnd.plotly.v1+json", "image/svg+xml", PlainTextFormatter.MimeType);
    }

    private static GenericChart Matrix(Evaluation result) =>
        Plot.ConfusionMatrix(result.ToString(), [.. Enumerable.Range(0, result.Classes).Select(result.Name)], result.Confusion);
}
