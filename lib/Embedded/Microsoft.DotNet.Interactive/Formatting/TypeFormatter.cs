// The base of the three formatter classes that a notebook may construct itself.

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A formatter for <typeparamref name="T"/>.</summary>
public abstract class TypeFormatter<T> : ITypeFormatter
{
    private readonly FormatDelegate<T> format;

    /// <summary>Wraps a delegate.</summary>
    private protected TypeFormatter(FormatDelegate<T> format) => this.format = format;

    /// <inheritdoc/>
    public abstract string MimeType { get; }

    /// <inheritdoc/>
    public Type Type => typeof(T);

    /// <summary>Writes the value; false when it declines.</summary>
    public bool Format(T value, FormatContext context) => format(value, context);

    bool ITypeFormatter.Format(object instance, FormatContext context) => instance is T value && format(value, context);
}

/// <summary>Writes <c>text/html</c>.</summary>
public class HtmlFormatter<T> : TypeFormatter<T>
{
    /// <summary>From a function that returns the whole text.</summary>
    public HtmlFormatter(Func<T, string> format) : base((value, context) => { context.Writer.Write(format(value)); return true; }) { }

    /// <summary>From an action that writes.</summary>
    public HtmlFormatter(Action<T, FormatContext> format) : base((value, context) => { format(value, context); return true; }) { }

    /// <summary>From a delegate that may decline.</summary>
    public HtmlFormatter(FormatDelegate<T> format) : base(format) { }

    /// <inheritdoc/>
    public override string MimeType => HtmlFormatter.MimeType;
}

/// <summary>Writes <c>text/plain</c>.</summary>
public class PlainTextFormatter<T> : TypeFormatter<T>
{
    /// <summary>From a function that returns the whole text.</summary>
    public PlainTextFormatter(Func<T, string> format) : base((value, context) => { context.Writer.Write(format(value)); return true; }) { }

    /// <summary>From an action that writes.</summary>
    public PlainTextFormatter(Action<T, FormatContext> format) : base((value, context) => { format(value, context); return true; }) { }

    /// <summary>From a delegate that may decline.</summary>
    public PlainTextFormatter(FormatDelegate<T> format) : base(format) { }

    /// <inheritdoc/>
    public override string MimeType => PlainTextFormatter.MimeType;
}

/// <summary>Writes <c>application/json</c>.</summary>
public class JsonFormatter<T> : TypeFormatter<T>
{
    /// <summary>From a function that returns the whole text.</summary>
    internal JsonFormatter(Func<T, string> format) : base((value, context) => { context.Writer.Write(format(value)); return true; }) { }

    /// <summary>From an action that writes.</summary>
    public JsonFormatter(Action<T, FormatContext> format) : base((value, context) => { format(value, context); return true; }) { }

    /// <summary>From a delegate that may decline.</summary>
    public JsonFormatter(FormatDelegate<T> format) : base(format) { }

    /// <inheritdoc/>
    public override string MimeType => JsonFormatter.MimeType;
}

/// <summary>A formatter for a type known at run time only, open generic types included.</summary>
internal sealed class AnyTypeFormatter(Type type, string mimeType, FormatDelegate<object> format) : ITypeFormatter
{
    public string MimeType => mimeType;

    public Type Type => type;

    public bool Format(object instance, FormatContext context) => format(instance, context);
}
