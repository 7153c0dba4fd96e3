// The formatters that a type declares by an attribute named TypeFormatterSourceAttribute, its own or ours: found by name,
// so that a library can be shown well without a reference to this one.

using System.Collections.Concurrent;
using System.Reflection;

namespace Microsoft.DotNet.Interactive.Formatting;

internal sealed record DeclaredFormatters(IReadOnlyList<string> PreferredMimeTypes, IReadOnlyList<ITypeFormatter> Formatters)
{
    private static readonly ConcurrentDictionary<Type, DeclaredFormatters?> Cache = new();

    internal static DeclaredFormatters? Of(Type type) => Cache.GetOrAdd(type, Read);

    private static DeclaredFormatters? Read(Type type)
    {
        var attribute = type.GetCustomAttributes(inherit: true)
            .Concat(type.GetInterfaces().SelectMany(i => i.GetCustomAttributes(inherit: false)))
            .FirstOrDefault(a => a.GetType().Name == nameof(TypeFormatterSourceAttribute));
        if (attribute is null || Property(attribute, "FormatterSourceType") is not Type sourceType)
        {
            return null;
        }

        var source = Activator.CreateInstance(sourceType, nonPublic: true)!;
        var made = sourceType.GetMethod("CreateTypeFormatters", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            ?.Invoke(source, null) as System.Collections.IEnumerable ?? Array.Empty<object>();
        var preferred = Property(attribute, "PreferredMimeTypes") as string[] ?? [];
        List<ITypeFormatter> formatters = [.. made.Cast<object>().Select(f => f as ITypeFormatter ?? Wrap(type, f)).OfType<ITypeFormatter>()];
        return new DeclaredFormatters(preferred.Length > 0 ? preferred : [.. formatters.Select(f => f.MimeType)], formatters);
    }

    private static AnyTypeFormatter? Wrap(Type type, object formatter)
    {
        var format = formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)]);
        return Property(formatter, "MimeType") is string mimeType && format is not null
            ? new AnyTypeFormatter(type, mimeType, (value, context) => format.Invoke(formatter, [value, context.Writer]) is true)
            : null;
    }

    private static object? Property(object owner, string name) => owner.GetType().GetProperty(name)?.GetValue(owner);
}
