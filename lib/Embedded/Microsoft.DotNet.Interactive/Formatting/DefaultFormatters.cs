// What renders a value when nobody registered anything: one formatter for each MIME type.

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Microsoft.DotNet.Interactive.Formatting;

internal static class DefaultFormatters
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ITypeFormatter Plain = new AnyTypeFormatter(typeof(object), PlainTextFormatter.MimeType, DefaultPlainText.Format);
    private static readonly ITypeFormatter HtmlText = new AnyTypeFormatter(typeof(object), HtmlFormatter.MimeType, DefaultHtml.Format);
    private static readonly ITypeFormatter JsonText = new AnyTypeFormatter(typeof(object), JsonFormatter.MimeType, FormatJson);
    private static readonly ITypeFormatter Csv = new AnyTypeFormatter(typeof(object), CsvFormatter.MimeType, FormatCsv);

    internal static ITypeFormatter For(string mimeType) => mimeType switch
    {
        PlainTextFormatter.MimeType => Plain,
        HtmlFormatter.MimeType => HtmlText,
        JsonFormatter.MimeType => JsonText,
        CsvFormatter.MimeType => Csv,
        _ => new AnyTypeFormatter(typeof(object), mimeType, FormatText),
    };

    internal static void FormatNull(FormatContext context, string mimeType)
    {
        switch (mimeType)
        {
            case HtmlFormatter.MimeType:
                DefaultHtml.WriteScalar(Formatter.NullString, context);
                break;
            case JsonFormatter.MimeType:
                context.Writer.Write("null");
                break;
            default:
                context.Writer.Write(Formatter.NullString);
                break;
        }
    }

    internal static void FormatTooDeep(object value, FormatContext context, string mimeType)
    {
        if (mimeType == HtmlFormatter.MimeType)
        {
            DefaultHtml.WriteScalar(value.ToString() ?? "", context);
        }
        else
        {
            context.Writer.Write(value.ToString());
        }
    }

    private static bool FormatText(object value, FormatContext context)
    {
        context.Writer.Write(value.ToString());
        return true;
    }

    private static bool FormatJson(object value, FormatContext context)
    {
        context.Writer.Write(JsonSerializer.Serialize(value, value.GetType(), Json));
        return true;
    }

    private static bool FormatCsv(object value, FormatContext context)
    {
        if (value is not System.Collections.IEnumerable sequence)
        {
            return FormatText(value, context);
        }

        IReadOnlyList<Member>? members = null;
        foreach (var item in sequence)
        {
            if (members is null)
            {
                members = Member.Of(item.GetType());
                context.Writer.WriteLine(string.Join(",", members.Select(m => Quote(m.Name))));
            }

            context.Writer.WriteLine(string.Join(",", members.Select(m => Quote(m.Read(item)))));
        }

        return true;
    }

    private static string Quote(object? value)
    {
        var text = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        return text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
