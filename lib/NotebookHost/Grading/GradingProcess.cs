// A grading process: trusted, it holds the checks and asks sandboxes. It reads requests, one JSON object a line, and writes one
// answer for each. The command line, the notebook's check cells and the progress view all grade through it, so that nothing of
// the checks lives in a learner's session and a teacher's machine uses several at a time.

using System.Collections.Concurrent;
using System.Globalization;
using NotebookHost.Documents;

namespace NotebookHost.Grading;

/// <summary>What a grading process is asked.</summary>
/// <param name="Seed">Where random inputs come from.</param>
/// <param name="Hidden">Whether hidden checks run.</param>
/// <param name="Exercise">One exercise, with <paramref name="Source"/>.</param>
/// <param name="Source">The cell's text.</param>
/// <param name="Submission">Or a whole submission, with <paramref name="Lessons"/> and <paramref name="Digest"/>.</param>
/// <param name="Lessons">The lessons to grade; all where null or empty.</param>
/// <param name="Digest">What names the grading.</param>
/// <param name="Budget">Seconds of processor time that the submission may take; the course's where null.</param>
public sealed record GradingRequest(
    int Seed, bool Hidden, string? Exercise = null, string? Source = null, Submission? Submission = null, IReadOnlyList<string>? Lessons = null, string? Digest = null,
    double? Budget = null);

/// <summary>What a grading process answers.</summary>
/// <param name="Exercise">The result of one exercise.</param>
/// <param name="Submission">The result of a submission.</param>
/// <param name="Error">Why there is none, in a sentence.</param>
/// <param name="Isolation">In the first answer: what keeps submissions in.</param>
public sealed record GradingAnswer(ExerciseResult? Exercise = null, SubmissionResult? Submission = null, string? Error = null, string? Isolation = null);

/// <summary>The entry point of a grading process.</summary>
public static class GradingProcess
{
    /// <summary>The hidden verb of the command line that calls <see cref="Main"/>.</summary>
    public const string Verb = "grading-process";

    /// <summary>Answers requests until the pipe closes.</summary>
    /// <param name="root">The folder tests/Exercises.</param>
    /// <returns>The exit code.</returns>
    public static int Main(string root)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var answers = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" };
        Console.SetOut(Console.Error);
        Examiner examiner;
        IReadOnlyList<ExerciseFolder> exercises;
        try
        {
            exercises = ExerciseFolder.All(root);
            var isolation = Isolation.Best();
            examiner = new Examiner(CheckBooks.Load(root), exercises, isolation, SandboxLimits.Default);
            answers.WriteLine(GradingJson.ToLine(new GradingAnswer(Isolation: isolation.Description)));
        }
        catch (NotebookException exception)
        {
            answers.WriteLine(GradingJson.ToLine(new GradingAnswer(Error: exception.Message)));
            return 1;
        }

        using (examiner)
        {
            foreach (var request in Received())
            {
                answers.WriteLine(GradingJson.ToLine(Answer(examiner, exercises, request)));
            }
        }

        return 0;
    }

    // Read on a thread of their own: when nobody waits for an answer any more, nothing is graded to its end.
    private static IEnumerable<GradingRequest> Received()
    {
        var received = new BlockingCollection<GradingRequest>();
        new Thread(() =>
        {
            using var requests = new StreamReader(Console.OpenStandardInput());
            while (requests.ReadLine() is { } line && GradingJson.Read<GradingRequest>(line) is { } request)
            {
                received.Add(request);
            }

            Environment.Exit(0);
        })
        { IsBackground = true, Name = "requests" }.Start();
        return received.GetConsumingEnumerable();
    }

    private static GradingAnswer Answer(Examiner examiner, IReadOnlyList<ExerciseFolder> exercises, GradingRequest request)
    {
        var options = new GradeOptions(request.Seed, request.Hidden, request.Budget is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        if (request.Submission is { } submission)
        {
            return new(Submission: examiner.Grade(submission, [.. request.Lessons ?? []], options, request.Digest ?? ""));
        }

        return exercises.FirstOrDefault(e => e.Id == request.Exercise) is { } exercise
            ? new(Exercise: examiner.Grade(exercise, request.Source, options))
            : new(Error: $"There is no exercise {request.Exercise}.");
    }
}
