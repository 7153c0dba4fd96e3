// The shape of a formatter that may decline.

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Writes <paramref name="value"/>; false means "not mine, try the next formatter".</summary>
public delegate bool FormatDelegate<in T>(T value, FormatContext context);
