// The MIME types with a formatter of their own.

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Plain text.</summary>
public static class PlainTextFormatter
{
    /// <summary><c>text/plain</c>.</summary>
    public const string MimeType = "text/plain";
}

/// <summary>HTML.</summary>
public static class HtmlFormatter
{
    /// <summary><c>text/html</c>.</summary>
    public const string MimeType = "text/html";
}

/// <summary>JSON.</summary>
public static class JsonFormatter
{
    /// <summary><c>application/json</c>.</summary>
    public const string MimeType = "application/json";
}

/// <summary>Comma-separated values.</summary>
public static class CsvFormatter
{
    /// <summary><c>text/csv</c>.</summary>
    public const string MimeType = "text/csv";
}
