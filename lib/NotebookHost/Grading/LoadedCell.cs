// A compiled cell in the runner: finds its functions and modules by name, turns plain data into their arguments, and back.

using System.Reflection;
using System.Runtime.Loader;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NotebookHost.Grading;

internal sealed class LoadedCell : IDisposable
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private readonly AssemblyLoadContext context = new("cell", isCollectible: true);
    private readonly Dictionary<int, LoadedModule> modules = [];
    private readonly Type type;
    private readonly object?[] states = new object?[2];

    internal LoadedCell(byte[] image, byte[] symbols, string typeName, string entry)
    {
        var assembly = context.LoadFromStream(new MemoryStream(image), new MemoryStream(symbols));
        type = assembly.GetType(typeName, throwOnError: true)!;

        // The submission stores itself in the array before its first statement runs.
        var run = type.GetMethod(entry, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.CreateDelegate<Func<object?[], Task<object?>>>();
        run(states).GetAwaiter().GetResult();
    }

    internal object?[] Answer(string verb, object?[] arguments) => verb switch
    {
        "call" => Call((string)arguments[1]!, (int)arguments[0]!, arguments[2..]),
        "module" => Build((string)arguments[1]!, (int)arguments[0]!, arguments[2..]),
        _ => modules.TryGetValue((int)arguments[0]!, out var module)
            ? ["value", module.Answer(verb, arguments[1..])]
            : throw new SubmissionException("The module is gone."),
    };

    public void Dispose() => context.Unload();

    private object?[] Call(string name, int seed, object?[] arguments)
    {
        manual_seed(seed);
        var value = Invoke(name, arguments);
        return value is null || value is System.Collections.IDictionary || PlainData.Carries(value.GetType())
            ? ["value", value]
            : throw new SubmissionException($"{name} returned a {Words.Of(value.GetType())}; a number, a text, a Tensor or an array of them was expected.");
    }

    private object?[] Build(string name, int seed, object?[] arguments)
    {
        manual_seed(seed);
        var value = type.GetNestedType(name, BindingFlags.Public | BindingFlags.NonPublic) is { } nested
            ? Construct(nested, arguments)
            : Invoke(name, arguments);
        if (value is not Module<Tensor, Tensor> module)
        {
            throw new SubmissionException($"{name} gave {(value is null ? "null" : "a " + Words.Of(value.GetType()))}; a Module<Tensor, Tensor> was expected.");
        }

        modules[modules.Count + 1] = new LoadedModule(module);
        return ["value", modules.Count];
    }

    private object? Invoke(string name, object?[] arguments)
    {
        var named = type.GetMethods(Members).Where(m => m.Name == name && !m.ContainsGenericParameters).ToList();
        if (named.Count == 0)
        {
            throw new SubmissionException($"The cell has no function {name}.");
        }

        foreach (var method in named)
        {
            if (Arguments.Fit(method.GetParameters(), arguments) is { } fitting)
            {
                return method.Invoke(method.IsStatic ? null : states[1], fitting);
            }
        }

        throw new SubmissionException($"The function {name} does not take {Words.List(arguments)}.");
    }

    private static object? Construct(Type nested, object?[] arguments)
    {
        foreach (var constructor in nested.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            if (Arguments.Fit(constructor.GetParameters(), arguments) is { } fitting)
            {
                return constructor.Invoke(fitting);
            }
        }

        throw new SubmissionException($"The class {nested.Name} cannot be built from {Words.List(arguments)}.");
    }
}
