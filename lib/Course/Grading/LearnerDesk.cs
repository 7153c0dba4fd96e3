// A learner's notebooks on one side, the progress file on the other: checks what changed since the last time.

using NotebookHost.Grading;

namespace Course.Grading;

internal sealed class LearnerDesk : IDisposable
{
    private readonly string notebooks;
    private readonly string? notebook;
    private readonly GradingClient client;

    /// <summary>Opens the desk.</summary>
    /// <param name="root">The folder tests/Exercises.</param>
    /// <param name="exercises">The exercises to look at.</param>
    /// <param name="notebook">One notebook, or null for the lessons' own.</param>
    public LearnerDesk(string root, IReadOnlyList<ExerciseFolder> exercises, string? notebook)
    {
        (Exercises, this.notebook, client) = (exercises, notebook, new GradingClient(root));
        notebooks = Path.Combine(CourseFolder.Of(root), "notebooks");
        Progress = new Progress(CourseFolder.Of(root));
    }

    public IReadOnlyList<ExerciseFolder> Exercises { get; }

    public Progress Progress { get; }

    /// <summary>Checks the cells that changed; gives what became of them.</summary>
    /// <param name="building">Called when the checks must be built first.</param>
    public IReadOnlyList<(ExerciseFolder Exercise, ExerciseProgress Known)> CheckChanged(Action building)
    {
        var cells = Read();
        var known = Progress.Read();
        var changed = new List<(ExerciseFolder, ExerciseProgress)>();
        foreach (var exercise in Exercises)
        {
            var source = cells.Sources.GetValueOrDefault(exercise.Id);
            if (source is null || exercise.IsStub(source))
            {
                if (known.GetValueOrDefault(exercise.Id) is { Last.Verdict: not Verdict.NotAttempted })
                {
                    Progress.Keep(ExerciseResult.Untouched(exercise.Id, [], Verdict.NotAttempted, ""), "");
                }

                continue;
            }

            var digest = Progress.Digest(exercise, source);
            if (known.GetValueOrDefault(exercise.Id)?.Digest == digest)
            {
                continue;
            }

            if (client.MustBuild)
            {
                building();
            }

            changed.Add((exercise, Progress.Keep(client.Ask(new GradingRequest(Seeds.Learner, Hidden: false, exercise.Id, source)).Exercise!, digest)));
        }

        return changed;
    }

    /// <summary>One item for each save, when a moment passed without another.</summary>
    public IEnumerable<int> Saves(CancellationToken token)
    {
        var folder = notebook is null ? notebooks : Path.GetDirectoryName(Path.GetFullPath(notebook))!;
        using var watcher = new FileSystemWatcher(folder, notebook is null ? "*.ipynb" : Path.GetFileName(notebook));
        using var saved = new AutoResetEvent(false);
        watcher.Changed += (_, _) => saved.Set();
        watcher.Created += (_, _) => saved.Set();
        watcher.Renamed += (_, _) => saved.Set();
        watcher.EnableRaisingEvents = true;
        for (var count = 1; WaitHandle.WaitAny([saved, token.WaitHandle]) == 0; count++)
        {
            while (saved.WaitOne(150))
            {
                // An editor writes in several steps.
            }

            yield return count;
        }
    }

    public void Dispose() => client.Dispose();

    private ExerciseCells Read()
    {
        var files = notebook is not null ? [notebook] : Exercises.Select(e => Path.Combine(notebooks, e.Lesson + ".ipynb")).Distinct().Where(File.Exists);
        return Submissions.Read(new Submission("learner", [.. files]));
    }
}
