// Grades many submissions, several at a time, each by a grading process of its own that is replaced now and then, so that memory
// stays flat. What a submission gets depends on it, the seed and the checks, not on its neighbours.

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using NotebookHost.Documents;
using NotebookHost.Grading;

namespace Course.Grading;

/// <summary>A grading run.</summary>
/// <param name="root">The folder tests/Exercises.</param>
/// <param name="folder">Where results are kept.</param>
/// <param name="options">Seed, and which checks.</param>
/// <param name="lessons">Lessons by number; all where empty.</param>
internal sealed class GradingRun(string root, ResultsFolder folder, GradeOptions options, IReadOnlyList<string> lessons)
{
    private const int SubmissionsPerProcess = 25;

    /// <summary>Grades what has no result yet.</summary>
    /// <param name="submissions">The submissions.</param>
    /// <param name="jobs">How many at a time.</param>
    /// <param name="done">Called for each, with the result or the reason why there is none, and whether it was there before.</param>
    /// <param name="building">Called when the checks must be built first.</param>
    /// <param name="token">Stops between submissions.</param>
    public void Grade(IReadOnlyList<Submission> submissions, int jobs, Action<Submission, SubmissionResult?, string?, bool> done, Action building, CancellationToken token)
    {
        var checks = Checks(root);
        var open = new ConcurrentQueue<(Submission Submission, string Digest)>();
        foreach (var submission in submissions)
        {
            var digest = Examiner.Digest(submission, [.. lessons], options, checks);
            if (folder.Known(submission.Student, digest) is { } known)
            {
                done(submission, known, null, true);
            }
            else
            {
                open.Enqueue((submission, digest));
            }
        }

        if (open.IsEmpty)
        {
            return;
        }

        using (var first = new GradingClient(root))
        {
            if (first.MustBuild)
            {
                building();
            }
        }

        var gate = new Lock();
        var workers = Enumerable.Range(0, Math.Min(jobs, open.Count)).Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        Task.WaitAll([.. workers], CancellationToken.None);

        void Work()
        {
            using var client = new GradingClient(root);
            for (var count = 1; !token.IsCancellationRequested && open.TryDequeue(out var next); count++)
            {
                var (result, error) = One(client, next.Submission, next.Digest);
                lock (gate)
                {
                    if (result is not null)
                    {
                        folder.Keep(result);
                    }

                    done(next.Submission, result, error, false);
                }

                if (count % SubmissionsPerProcess == 0)
                {
                    client.End();
                }
            }
        }
    }

    private (SubmissionResult? Result, string? Error) One(GradingClient client, Submission submission, string digest)
    {
        var request = new GradingRequest(options.Seed, options.Hidden, Submission: submission, Lessons: lessons, Digest: digest, Budget: options.Submission?.TotalSeconds);
        try
        {
            return (client.Ask(request).Submission, null);
        }
        catch (NotebookException)
        {
            // A fresh process gets a second chance; then the teacher is told.
            client.End();
            try
            {
                return (client.Ask(request).Submission, null);
            }
            catch (NotebookException again)
            {
                client.End();
                return (null, again.Message);
            }
        }
    }

    // A check that changes makes every result old.
    private static string Checks(string root)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) is "Checks.cs" or "Hidden.cs" or "exercise.json" or "Stub.cs" && Path.GetRelativePath(root, f).Split(Path.DirectorySeparatorChar).Length == 2)
            .Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(root, file).Replace('\\', '/')));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
