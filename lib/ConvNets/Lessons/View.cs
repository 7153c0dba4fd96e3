// Something a lesson shows: HTML for a page and text for a terminal, without a reference to any notebook package.

using System.Net;

namespace ConvNets.Lessons;

/// <summary>
/// A thing that a notebook displays. It formats itself in every host that knows the convention of an attribute
/// named <c>TypeFormatterSourceAttribute</c>, .NET Interactive and this kit's own host among them.
/// </summary>
[TypeFormatterSource(typeof(ViewFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public abstract class View
{
    /// <summary>The HTML form: a fragment without scripts.</summary>
    public abstract string ToHtml();

    /// <summary>The plain form for terminals and logs.</summary>
    public abstract string ToText();

    /// <inheritdoc/>
    public sealed override string ToString() => ToText();

    /// <summary>Escapes text for use inside HTML.</summary>
    protected static string Escape(string? text) => WebUtility.HtmlEncode(text ?? "");
}
