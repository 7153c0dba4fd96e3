// text/plain of any value: scalars as they are, sequences in brackets, objects as indented "Name: value" lines.

using System.Collections;
using System.Runtime.CompilerServices;

namespace Microsoft.DotNet.Interactive.Formatting;

internal static class DefaultPlainText
{
    internal static bool Format(object value, FormatContext context)
    {
        var type = value.GetType();
        switch (value)
        {
            case Exception exception:
                context.Writer.Write(exception);
                break;
            case AspNetCore.Html.IHtmlContent html:
                html.WriteTo(context.Writer, System.Text.Encodings.Web.HtmlEncoder.Default);
                break;
            case Type named:
                context.Writer.Write(Shape.FullName(named));
                break;
            case not null when Shape.IsScalar(type):
                context.Writer.Write(Shape.Text(value));
                break;
            case ITuple tuple:
                WriteTuple(tuple, context);
                break;
            case IEnumerable sequence when !Shape.IsSequenceWithProperties(type):
                WriteSequence(sequence, context);
                break;
            default:
                WriteObject(value!, type, context);
                break;
        }

        return true;
    }

    private static void WriteTuple(ITuple tuple, FormatContext context)
    {
        context.Writer.Write("( ");
        for (var i = 0; i < tuple.Length; i++)
        {
            context.Writer.Write(i > 0 ? ", " : "");
            tuple[i].FormatTo(context, PlainTextFormatter.MimeType);
        }

        context.Writer.Write(" )");
    }

    private static void WriteSequence(IEnumerable sequence, FormatContext context)
    {
        var (items, more, total) = Shape.Take(sequence, Formatter.ListExpansionLimit);
        var inBlocks = items.Exists(i => i is not null && !Inline(i.GetType()));
        var writer = context.Writer;
        if (!inBlocks)
        {
            writer.Write("[ ");
            for (var i = 0; i < items.Count; i++)
            {
                writer.Write(i > 0 ? ", " : "");
                items[i].FormatTo(context, PlainTextFormatter.MimeType);
            }

            writer.Write(more ? $" ...{Remaining(items, total)} ]" : " ]");
            return;
        }

        writer.WriteLine(Shape.ClrName(sequence.GetType()));
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                writer.WriteLine();
            }

            context.IsStartingObjectWithinSequence = true;
            items[i].FormatTo(context, PlainTextFormatter.MimeType);
            context.IsStartingObjectWithinSequence = false;
        }

        if (more)
        {
            writer.Write($" ...{Remaining(items, total)}");
        }
    }

    private static void WriteObject(object value, Type type, FormatContext context)
    {
        var members = Member.Of(type);
        if (members.Count == 0)
        {
            context.Writer.Write(value.ToString());
            return;
        }

        if (!context.IsStartingObjectWithinSequence)
        {
            context.Writer.WriteLine(Shape.ClrName(type));
        }

        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0)
            {
                context.Writer.WriteLine();
            }

            StartProperty(context);
            context.Writer.Write(members[i].Name);
            context.Writer.Write(": ");
            members[i].Read(value).FormatTo(context, PlainTextFormatter.MimeType);
        }

        if (value is IEnumerable sequence)
        {
            context.Writer.WriteLine();
            StartProperty(context);
            context.Writer.Write("(values): ");
            WriteSequence(sequence, context);
        }
    }

    private static bool Inline(Type type) => Shape.IsScalar(type) || Shape.IsTuple(type) || Member.Of(type).Count == 0;

    private static string Remaining(List<object?> items, int? total) => total is { } count ? $" ({count - items.Count} more)" : " (more)";

    private static void StartProperty(FormatContext context)
    {
        context.Writer.Write(new string(' ', context.Depth * 2));
        context.Writer.Write(context.IsStartingObjectWithinSequence ? "  - " : "    ");
        context.IsStartingObjectWithinSequence = false;
    }
}
