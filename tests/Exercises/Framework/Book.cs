// All checks of this assembly by exercise: namespace Exercises.L10.Depth, class Checks or Hidden, holds those of 10.depth. The
// command line loads this class and grades with it; xunit runs the same methods.

using System.Reflection;
using NotebookHost.Grading;
using Xunit.Sdk;

namespace Exercises;

/// <summary>The checks of the course.</summary>
public sealed class Book : ICheckBook
{
    private static readonly ILookup<string, CheckMethod> Methods = typeof(Book).Assembly.GetTypes()
        .Where(t => typeof(ExerciseChecks).IsAssignableFrom(t) && !t.IsAbstract)
        .OrderBy(t => t.Name, StringComparer.Ordinal)
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).OrderBy(m => m.MetadataToken), (t, m) => (Type: t, Method: m))
        .Where(x => x.Method.GetCustomAttribute<CheckAttribute>() is not null)
        .ToLookup(x => Key(x.Type.Namespace!), x => new CheckMethod(x.Type, x.Method));

    /// <summary>The checks of an exercise: visible ones, then hidden ones.</summary>
    internal static IEnumerable<CheckMethod> Of(ExerciseFolder exercise) => Methods[Key(exercise.Id)];

    /// <summary>The exercise of a class with checks, by its namespace.</summary>
    internal static ExerciseFolder? ExerciseOf(Type type, IEnumerable<ExerciseFolder> exercises) => exercises.FirstOrDefault(e => Key(e.Id) == Key(type.Namespace!));

    /// <inheritdoc/>
    public IReadOnlyList<(string Sentence, int Points, bool Hidden)> Checks(ExerciseFolder exercise, bool hidden) =>
        [.. Of(exercise).Where(c => hidden || !c.Hidden).Select(c => (c.Attribute.Sentence, c.Attribute.Points, c.Hidden))];

    /// <inheritdoc/>
    public ExerciseResult Grade(ExerciseFolder exercise, SandboxedCell cell, GradeOptions options) =>
        new(exercise.Id, [.. Of(exercise).Where(c => options.Hidden || !c.Hidden).Select(c => Run(c, exercise, cell, options.Seed))]);

    // "10.self-attention" and "Exercises.L10.SelfAttention" are the same.
    private static string Key(string name) =>
        string.Concat(name.Replace("Exercises.L", "", StringComparison.Ordinal).Where(c => c is not ('-' or '_'))).ToLowerInvariant();

    /// <summary>Runs one check.</summary>
    internal static CheckResult Run(CheckMethod check, ExerciseFolder exercise, SandboxedCell cell, int seed)
    {
        using var scope = NewDisposeScope();
        var own = Seeds.Of(seed, exercise.Id, check.Attribute.Sentence);
        manual_seed(own);
        using var student = new Student(cell, own);
        var lost = new CheckResult(check.Attribute.Sentence, check.Hidden, 0, check.Attribute.Points, Verdict.Failed);
        try
        {
            check.Run(student);
            return lost with { Points = lost.Worth, Verdict = Verdict.Passed, Asked = student.Asked, Printed = student.Printed };
        }
        catch (UnmetExpectation unmet)
        {
            return Told(lost with { Reason = unmet.Message, Expected = unmet.Expected, Came = unmet.Came });
        }
        catch (FaultException fault)
        {
            return Told(lost with { Reason = fault.Message, Verdict = VerdictOf(fault.Kind) });
        }
        catch (XunitException assertion)
        {
            return Told(lost with { Reason = assertion.Message });
        }
        catch (Exception exception)
        {
            // An answer of a form that the check did not think of.
            return Told(lost with { Reason = $"The answer cannot be used: {exception.Message}" });
        }

        CheckResult Told(CheckResult result) => result with { Reason = Words.Printable(result.Reason), Asked = student.Asked, Printed = student.Printed };
    }

    private static Verdict VerdictOf(FaultKind kind) => kind switch
    {
        FaultKind.NotAttempted => Verdict.NotAttempted,
        FaultKind.Invalid => Verdict.Invalid,
        FaultKind.Refused => Verdict.Refused,
        FaultKind.Timeout => Verdict.Timeout,
        FaultKind.Crashed or FaultKind.Limit or FaultKind.Protocol => Verdict.Crashed,
        _ => Verdict.Failed,
    };
}

/// <summary>A check of a class.</summary>
internal sealed record CheckMethod(Type Type, MethodInfo Method)
{
    public CheckAttribute Attribute { get; } = Method.GetCustomAttribute<CheckAttribute>()!;

    public bool Hidden => Type.Name == "Hidden";

    public void Run(Student student)
    {
        try
        {
            var result = Method.Invoke(Activator.CreateInstance(Type, student), null);
            (result as Task)?.GetAwaiter().GetResult();
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inner);
        }
    }
}
