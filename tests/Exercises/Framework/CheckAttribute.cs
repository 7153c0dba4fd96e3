using System.Runtime.CompilerServices;
using NotebookHost.Grading;

namespace Exercises;

/// <summary>One check of an exercise: a sentence, and what it is worth.</summary>
/// <param name="sentence">What holds when the check passes.</param>
/// <param name="points">Points, 0 or more.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CheckAttribute(string sentence, int points, [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
    : FactAttribute(file, line), ICheck
{
    /// <inheritdoc/>
    public string Sentence { get; } = sentence;

    /// <inheritdoc/>
    public int Points { get; } = points;
}
