// Lessons that the bench runs: each in a process of its own, as `course run` runs them.

using Course;
using NotebookHost.Headless;

namespace Bench;

internal static class LessonRuns
{
    /// <summary>Runs one lesson of a folder, by its number, name or path.</summary>
    public static LessonOutcome Run(string folder, string lesson, string profile, string data, string? pages = null, ICourseProgress? progress = null) => HeadlessCourse.RunAsync(new CourseOptions
    {
        Notebooks = folder,
        Lessons = [lesson],
        Out = pages,
        Run = new RunOptions
        {
            Profile = profile,
            Data = Path.GetFullPath(data),
            CellLimit = profile == "full" ? TimeSpan.FromHours(12) : TimeSpan.FromMinutes(30),
            TotalLimit = profile == "full" ? TimeSpan.FromHours(48) : TimeSpan.FromHours(6),
            GoOnAfterError = profile == "full",
        },
        ChildCommand = ["dotnet", "exec", typeof(Cli).Assembly.Location, ChildProcess.Verb],
    }, progress).GetAwaiter().GetResult().Lessons[0];

    /// <summary>Where a lesson stopped, and why.</summary>
    public static string Why(LessonOutcome outcome) =>
        $"stopped at cell {outcome.Report.Failures[0].Number}: {outcome.Report.Failures[0].Error.Message.ReplaceLineEndings(" ")}";
}
