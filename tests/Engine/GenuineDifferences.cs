// The tests run on the embedded engine and on the genuine TorchSharp (-p:Torch=...). Where the two differ for a reason,
// genuine-differences.txt names the test and the reason, and the test is passed over on the genuine engine alone.

using Xunit.v3;

[assembly: Tests.Engine.GenuineDifferences]
#if !EMBEDDED
// There the default device belongs to the process: a blueprint drawn on one thread would leave another's tensors without values.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
#endif

namespace Tests.Engine;

/// <summary>Passes over the listed tests where the genuine engine runs.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class GenuineDifferencesAttribute : BeforeAfterTestAttribute
{
    private static readonly Lazy<Dictionary<string, string>> s_reasons = new(() => Read());

    /// <summary>Whether the tests run on the genuine TorchSharp over libtorch.</summary>
    public static bool IsGenuine { get; } = typeof(TorchSharp.torch).Assembly.GetType("TorchSharp.TorchGenerator") is null;

    /// <summary>Names of tests, whole or without their arguments, with the reason why they do not hold on the genuine engine.</summary>
    public static IReadOnlyDictionary<string, string> Reasons => s_reasons.Value;

    /// <summary>Whether a case inside a test is one of the listed ones, on the genuine engine.</summary>
    public static bool Except(string name) => IsGenuine && Reasons.ContainsKey(name);

    public override void Before(System.Reflection.MethodInfo methodUnderTest, IXunitTest test)
    {
        if (!IsGenuine)
        {
            return;
        }

        var name = test.TestDisplayName;
        var parenthesis = name.IndexOf('(', StringComparison.Ordinal);
        if (Reasons.TryGetValue(name, out var reason) || (parenthesis > 0 && Reasons.TryGetValue(name[..parenthesis], out reason)))
        {
            Assert.Skip(reason);
        }
    }

    private static Dictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(GenuineDifferencesAttribute).Assembly.GetManifestResourceStream("genuine-differences")!);
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        var reason = "";
        var inComment = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                reason = inComment ? $"{reason} {line[1..].Trim()}" : line[1..].Trim();
                inComment = true;
            }
            else if (line.Length > 0)
            {
                reasons[line] = reason;
                inComment = false;
            }
        }

        return reasons;
    }
}
