// A public property or field of a value that is shown member by member.

using System.Reflection;
using System.Runtime.CompilerServices;

namespace Microsoft.DotNet.Interactive.Formatting;

internal sealed record Member(string Name, Func<object, object?> Get)
{
    private static readonly ConditionalWeakTable<Type, IReadOnlyList<Member>> Cache = [];

    /// <summary>The readable public members in order of declaration; static ones, indexers and those that cannot be boxed are left out.</summary>
    internal static IReadOnlyList<Member> Of(Type type) => Cache.GetValue(type, static t =>
    [
        .. t.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0 && !Unboxable(p.PropertyType) && !Hidden(p))
            .Select(p => new Member(p.Name, p.GetValue)),
        .. t.GetFields(BindingFlags.Public | BindingFlags.Instance)
            .Where(f => !Unboxable(f.FieldType) && !Hidden(f))
            .Select(f => new Member(f.Name, f.GetValue)),
    ]);

    /// <summary>The member's value, or the exception that reading it threw.</summary>
    internal object? Read(object owner)
    {
        try
        {
            return Get(owner);
        }
        catch (TargetInvocationException exception)
        {
            return exception.InnerException;
        }
    }

    private static bool Unboxable(Type type) => type.IsByRefLike || type.IsByRef || type.IsPointer;

    private static bool Hidden(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute)) && member.Name.Contains('<', StringComparison.Ordinal);
}
