// A value as text of one MIME type, and the bundle of MIME types that a notebook stores for one output.

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value rendered in one MIME type.</summary>
public class FormattedValue(string mimeType, string value)
{
    /// <summary>The MIME type, for example <c>text/html</c>.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>The rendered text; base64 for binary types such as <c>image/png</c>.</summary>
    public string Value { get; } = value;

    /// <summary>Whether front ends should not show it.</summary>
    public bool SuppressDisplay { get; set; }

    /// <summary>Renders <paramref name="value"/> in the named MIME types, or in those that its type prefers.</summary>
    public static IReadOnlyList<FormattedValue> CreateManyFromObject(object? value, params string[] mimeTypes)
    {
        switch (value)
        {
            case FormattedValue one:
                return [one];
            case IEnumerable<FormattedValue> many:
                return [.. many];
        }

        IEnumerable<string> wanted = mimeTypes.Length > 0
            ? mimeTypes
            : Formatter.GetPreferredMimeTypesFor(value?.GetType() ?? typeof(object));
        return [.. wanted.Select(mimeType => CreateSingleFromObject(value, mimeType))];
    }

    /// <summary>Renders <paramref name="value"/> in one MIME type.</summary>
    public static FormattedValue CreateSingleFromObject(object? value, string? mimeType = null)
    {
        mimeType ??= Formatter.GetPreferredMimeTypesFor(value?.GetType() ?? typeof(object)).First();
        return new FormattedValue(mimeType, value.ToDisplayString(mimeType));
    }

    /// <summary>What a notebook stores: the wanted MIME types and always a plain text, so that every front end shows something.</summary>
    internal static IReadOnlyList<FormattedValue> Bundle(object? value, string[] mimeTypes)
    {
        var values = CreateManyFromObject(value, mimeTypes);
        if (values.Any(v => v.MimeType == PlainTextFormatter.MimeType))
        {
            return values;
        }

        var plain = value is FormattedValue or IEnumerable<FormattedValue>
            ? $"[{string.Join(", ", values.Select(v => v.MimeType))}]"
            : value is AspNetCore.Html.IHtmlContent html ? Html.ToPlainText(html) : value.ToDisplayString(PlainTextFormatter.MimeType);
        return [.. values, new FormattedValue(PlainTextFormatter.MimeType, plain)];
    }
}
