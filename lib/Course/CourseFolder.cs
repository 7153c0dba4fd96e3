using NotebookHost.Documents;
using NotebookHost.Grading;

namespace Course;

/// <summary>Where the course lies: the folder above notebooks and tests.</summary>
internal static class CourseFolder
{
    /// <summary>The folder tests/Exercises, from here upwards or from the executable upwards.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Exercises() =>
        ExerciseFolder.FindRoot(Environment.CurrentDirectory) ?? ExerciseFolder.FindRoot(AppContext.BaseDirectory)
        ?? throw new UsageException("There is no folder tests/Exercises here or above; run the command inside the course's folder.");

    /// <summary>The course's folder of an exercises folder.</summary>
    public static string Of(string exercises) => Path.GetFullPath(Path.Combine(exercises, "..", ".."));

    /// <summary>The exercises of some lessons.</summary>
    /// <param name="root">The folder tests/Exercises.</param>
    /// <param name="lessons">Lessons by number or name; all where empty.</param>
    /// <exception cref="UsageException">A lesson has no exercises.</exception>
    public static IReadOnlyList<ExerciseFolder> Choose(string root, IReadOnlyList<string> lessons)
    {
        IReadOnlyList<ExerciseFolder> all;
        try
        {
            all = ExerciseFolder.All(root);
        }
        catch (NotebookException e)
        {
            throw new CheckFailedException(e.Message);
        }

        var wanted = lessons.Select(Number).ToHashSet();
        var unknown = lessons.FirstOrDefault(lesson => !all.Any(e => e.Id[..2] == Number(lesson)));
        return unknown is not null
            ? throw new UsageException($"No exercises for a lesson \"{unknown}\"; there are some for {string.Join(", ", all.Select(e => e.Id[..2]).Distinct())}.")
            : [.. all.Where(e => wanted.Count == 0 || wanted.Contains(e.Id[..2]))];
    }

    private static string Number(string lesson) => lesson.Split('-')[0] is [var digit] && char.IsAsciiDigit(digit) ? $"0{digit}" : lesson.Split('-')[0];
}
