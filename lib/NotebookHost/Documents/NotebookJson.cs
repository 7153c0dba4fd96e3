// JSON exactly as Jupyter writes notebooks: its indent, its escapes, the keys in their order, numbers as they stood.

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookHost.Documents;

/// <summary>How a notebook file was written.</summary>
/// <param name="Indent">Spaces of one level.</param>
/// <param name="AsciiOnly">Whether other characters are escaped.</param>
/// <param name="FinalNewLine">Whether the file ends in a line end.</param>
internal sealed record JsonStyle(int Indent, bool AsciiOnly, bool FinalNewLine)
{
    internal static readonly JsonStyle Jupyter = new(1, false, true);

    internal static JsonStyle Of(string text)
    {
        var lineEnd = text.IndexOf('\n', StringComparison.Ordinal);
        var indent = 0;
        for (var i = lineEnd + 1; lineEnd >= 0 && i < text.Length && text[i] == ' '; i++)
        {
            indent++;
        }

        return new JsonStyle(indent == 0 ? 1 : indent, Ascii.IsValid(text) && text.Contains("\\u", StringComparison.Ordinal), text.EndsWith('\n'));
    }
}

internal static class NotebookJson
{
    internal static string Write(JsonNode node, JsonStyle style)
    {
        var text = new StringBuilder();
        Write(node, 0, text, style);
        if (style.FinalNewLine)
        {
            text.Append('\n');
        }

        return text.ToString();
    }

    private static void Write(JsonNode? node, int depth, StringBuilder text, JsonStyle style)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                Block('{', '}', members, depth, text, style, member =>
                {
                    Quote(member.Key, text, style.AsciiOnly);
                    text.Append(": ");
                    Write(member.Value, depth + 1, text, style);
                });
                break;
            case JsonArray items:
                Block('[', ']', items, depth, text, style, item => Write(item, depth + 1, text, style));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Quote(value.GetValue<string>(), text, style.AsciiOnly);
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void Block<T>(char open, char close, ICollection<T> items, int depth, StringBuilder text, JsonStyle style, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? "\n" : ",\n").Append(' ', style.Indent * (depth + 1));
            first = false;
            write(item);
        }

        if (!first)
        {
            text.Append('\n').Append(' ', style.Indent * depth);
        }

        text.Append(close);
    }

    private static void Quote(string value, StringBuilder text, bool asciiOnly)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                default:
                    if (c < ' ' || (asciiOnly && c > '~'))
                    {
                        text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    }
                    else
                    {
                        text.Append(c);
                    }

                    break;
            }
        }

        text.Append('"');
    }
}
