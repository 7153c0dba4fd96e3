// context.Display(x): the form that gives a right Update in every version of the genuine kernel as well.

using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>Shows values through the running cell.</summary>
public static class KernelInvocationContextExtensions
{
    /// <summary>Shows <paramref name="value"/>; see <see cref="DisplayExtensions.Display"/>.</summary>
    public static DisplayedValue Display(this KernelInvocationContext context, object? value, params string[] mimeTypes) =>
        context.Show(value, mimeTypes);

    /// <summary>Shows text that already is in the format <paramref name="mimeType"/>.</summary>
    public static DisplayedValue DisplayAs(this KernelInvocationContext context, string value, string mimeType) =>
        context.Show(new FormattedValue(mimeType, value));
}
