using System.Reflection;

namespace TorchSharp.Tests.Hostile;

/// <summary>A public method or constructor of the engine, with an object to call it on.</summary>
internal sealed record PublicEntry(string Name, MethodBase Method)
{
    // What changes the settings of the process or writes to the console.
    private static readonly HashSet<string> s_left = [
        "set_num_threads", "set_num_interop_threads", "set_default_device", "set_default_dtype", "set_default_tensor_type", "set_rng_state", "set_printoptions", "no_grad", "enable_grad", "inference_mode",
        "set_grad_enabled", "set_detect_anomaly", "detect_anomaly", "NewDisposeScope", "print", "Equals", "ReferenceEquals", "Finalize"];

    public static PublicEntry[] All { get; } = [.. Find().OrderBy(entry => entry.Name + entry.Method, StringComparer.Ordinal)];

    private static IEnumerable<PublicEntry> Find()
    {
        foreach (var type in typeof(torch).Assembly.GetExportedTypes().Where(type => !type.IsEnum && !typeof(Delegate).IsAssignableFrom(type) && !type.ContainsGenericParameters && !type.IsInterface))
        {
            const BindingFlags Own = BindingFlags.Public | BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance;
            var name = type.FullName!["TorchSharp.".Length..].Replace('+', '.');
            foreach (var method in type.GetMethods(Own).Where(method => !s_left.Contains(method.Name) && !method.IsAbstract && !method.ReturnType.IsByRefLike && PublicOperation.TakesAnyType(method)))
                yield return new(name + "." + method.Name, method);
            if (type.IsAbstract) continue;
            foreach (var constructor in type.GetConstructors()) yield return new("new " + name, constructor);
        }
    }

    public override string ToString() => $"{Name}({string.Join(", ", Method.GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}"))})";

    /// <summary>Calls it with null for a parameter; null where the object or the other arguments cannot be made up.</summary>
    public Outcome? CallWithNull(ParameterInfo parameter, int seed)
    {
        var arguments = new HostileArguments(seed, wild: false);
        var method = Method is MethodInfo open ? arguments.Closed(open) : Method;
        object? self = null;
        if (method is MethodInfo && !method.IsStatic && !arguments.TryMake(method.DeclaringType!, out self)) return null;
        if (arguments.For(method, parameter.Position) is not { } values) return null;
        try
        {
            _ = method is ConstructorInfo constructor ? constructor.Invoke(values) : method.Invoke(self, values);
            return new(null);
        }
        catch (TargetInvocationException wrapped)
        {
            return new(wrapped.InnerException);
        }
        catch (ArgumentException)
        {
            // An argument that was made up does not fit its parameter.
            return null;
        }
    }

    /// <summary>What a call ended with; no error where it gave a result.</summary>
    internal sealed record Outcome(Exception? Error);
}
