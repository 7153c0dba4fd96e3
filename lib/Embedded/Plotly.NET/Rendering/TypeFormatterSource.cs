// How charts show themselves in a genuine .NET Interactive: it finds an attribute of this name on a type, whichever
// assembly defines it, and asks the named source for formatters.

namespace Plotly.NET.Rendering;

/// <summary>Names the type that formats instances of the class it stands on; .NET Interactive matches it by name.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>A type with a parameterless constructor and a method <c>CreateTypeFormatters</c>.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types to prefer, best first.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}

/// <summary>The formatters of charts.</summary>
public sealed class ChartFormatterSource
{
    /// <summary>HTML with the static picture, the picture itself, and plain text.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new ChartFormatter("text/html", chart => chart.ToSvg()),
        new ChartFormatter("image/svg+xml", chart => chart.ToSvg()),
        new ChartFormatter("text/plain", chart => chart.ToString()),
    ];
}

/// <summary>Writes charts in one MIME type; .NET Interactive calls it by name.</summary>
public sealed class ChartFormatter
{
    private readonly Func<GenericChart, string> _write;

    internal ChartFormatter(string mimeType, Func<GenericChart, string> write) => (MimeType, _write) = (mimeType, write);

    /// <summary>The MIME type that is written.</summary>
    public string MimeType { get; }

    /// <summary>Writes a chart; false where the instance is none.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not GenericChart chart)
        {
            return false;
        }

        writer.Write(_write(chart));
        return true;
    }
}
