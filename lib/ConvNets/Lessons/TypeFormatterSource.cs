// The convention by which a type brings its own notebook formatters: hosts match the attribute by its name
// and the formatters by their members, so that no assembly of a notebook host is referenced here.

namespace ConvNets.Lessons;

/// <summary>Names the class whose <c>CreateTypeFormatters()</c> gives the formatters of the type that carries this.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = [];
}

/// <summary>The formatters of <see cref="View"/>: one for HTML, one for plain text.</summary>
internal sealed class ViewFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<View>("text/html", view => view.ToHtml()),
        new TypeFormatter<View>("text/plain", view => view.ToText()),
    ];
}

/// <summary>One formatter by the convention: a MIME type and a text for it.</summary>
internal sealed class TypeFormatter<T>(string mimeType, Func<T, string> format)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value)
        {
            return false;
        }

        writer.Write(format(value));
        return true;
    }
}
