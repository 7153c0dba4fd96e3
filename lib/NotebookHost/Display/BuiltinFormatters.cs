// Registers how the kit's own types are shown. What a notebook registers for the same type wins.

using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookHost.Display;

internal static partial class BuiltinFormatters
{
    private static readonly Lazy<bool> Once = new(() =>
    {
        ExceptionFormatters.Register();
        TensorFormatters.Register();
        ModuleFormatters.Register();
        HistoryFormatters.Register();
        ArchitectureFormatters.Register();
        DataFrameFormatters.Register();
        ProgressLine.Register();
        RegisterCharts();
        return true;
    });

    internal static void Install() => _ = Once.Value;

    /// <summary>Registers a formatter that always writes.</summary>
    internal static void Add<T>(string mimeType, Func<T, string> format) => Formatter.RegisterBuiltin<T>(
        (value, context) =>
        {
            context.Writer.Write(format(value));
            return true;
        },
        mimeType);

    /// <summary>Charts of the stand-in; the genuine Plotly.NET brings its own formatter.</summary>
    static partial void RegisterCharts();
}
