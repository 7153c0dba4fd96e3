// A formatter for one type and one MIME type, and the ways to provide some.

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Renders values of a type in one MIME type.</summary>
public interface ITypeFormatter
{
    /// <summary>The MIME type that it writes.</summary>
    string MimeType { get; }

    /// <summary>The type that it is for; derived types and implementations count, and an open generic type means all of its closed ones.</summary>
    Type Type { get; }

    /// <summary>Writes the value; false when it is not its business.</summary>
    bool Format(object instance, FormatContext context);
}

/// <summary>Provides the formatters of a type that names it in a <see cref="TypeFormatterSourceAttribute"/>.</summary>
public interface ITypeFormatterSource
{
    /// <summary>The formatters.</summary>
    IEnumerable<ITypeFormatter> CreateTypeFormatters();
}
