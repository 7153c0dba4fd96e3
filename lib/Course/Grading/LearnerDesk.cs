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

    /// <summary>Checks the cells that changed; gives what became of them. A notebook that cannot be read changes nothing.</summary>
    /// <param name="building">Called when the checks must be built first.</param>
    /// <param name="note">Called with what is odd about a notebook.</param>
    public IReadOnlyList<(ExerciseFolder Exercise, ExerciseProgress Known)> CheckChanged(Action building, Action<string> note)
    {
        var known = Progress.Read();
        var changed = new List<(ExerciseFolder, ExerciseProgress)>();
        foreach (var lesson in Exercises.GroupBy(e => notebook ?? Path.Combine(notebooks, e.Lesson + ".ipynb")).Where(l => File.Exists(l.Key)))
        {
            var cells = Submissions.Read(new Submission("learner", [lesson.Key]));
            cells.Notes.ForEach(note);
            if (cells.IsComplete)
            {
                Missing(lesson.Key, [.. lesson.Where(e => !cells.Sources.ContainsKey(e.Id))], lesson.Count(), note);
                changed.AddRange(lesson.Select(e => (e, Check(e, cells.Sources.GetValueOrDefault(e.Id), known.GetValueOrDefault(e.Id), building))).Where(c => c.Item2 is not null).Select(c => (c.e, c.Item2!)));
            }
        }

        return changed;
    }

    /// <summary>An item when saves are watched, then one for each save, when a moment passed without another.</summary>
    public IEnumerable<int> Saves(CancellationToken token)
    {
        var folder = notebook is null ? notebooks : Path.GetDirectoryName(Path.GetFullPath(notebook))!;
        using var watcher = new FileSystemWatcher(folder, notebook is null ? "*.ipynb" : Path.GetFileName(notebook));
        using var saved = new AutoResetEvent(false);
        watcher.Changed += (_, _) => saved.Set();
        watcher.Created += (_, _) => saved.Set();
        watcher.Renamed += (_, _) => saved.Set();
        watcher.Error += (_, _) => saved.Set();
        watcher.EnableRaisingEvents = true;
        yield return 0;
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

    // Another notebook may hold one lesson's exercises only; without any of them it is no notebook of these.
    private void Missing(string path, IReadOnlyList<ExerciseFolder> exercises, int all, Action<string> note)
    {
        if (exercises.Count > 0 && (notebook is null || exercises.Count < all))
        {
            note($"{Path.GetFileName(path)} has no code cell of {string.Join(", ", exercises.Select(e => e.Id))}: such a cell begins \"// exercise {exercises[0].Id} ({exercises[0].Points})\"; the lesson's notebook in the course as you got it has it.");
        }
    }

    private ExerciseProgress? Check(ExerciseFolder exercise, string? source, ExerciseProgress? known, Action building)
    {
        if (source is null || exercise.IsStub(source))
        {
            if (known is { Last.Verdict: not Verdict.NotAttempted })
            {
                Progress.Keep(ExerciseResult.Untouched(exercise.Id, [], Verdict.NotAttempted, ""), "");
            }

            return null;
        }

        var digest = Progress.Digest(exercise, source);
        if (known?.Digest == digest)
        {
            return null;
        }

        if (client.MustBuild)
        {
            building();
        }

        return Progress.Keep(client.Ask(new GradingRequest(Seeds.Learner, Hidden: false, exercise.Id, source)).Exercise!, digest);
    }
}
