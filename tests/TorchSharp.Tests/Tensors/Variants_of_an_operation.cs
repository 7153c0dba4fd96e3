using System.Reflection;
using System.Runtime.CompilerServices;
using Tests;
using TorchSharp.Tests.Hostile;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>
/// An operation that comes in place, as a function of torch and as a method of a tensor is one operation: by reflection, each
/// variant gives what the method gives on arguments drawn from a seed, the same values to the bit and the same gradients.
/// </summary>
[Collection(DefaultGenerator.Name)]
public class Variants_of_an_operation
{
    private const int Draws = 6;

    private static readonly MethodInfo[] s_methods = [.. typeof(Tensor).GetMethods().Where(m => m.DeclaringType == typeof(Tensor) && !m.IsGenericMethod && !m.IsSpecialName)];

    // Draw numbers of their own, or have another meaning in place.
    private static readonly HashSet<string> s_others = ["bernoulli", "rrelu", "Dispose"];

    [Fact]
    public void In_place_is_the_same_operation()
    {
        var pairs = s_methods.Where(m => m.Name.EndsWith('_') && m.ReturnType == typeof(Tensor) && !s_others.Contains(m.Name[..^1]))
            .Select(m => (InPlace: m, Plain: Like(m, m.Name[..^1], skip: 0))).Where(pair => pair.Plain is not null).ToArray();
        Assert.True(pairs.Length > 140, $"{pairs.Length} operations in place");
        Check(pairs.SelectMany(pair => Enumerable.Range(0, Draws).Select(seed => InPlace(pair.InPlace, pair.Plain!, seed))));
    }

    [Fact]
    public void A_function_of_torch_is_the_method_of_its_first_argument()
    {
        var pairs = typeof(torch).GetMethods().Where(m => m.IsStatic && !m.IsGenericMethod && !s_others.Contains(m.Name) && m.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Tensor))
            .Select(m => (Function: m, Method: Like(m, m.Name, skip: 1))).Where(pair => pair.Method is not null).ToArray();
        Assert.True(pairs.Length > 250, $"{pairs.Length} functions of torch");
        Check(pairs.SelectMany(pair => Enumerable.Range(0, Draws).Select(seed => Function(pair.Function, pair.Method!, seed))));
    }

    private static void Check(IEnumerable<string?> outcomes)
    {
        var all = outcomes.ToArray();
        var differences = all.Where(text => text is not null and not "").Distinct().ToArray();
        Assert.True(differences.Length == 0, $"{differences.Length} of {all.Length} differ:\n{string.Join("\n", differences.Take(30))}");
        Assert.True(all.Count(text => text is "") > all.Length / 3, $"only {all.Count(text => text is "")} of {all.Length} draws could be compared");
    }

    private static MethodInfo? Like(MethodInfo method, string name, int skip) =>
        s_methods.FirstOrDefault(m => m.Name == name && !m.IsStatic && m.ReturnType == method.ReturnType && m.GetParameters().Select(p => p.ParameterType).SequenceEqual(method.GetParameters().Skip(skip).Select(p => p.ParameterType)));

    // "": compared and equal; null: nothing to compare; else the difference.
    private static string? InPlace(MethodInfo inPlace, MethodInfo plain, int seed)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        var drawn = new HostileArguments(seed * 31 + inPlace.Name.Length, wild: false);
        var self = drawn.Tensor().detach();
        if (drawn.For(plain) is not { } arguments) return null;
        var (expected, gradient) = Run(self, x => (Tensor?)plain.Invoke(x, arguments));
        if (expected is null) return null;
        var (actual, own) = Run(self, x =>
        {
            var copy = x * 1;
            if (copy.dtype != x.dtype) copy = x.clone();
            var result = (Tensor?)inPlace.Invoke(copy, arguments);
            return result is null || ReferenceEquals(result, copy) ? result : throw new InvalidOperationException("another tensor came back");
        });
        var fits = expected.dtype == self.dtype && (expected.shape.SequenceEqual(self.shape) || plain.Name.Contains("squeeze") || plain.Name.Contains("transpose"));
        if (actual is null) return fits ? $"{inPlace.Name}({drawn.Text}) is refused in place" : null;
        if (!fits && actual.dtype == expected.dtype) return $"{inPlace.Name}({drawn.Text}) is not refused, the result being {expected.dtype} [{string.Join(", ", expected.shape)}]";
        return !fits || Same(expected, actual) && Same(gradient, own) ? "" : $"{inPlace.Name}({drawn.Text}): {expected.str()} {gradient?.str()}, in place {actual.str()} {own?.str()}";
    }

    private static string? Function(MethodInfo function, MethodInfo method, int seed)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        var drawn = new HostileArguments(seed * 37 + function.Name.Length, wild: false);
        var self = drawn.Tensor().detach();
        if (drawn.For(method) is not { } arguments) return null;
        var expected = Parts(self, x => method.Invoke(x, arguments));
        var actual = Parts(self, x => function.Invoke(null, [x, .. arguments]));
        if (expected is null != actual is null) return $"torch.{function.Name}({drawn.Text}) {(actual is null ? "is refused" : "gives a result")}, the method not";
        if (expected is null) return null;
        return expected.Length == actual!.Length && expected.Zip(actual).All(pair => Same(pair.First, pair.Second)) ? "" : $"torch.{function.Name}({drawn.Text}) differs from the method";
    }

    private static (Tensor? Result, Tensor? Gradient) Run(Tensor self, Func<Tensor, Tensor?> operation)
    {
        var x = self.clone();
        if (x.is_floating_point()) x.requires_grad_();
        try
        {
            var result = operation(x);
            if (result is { requires_grad: true } && result.is_floating_point()) result.to(ScalarType.Float64).sum().backward();
            return (result?.detach(), x.grad);
        }
        catch (TargetInvocationException)
        {
            return (null, null);
        }
        catch (System.Runtime.InteropServices.ExternalException)
        {
            // A way back that there is not.
            return (null, null);
        }
    }

    private static Tensor?[]? Parts(Tensor self, Func<Tensor, object?> operation)
    {
        try
        {
            manual_seed(5);
            return operation(self.clone()) switch
            {
                Tensor one => [one],
                ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i] as Tensor)],
                IEnumerable<Tensor> many => [.. many],
                _ => [],
            };
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private static bool Same(Tensor? a, Tensor? b)
    {
        if (a is null || b is null) return a is null == b is null;
        if (a.dtype != b.dtype || !a.shape.SequenceEqual(b.shape)) return false;
        if (a.numel() > 100_000) return true;
        var (x, y) = (a.detach().contiguous(), b.detach().contiguous());
        return x.bytes.SequenceEqual(y.bytes) || x.is_floating_point() && x.allclose(y, 0, 0, equal_nan: true);
    }
}
