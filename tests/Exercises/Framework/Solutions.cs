// What xunit runs the checks against: the reference solution of each exercise; in an edition without solutions, the learner's own
// cell in the notebook. Trusted code, so a lesson's exercises share one child process.

using System.Collections.Concurrent;
using NotebookHost.Documents;
using NotebookHost.Grading;

[assembly: AssemblyFixture(typeof(Exercises.EndedSandboxes))]

namespace Exercises;

internal static class Solutions
{
    private static readonly ConcurrentDictionary<string, SandboxPair> Runners = new();
    private static readonly ConcurrentBag<SandboxPair> Pairs = [];

    /// <summary>The folder tests/Exercises of this checkout.</summary>
    public static string Root { get; } = ExerciseFolder.FindRoot(AppContext.BaseDirectory)
        ?? throw new InvalidOperationException("The exercises look at the checkout: run them from inside it.");

    /// <summary>All exercises.</summary>
    public static IReadOnlyList<ExerciseFolder> Exercises { get; } = ExerciseFolder.All(Root);

    /// <summary>Whether this edition holds the reference solutions.</summary>
    public static bool AreHere => Exercises.Any(e => e.Reference is not null);

    /// <summary>The command line of the same build: its program is the sandbox, in a folder without the checks.</summary>
    public static string Program { get; } = FindProgram(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>How children are started: by the command line of the same build. COURSE_WALLS names other walls than the best that there are.</summary>
    public static Isolation Walls { get; } = Isolation.Best(Program, Enum.TryParse<Walls>(Environment.GetEnvironmentVariable("COURSE_WALLS"), ignoreCase: true, out var walls) ? walls : null);

    private static Lazy<SandboxPair> Compiler { get; } = new(() => Ended(new SandboxPair(Walls, SandboxLimits.Default)));

    /// <summary>The processes of a lesson.</summary>
    public static SandboxPair PairOf(ExerciseFolder exercise) => Runners.GetOrAdd(exercise.Lesson, _ => Ended(Compiler.Value.WithOwnRunner(Walls)));

    // Beside these tests where a build gathers its outputs in one folder (--artifacts-path), else in the project's own.
    private static string FindProgram(DirectoryInfo own)
    {
        var gathered = Path.Combine(own.Parent!.Parent!.FullName, "Course", own.Name, "course.dll");
        return File.Exists(gathered) ? gathered : Path.GetFullPath(Path.Combine(Root, "..", "..", "lib", "Course", "bin", own.Parent.Name, own.Name, "course.dll"));
    }

    /// <summary>Ends a pair when the tests end.</summary>
    public static SandboxPair Ended(SandboxPair pair)
    {
        Pairs.Add(pair);
        return pair;
    }

    /// <summary>Ends every pair.</summary>
    public static void End()
    {
        foreach (var pair in Pairs)
        {
            pair.Dispose();
        }
    }

    /// <summary>A cell in the processes of its lesson.</summary>
    public static SandboxedCell Cell(ExerciseFolder exercise, string source) => new(PairOf(exercise), source, exercise.CheckTime);

    /// <summary>The solution of the exercise whose class of checks xunit is about to run.</summary>
    public static SandboxedCell OfRunningTest()
    {
        var name = TestContext.Current.TestClass?.TestClassName ?? throw new InvalidOperationException("A Student without a submission exists in a test run only.");
        var exercise = Book.ExerciseOf(typeof(Solutions).Assembly.GetType(name)!, Exercises) ?? throw new InvalidOperationException($"There is no folder for the checks {name}.");
        return Cell(exercise, exercise.Reference ?? InNotebook(exercise) ?? exercise.Stub);
    }

    private static string? InNotebook(ExerciseFolder exercise)
    {
        var path = Path.Combine(Root, "..", "..", "notebooks", exercise.Lesson + ".ipynb");
        return File.Exists(path) ? Notebook.Load(path).Cells.Select(c => c.Source).FirstOrDefault(s => ExerciseFolder.IdIn(s) == exercise.Id) : null;
    }
}

/// <summary>Ends the processes before the run ends: xunit complains of a program that takes a while to end.</summary>
public sealed class EndedSandboxes : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Solutions.End();
}
