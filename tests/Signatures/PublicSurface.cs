// The public surface of an assembly as lines of text: one per type and one per member, with type parameters,
// parameter names, order and defaults. Two assemblies offer the same API where their lines agree.

using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Signatures;

/// <summary>Writes the public types and members of an assembly as comparable lines.</summary>
public static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>All lines of an assembly, sorted; only namespaces that <paramref name="wanted"/> accepts.</summary>
    public static IReadOnlyList<string> Of(Assembly assembly, Func<Type, bool> wanted)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in assembly.GetExportedTypes().Where(wanted))
        {
            lines.UnionWith(Of(type));
        }

        return [.. lines];
    }

    /// <summary>What a line is about: the type and the name of the member, without types and parameters.</summary>
    public static string Member(string line)
    {
        var at = line.IndexOf("::", StringComparison.Ordinal);
        var (owner, member) = (line[..at], line[(at + 2)..]);
        var end = member.AsSpan().IndexOfAny('(', '{', '[');
        var head = (end < 0 ? member : member[..end]).TrimEnd();
        var generic = head.Length > 0 && head[^1] == '>' ? OpeningOf(head) : -1;
        head = generic < 0 ? head : head[..generic];
        return $"{owner}::{head[(head.LastIndexOf(' ') + 1)..]}";
    }

    private static int OpeningOf(string text)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += text[i] == '>' ? 1 : text[i] == '<' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The lines of one type: <c>Namespace.Type::member</c>.</summary>
    public static IEnumerable<string> Of(Type type)
    {
        var owner = Name(type, full: true);
        yield return $"{owner}::{Kind(type)}";

        foreach (var constructor in type.GetConstructors(Declared).Where(Visible))
        {
            yield return $"{owner}::new({Parameters(constructor)})";
        }

        foreach (var method in type.GetMethods(Declared).Where(m => Visible(m) && Speaks(m)))
        {
            var generics = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(t => t.Name))}>" : "";
            var extension = IsExtension(method) ? "this " : "";
            yield return $"{owner}::{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{generics}({extension}{Parameters(method)})";
        }

        foreach (var property in type.GetProperties(Declared))
        {
            var getter = property.GetMethod is { } get && Visible(get);
            var setter = property.SetMethod is { } set && Visible(set);
            if (getter || setter)
            {
                var isStatic = (property.GetMethod ?? property.SetMethod)!.IsStatic;
                var index = property.GetIndexParameters();
                var name = index.Length > 0 ? $"this[{string.Join(", ", index.Select(Parameter))}]" : property.Name;
                yield return $"{owner}::{(isStatic ? "static " : "")}{Name(property.PropertyType)} {name} {{ {(getter ? "get; " : "")}{(setter ? "set; " : "")}}}";
            }
        }

        foreach (var field in type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily))
        {
            if (field.Name != "value__")
            {
                yield return $"{owner}::{(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}";
            }
        }
    }

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool Speaks(MethodInfo method) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.Name.Contains('<');

    private static bool IsExtension(MethodInfo method) =>
        method.CustomAttributes.Any(a => a.AttributeType.FullName == typeof(ExtensionAttribute).FullName);

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type is { IsAbstract: true, IsSealed: true } ? "static class" : "class";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var text = new StringBuilder();
        if (parameter.IsOut)
        {
            text.Append("out ");
        }
        else if (parameter.ParameterType.IsByRef)
        {
            text.Append("ref ");
        }

        if (parameter.CustomAttributes.Any(a => a.AttributeType.FullName == typeof(ParamArrayAttribute).FullName))
        {
            text.Append("params ");
        }

        text.Append(Name(parameter.ParameterType)).Append(' ').Append(parameter.Name);
        if (parameter.IsOptional)
        {
            text.Append(" = ").Append(Default(parameter));
        }

        return text.ToString();
    }

    private static string Default(ParameterInfo parameter)
    {
        var value = parameter.HasDefaultValue ? parameter.RawDefaultValue : null;
        return value switch
        {
            null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
            string s => $"\"{s}\"",
            bool b => b ? "true" : "false",
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "null",
        };
    }

    private static string Name(Type type, bool full = false)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!, full);
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!, full)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var name = type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        if (tick >= 0)
        {
            name = name[..tick];
        }

        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var arguments = type.GetGenericArguments().Skip(inherited).ToArray();
        if (arguments.Length > 0)
        {
            name += $"<{string.Join(", ", arguments.Select(a => Name(a)))}>";
        }

        if (type.DeclaringType is { } outer)
        {
            return $"{Name(outer, full)}.{name}";
        }

        return full && type.Namespace is { Length: > 0 } space ? $"{space}.{name}" : name;
    }
}
