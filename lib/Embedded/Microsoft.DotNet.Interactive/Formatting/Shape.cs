// What kind of thing a type is for display: one that is written as it is, a tuple, a dictionary, a sequence, an object.

using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Microsoft.DotNet.Interactive.Formatting;

internal static class Shape
{
    internal static bool IsScalar(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(DateTime)
        || type == typeof(DateTimeOffset) || type == typeof(TimeSpan) || type == typeof(DateOnly) || type == typeof(TimeOnly)
        || type == typeof(Guid) || type == typeof(Uri) || type == typeof(BigInteger) || type == typeof(Half) || type == typeof(Complex)
        || type == typeof(Version) || type == typeof(Index) || type == typeof(Range) || typeof(Type).IsAssignableFrom(type)
        || Nullable.GetUnderlyingType(type) is not null;

    internal static bool IsTuple(Type type) => typeof(ITuple).IsAssignableFrom(type);

    internal static bool IsSequence(Type type) => typeof(IEnumerable).IsAssignableFrom(type) && type != typeof(string);

    /// <summary>A sequence that also has things of its own to say: shown with its properties.</summary>
    internal static bool IsSequenceWithProperties(Type type) =>
        IsSequence(type) && !type.IsArray && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
        && !type.Name.StartsWith('<') && Member.Of(type).Any(m => m.Name is not ("Count" or "Length"));

    internal static bool IsAnonymous(Type type) =>
        type.Name.Contains("AnonymousType", StringComparison.Ordinal) && type.IsDefined(typeof(CompilerGeneratedAttribute), false);

    /// <summary>The type's name as C# writes it, without namespaces.</summary>
    internal static string Name(Type type) => Write(type, t => Keyword(t) ?? t.Name.Split('`')[0]);

    /// <summary>The type's name with the runtime's names of the simple types, without namespaces.</summary>
    internal static string ClrName(Type type) => Write(type, t => t.Name.Split('`')[0]);

    /// <summary>The type's name with namespaces.</summary>
    internal static string FullName(Type type) => Write(type, t => $"{(t.Namespace is null ? "" : t.Namespace + ".")}{t.Name.Split('`')[0]}");

    /// <summary>A scalar as text, numbers in the invariant culture.</summary>
    internal static string Text(object value) => value switch
    {
        DateTime time => time.ToString("u", System.Globalization.CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("u", System.Globalization.CultureInfo.InvariantCulture),
        Type type => Name(type),
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The first elements of a sequence, and whether there are more.</summary>
    internal static (List<object?> Items, bool More, int? Total) Take(IEnumerable sequence, int limit)
    {
        List<object?> items = [];
        var more = false;
        foreach (var item in sequence)
        {
            if (items.Count == limit)
            {
                more = true;
                break;
            }

            items.Add(item);
        }

        int? total = sequence switch
        {
            ICollection collection => collection.Count,
            _ => sequence.GetType().GetProperty("Count")?.GetValue(sequence) as int?,
        };
        return (items, more, total);
    }

    private static string Write(Type type, Func<Type, string> simple) =>
        IsAnonymous(type) ? "(anonymous)"
        : type.IsArray ? $"{Write(type.GetElementType()!, simple)}[{new string(',', type.GetArrayRank() - 1)}]"
        : type.IsGenericType ? $"{simple(type)}<{string.Join(",", type.GetGenericArguments().Select(a => Write(a, simple)))}>"
        : simple(type);

    private static string? Keyword(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => null,
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        TypeCode.SByte => "sbyte",
        TypeCode.Char => "char",
        TypeCode.Decimal => "decimal",
        TypeCode.Double => "double",
        TypeCode.Single => "float",
        TypeCode.Int16 => "short",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.UInt16 => "ushort",
        TypeCode.UInt32 => "uint",
        TypeCode.UInt64 => "ulong",
        TypeCode.String => "string",
        _ => type == typeof(object) ? "object" : null,
    };
}
