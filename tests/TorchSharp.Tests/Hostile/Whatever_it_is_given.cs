using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tests;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Hostile;

/// <summary>
/// Every public operation, called with arguments drawn from a seed: it gives a result or an exception of the kinds that
/// TorchSharp throws, with a sentence of the engine's own, and never ends the process. HOSTILE_CASES sets how many are drawn
/// for each operation (default 2); HOSTILE_FROM the first seed.
/// </summary>
[Collection(DefaultGenerator.Name)]
public class Whatever_it_is_given
{
    [Fact]
    public void An_operation_gives_a_result_or_a_sentence()
    {
        var perOperation = int.Parse(Environment.GetEnvironmentVariable("HOSTILE_CASES") ?? "2");
        var first = int.Parse(Environment.GetEnvironmentVariable("HOSTILE_FROM") ?? "0");
        var (results, refused, failures) = (0, 0, new List<string>());
        for (var n = 0; n < PublicOperation.All.Length * perOperation; n++)
        {
            using var scope = NewDisposeScope();
            manual_seed(n);
            var arguments = new HostileArguments((first + n) * 7919 + 13);
            var operation = PublicOperation.All[n % PublicOperation.All.Length];
            var error = Call(operation, arguments);
            if (error is null) results++;
            else refused++;
            if (error is not null && !IsSentence(error)) failures.Add($"{operation.Name}({arguments.Text}): {error.GetType().Name}: {error.Message}\n   {error.StackTrace?.Split('\n')[0]}");
        }
        Assert.True(failures.Count == 0, $"{failures.Count} of {results + refused} calls failed in another way than with a sentence:\n{string.Join("\n", failures.Take(30))}");
        Assert.True(results > refused / 2, $"only {results} calls gave a result and {refused} were refused: the arguments are too hostile to test anything");
    }

    private static Exception? Call(PublicOperation operation, HostileArguments arguments)
    {
        try
        {
            var method = arguments.Closed(operation.Method);
            object? self = method.IsStatic ? null : method.DeclaringType == typeof(Tensor) ? arguments.Tensor() : new TensorAccessor<float>(randn(4, 3).t());
            if (arguments.For(method) is not { } values) return null;
            var result = method.Invoke(self, values);
            Use(result, arguments);
            return null;
        }
        catch (TargetInvocationException wrapped)
        {
            return wrapped.InnerException;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    // Reads what came out, and goes back through its graph. A module is called.
    private static void Use(object? result, HostileArguments arguments)
    {
        switch (result)
        {
            case Tensor x when !x.IsInvalid && x.numel() < 10_000:
                _ = x.str();
                if (x.requires_grad) x.sum().backward();
                break;
            case nn.Module module:
                _ = module.ToString();
                if (module.GetType().GetMethods().FirstOrDefault(m => m.Name == "call") is { } call && arguments.For(call) is { } inputs)
                    Use(call.Invoke(module, inputs), arguments);
                break;
            case ITuple many:
                for (var i = 0; i < many.Length; i++) Use(many[i], arguments);
                break;
            case IEnumerable<Tensor> many:
                foreach (var x in many) Use(x, arguments);
                break;
        }
    }

    // The kinds that TorchSharp documents, thrown on purpose: by the engine's own code, or as the check of an argument for null.
    private static bool IsSentence(Exception error)
    {
        if (error is ArgumentNullException) return true;
        var documented = error is ExternalException and not SEHException or ArgumentException or InvalidOperationException
            || (error is IndexOutOfRangeException or NotSupportedException && error.Message.Contains('.'));
        return documented && error.Message.Length > 12 && error.TargetSite?.DeclaringType?.Assembly == typeof(torch).Assembly;
    }
}
