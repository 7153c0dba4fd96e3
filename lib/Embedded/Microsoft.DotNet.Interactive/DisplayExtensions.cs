// x.Display(): shows any value from any line of a cell. It lives in namespace System, as in the genuine package,
// so that a notebook needs no using for it.

using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace System;

/// <summary>Shows values in the output of the running cell.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows <paramref name="value"/> with its formatter.</summary>
    /// <param name="value">The value; null is shown as <see cref="Formatter.NullString"/>.</param>
    /// <param name="mimeTypes">The MIME types to produce; none means those that the value's type prefers.</param>
    /// <returns>A handle whose <see cref="DisplayedValue.Update"/> replaces the output.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) =>
        KernelInvocationContext.Required.Show(value, mimeTypes);

    /// <summary>Shows text that already is in the format <paramref name="mimeType"/>, for example <c>text/markdown</c>.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        KernelInvocationContext.Required.Show(new FormattedValue(mimeType, value));

    /// <summary>Shows a sequence as a table with one column per public property.</summary>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> value, params string[] mimeTypes) =>
        KernelInvocationContext.Required.Show(value as IReadOnlyCollection<T> ?? [.. value], mimeTypes);
}
