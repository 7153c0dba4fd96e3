// Grades cells and whole submissions with the course's checks: the trusted side, one submission after another.

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NotebookHost.Grading;

/// <summary>Grades with one pair of sandboxes.</summary>
/// <param name="book">The checks.</param>
/// <param name="exercises">The exercises.</param>
/// <param name="isolation">How children are started.</param>
/// <param name="limits">What they may use.</param>
public sealed class Examiner(ICheckBook book, IReadOnlyList<ExerciseFolder> exercises, Isolation isolation, SandboxLimits limits) : IDisposable
{
    private const long MuchGarbage = 64 << 20;

    private readonly SandboxPair sandboxes = new(isolation, limits);
    private long allocated;

    /// <summary>Grades one cell.</summary>
    /// <param name="exercise">Its exercise.</param>
    /// <param name="source">Its text; null where there is no cell.</param>
    /// <param name="options">Seed, and which checks.</param>
    /// <param name="time">The submission's time.</param>
    public ExerciseResult Grade(ExerciseFolder exercise, string? source, GradeOptions options, TimeBudget? time = null)
    {
        if (source is null || exercise.IsStub(source))
        {
            return ExerciseResult.Untouched(
                exercise.Id, book.Checks(exercise, options.Hidden), Verdict.NotAttempted, source is null ? "There is no cell of this exercise." : "Not written yet.");
        }

        using var cell = new SandboxedCell(sandboxes, source, exercise.CheckTime, time);
        var result = book.Grade(exercise, cell, options);
        GiveMemoryBack();
        return result;
    }

    /// <summary>Grades a submission: every exercise of the lessons has a result.</summary>
    /// <param name="submission">What was handed in.</param>
    /// <param name="lessons">Lessons by number, such as 10; all where empty.</param>
    /// <param name="options">Seed, and which checks.</param>
    /// <param name="digest">What names this grading.</param>
    public SubmissionResult Grade(Submission submission, IReadOnlyCollection<string> lessons, GradeOptions options, string digest)
    {
        var cells = Submissions.Read(submission);
        var time = new TimeBudget(options.Submission ?? limits.Submission, limits.Timeouts);
        var results = new List<ExerciseResult>();
        var lesson = "";
        foreach (var exercise in exercises.Where(e => lessons.Count == 0 || lessons.Contains(e.Id[..2])))
        {
            if (exercise.Lesson != lesson)
            {
                // One lesson's code has no way to the next.
                sandboxes.Runner.End();
                lesson = exercise.Lesson;
            }

            results.Add(Grade(exercise, cells.Sources.GetValueOrDefault(exercise.Id), options, time));
        }

        sandboxes.Forget();
        return new(submission.Student, digest, options.Seed, isolation.Description, cells.Notes, results);
    }

    /// <summary>What a grading depends on: the cells, the seed, the lessons, the checks.</summary>
    public static string Digest(Submission submission, IReadOnlyCollection<string> lessons, GradeOptions options, string checks)
    {
        var cells = Submissions.Read(submission);
        var text = new StringBuilder($"{checks}\n{options.Seed}\n{options.Hidden}\n{string.Join(',', lessons.Order(StringComparer.Ordinal))}\n{string.Join('\n', cells.Notes)}\n");
        if (options.Submission is { } time)
        {
            text.Append(CultureInfo.InvariantCulture, $"{time.TotalSeconds} s\n");
        }

        foreach (var (id, source) in cells.Sources.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            text.Append(id).Append('\n').Append(source.Length).Append('\n').Append(source).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <inheritdoc/>
    public void Dispose() => sandboxes.Dispose();

    // Large answers leave large garbage, and a collector with the whole machine before it is in no hurry: without this a grader
    // holds half a gigabyte of it, and as many graders as run at a time.
    private void GiveMemoryBack()
    {
        if (GC.GetTotalAllocatedBytes() is var now && now - allocated > MuchGarbage)
        {
            allocated = now;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
