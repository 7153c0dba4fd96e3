// A type's own statement of how it is shown.

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>
/// Names the class that makes a type's formatters. A library without a reference to this one may declare an attribute of the
/// same name with the same properties: it is found by name.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct)]
public class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>A class with a parameterless constructor and a method <c>CreateTypeFormatters()</c>.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types to show by default, best first.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
