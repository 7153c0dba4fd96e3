// text/html of any value: scalars as text, sequences and dictionaries as tables, objects as trees that open.
// The classes carry the genuine names (dni-...), so that a page styled for it fits; the colours come from the page.

using System.Collections;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive.Formatting;

internal static class DefaultHtml
{
    private const int MaximumColumns = 40;

    internal static bool Format(object value, FormatContext context)
    {
        var type = value.GetType();
        var writer = context.Writer;
        switch (value)
        {
            case IHtmlContent html:
                html.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
                break;
            case string or Exception:
                WriteScalar(value.ToString()!, context);
                break;
            case not null when Shape.IsScalar(type):
                WriteScalar(Shape.Text(value), context);
                break;
            case ITuple when context.Depth > 1:
                WriteScalar(value.ToDisplayString(), context);
                break;
            case IDictionary dictionary:
                WriteTable(["key", "value"], dictionary.Keys.Cast<object?>().Select(k => new[] { k, dictionary[k!] }), dictionary.Count, context);
                break;
            case IEnumerable sequence:
                WriteSequence(sequence, context);
                break;
            default:
                WriteObject(value!, type, context);
                break;
        }

        return true;
    }

    internal static void WriteScalar(string text, FormatContext context) =>
        context.Writer.Write($"<div class=\"dni-plaintext\"><pre>{WebUtility.HtmlEncode(text)}</pre></div>");

    private static void WriteSequence(IEnumerable sequence, FormatContext context)
    {
        var (items, more, total) = Shape.Take(sequence, Formatter.ListExpansionLimit);
        var elementType = items.FirstOrDefault(i => i is not null)?.GetType();
        if (items.Count == 0 || elementType is null || Shape.IsScalar(elementType) || items.Exists(i => i?.GetType() != elementType))
        {
            var all = items.TrueForAll(i => i is null || Shape.IsScalar(i.GetType()));
            if (all)
            {
                var text = $"[ {string.Join(", ", items.Select(i => i.ToDisplayString()))}{(more ? $" ...{Remaining(items, total)}" : "")} ]";
                WriteScalar(items.Count == 0 ? "[]" : text, context);
                return;
            }
        }

        if (elementType is not null && !items.Exists(i => i?.GetType() != elementType) && !Shape.IsSequence(elementType)
            && Member.Of(elementType) is { Count: > 0 and <= MaximumColumns } members)
        {
            var headers = Shape.IsTuple(elementType) ? members.Select(m => m.Name).ToArray() : [.. members.Select(m => m.Name)];
            WriteTable(["index", .. headers], items.Select((item, i) => members.Select(m => m.Read(item!)).Prepend(i).ToArray()), total, context, more ? items : null);
            return;
        }

        WriteTable(["index", "value"], items.Select((item, i) => new[] { i, item }), total, context, more ? items : null);
    }

    private static void WriteTable(string[] headers, IEnumerable<object?[]> rows, int? total, FormatContext context, List<object?>? truncated = null)
    {
        var writer = context.Writer;
        writer.Write("<table><thead><tr>");
        foreach (var header in headers)
        {
            writer.Write($"<th>{WebUtility.HtmlEncode(header)}</th>");
        }

        writer.Write("</tr></thead><tbody>");
        foreach (var row in rows.Take(Formatter.ListExpansionLimit))
        {
            writer.Write("<tr>");
            foreach (var cell in row)
            {
                WriteCell(cell, context);
            }

            writer.Write("</tr>");
        }

        if (truncated is not null)
        {
            writer.Write($"<tr><td colspan=\"{headers.Length}\"><i>...{Remaining(truncated, total)}</i></td></tr>");
        }

        writer.Write("</tbody></table>");
    }

    private static void WriteObject(object value, Type type, FormatContext context)
    {
        var members = Member.Of(type);
        if (members.Count == 0)
        {
            WriteScalar(value.ToString() ?? "", context);
            return;
        }

        var title = WebUtility.HtmlEncode(Title(value, type));
        context.Writer.Write($"<details{(context.Depth == 1 ? " open=\"open\"" : "")} class=\"dni-treeview\"><summary><span class=\"dni-code-hint\"><code>{title}</code></span></summary><div><table><tbody>");
        foreach (var member in members)
        {
            context.Writer.Write($"<tr><td>{WebUtility.HtmlEncode(member.Name)}</td>");
            WriteCell(member.Read(value), context);
            context.Writer.Write("</tr>");
        }

        context.Writer.Write("</tbody></table></div></details>");
    }

    private static void WriteCell(object? cell, FormatContext context)
    {
        var number = cell is not null && (cell.GetType().IsPrimitive || cell is decimal) && cell is not (bool or char);
        context.Writer.Write(number ? "<td style=\"text-align:right\">" : "<td>");
        if (cell is null)
        {
            context.Writer.Write(WebUtility.HtmlEncode(Formatter.NullString));
        }
        else if (cell is Exception exception)
        {
            context.Writer.Write($"<i>{WebUtility.HtmlEncode(exception.Message)}</i>");
        }
        else if (Shape.IsScalar(cell.GetType()))
        {
            context.Writer.Write(WebUtility.HtmlEncode(Shape.Text(cell)));
        }
        else
        {
            cell.FormatTo(context, HtmlFormatter.MimeType);
        }

        context.Writer.Write("</td>");
    }

    private static string Title(object value, Type type)
    {
        if (Shape.IsAnonymous(type))
        {
            return value.ToString() ?? "";
        }

        var text = type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } owner && owner != typeof(object) && owner != typeof(ValueType)
            ? value.ToString()
            : null;
        return text ?? Shape.Name(type);
    }

    private static string Remaining(List<object?> items, int? total) => total is { } count ? $" ({count - items.Count} more)" : " (more)";
}
