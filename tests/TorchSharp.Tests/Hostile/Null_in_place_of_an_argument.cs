using System.Reflection;
using Tests;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Hostile;

/// <summary>
/// Every public method and constructor of the engine, called with null in place of each argument that is a reference, the others
/// being plausible: it gives a result, or an exception of its own; where null is the reason, the parameter is named.
/// </summary>
[Collection(DefaultGenerator.Name)]
public class Null_in_place_of_an_argument
{
    private static readonly NullabilityInfoContext s_nullability = new();

    [Fact]
    public void Is_understood_or_named()
    {
        const int Draws = 3;
        var (calls, failures) = (0, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var entry in PublicEntry.All)
        {
            foreach (var parameter in entry.Method.GetParameters().Where(p => !p.ParameterType.IsValueType && !p.IsOut))
            {
                for (var seed = 0; seed < Draws; seed++)
                {
                    using var scope = NewDisposeScope();
                    manual_seed(seed);
                    if (entry.CallWithNull(parameter, seed) is not { } outcome) continue;
                    calls++;
                    if (outcome.Error is { } error && (!IsNamed(error) || TakesNull(parameter) && error is ArgumentNullException refused && refused.ParamName == parameter.Name)) failures.Add($"{entry}, {parameter.Name} being null: {error.GetType().Name}: {error.Message}\n   {error.StackTrace?.Split('\n')[0]}");
                }
            }
        }
        Assert.True(calls > 5000, $"only {calls} calls could be made");
        Assert.True(failures.Count == 0, $"{failures.Count} parameters in {calls} calls:\n{string.Join("\n", failures.Take(40))}");
    }

    private static bool TakesNull(ParameterInfo parameter) => s_nullability.Create(parameter).WriteState == NullabilityState.Nullable;

    private static bool IsNamed(Exception error) => error switch
    {
        ArgumentNullException unnamed => !string.IsNullOrEmpty(unnamed.ParamName),
        IOException => true,
        _ => error.TargetSite?.DeclaringType?.Assembly == typeof(torch).Assembly && error is not NullReferenceException,
    };
}
