using Xunit.Sdk;

namespace Exercises;

/// <summary>A check that does not hold: the sentence, what was expected, what came.</summary>
public sealed class UnmetExpectation(string sentence, string expected, string came) : XunitException(sentence)
{
    /// <summary>What was expected.</summary>
    public string Expected { get; } = expected;

    /// <summary>What came.</summary>
    public string Came { get; } = came;
}
