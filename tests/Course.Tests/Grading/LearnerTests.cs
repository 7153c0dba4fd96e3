using System.Diagnostics;
using ConvNets.Lessons;
using Course.Grading;
using NotebookHost;
using NotebookHost.Documents;
using NotebookHost.Grading;
using NotebookHost.Session;

namespace Tests;

/// <summary>A course of one exercise in a folder of its own, with the checks as they are built.</summary>
public sealed class LearnerTests : IDisposable
{
    private readonly string course = Directory.CreateTempSubdirectory("course-learner-").FullName;
    private readonly string root;
    private readonly ExerciseFolder exercise;
    private readonly List<string> notes = [];
    private volatile string errors = "";

    public LearnerTests()
    {
        root = Path.Combine(course, "tests", "Exercises");
        Copy(Repository.PathOf("tests", "Exercises", "10.depth"), Path.Combine(root, "10.depth"));
        Copy(Repository.PathOf("tests", "Exercises", "bin"), Path.Combine(root, "bin"));
        File.Copy(Repository.PathOf("tests", "Exercises", "Exercises.csproj"), Path.Combine(root, "Exercises.csproj"));
        foreach (var built in Directory.EnumerateFiles(Path.Combine(root, "bin"), "Exercises.dll", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(built, DateTime.UtcNow.AddMinutes(1));
        }

        exercise = Assert.Single(ExerciseFolder.All(root));
        Solve(exercise.Stub);
    }

    private string Lesson => Path.Combine(course, "notebooks", exercise.Lesson + ".ipynb");

    public void Dispose() => Directory.Delete(course, recursive: true);

    [Fact]
    public void Progress_follows_the_notebook_and_a_cell_is_checked_once()
    {
        using var desk = new LearnerDesk(root, [exercise], null);
        Assert.Empty(desk.CheckChanged(() => { }, notes.Add));

        Solve(exercise.Wrong[0].Source);
        var wrong = Assert.Single(desk.CheckChanged(() => { }, notes.Add)).Known;
        Assert.Equal((1, 1), (wrong.Attempts, wrong.Hints));
        Assert.Empty(desk.CheckChanged(() => { }, notes.Add));

        Solve(exercise.Reference!);
        var right = Assert.Single(desk.CheckChanged(() => { }, notes.Add)).Known;
        Assert.Equal(Verdict.Passed, right.Last.Verdict);
        Assert.DoesNotContain(right.Last.Checks, c => c.Hidden);

        // A notebook that is only half written says nothing about the work in it.
        var whole = File.ReadAllText(Lesson);
        File.WriteAllText(Lesson, whole[..^20]);
        Assert.Empty(desk.CheckChanged(() => { }, notes.Add));
        Assert.Contains("is not a notebook", Assert.Single(notes), StringComparison.Ordinal);
        Assert.Equal(Verdict.Passed, new Progress(course).Read()[exercise.Id].Last.Verdict);
        File.WriteAllText(Lesson, whole);
        Assert.Empty(desk.CheckChanged(() => { }, notes.Add));

        // A file that was cut off in the middle costs the memory, not the program.
        var file = Path.Combine(course, ".course", "progress.json");
        File.WriteAllText(file, File.ReadAllText(file)[..40]);
        Assert.Empty(new Progress(course).Read());
        Assert.Single(desk.CheckChanged(() => { }, notes.Add));
    }

    [Fact]
    public async Task A_check_cell_says_what_was_asked_what_came_and_the_next_hint()
    {
        using var session = new CSharpSession(Path.Combine(course, "notebooks"));
        Assert.Contains("Run the exercise's cell above first.", await Show(session), StringComparison.Ordinal);
        await session.RunAsync(exercise.Stub, new Silent());
        Assert.Contains("not attempted yet", await Show(session), StringComparison.Ordinal);
        await session.RunAsync(exercise.Wrong.Single(w => w.Name == "CountsLayers").Source, new Silent());
        var wrong = await Show(session);
        Assert.Contains("BlocksPerStage(20) must be 3, not 6.", wrong, StringComparison.Ordinal);
        Assert.Contains("Hint 1: " + exercise.Hints[0], wrong, StringComparison.Ordinal);
        await session.RunAsync(exercise.Reference!, new Silent());
        var clock = Stopwatch.StartNew();
        var right = await Show(session);
        TestContext.Current.TestOutputHelper?.WriteLine($"feedback after {clock.Elapsed.TotalSeconds:0.00} s");
        Assert.Contains("1 of 1 point. Hidden checks add up to 1 when it is graded.", right, StringComparison.Ordinal);
        Assert.DoesNotContain("✗", right, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_was_deleted_is_missed_in_a_sentence_and_its_progress_says_open()
    {
        using var desk = new LearnerDesk(root, [exercise], null);
        Solve(exercise.Stub.Replace("// exercise ", "// my exercise ", StringComparison.Ordinal));
        Assert.Empty(desk.CheckChanged(() => { }, notes.Add));
        Assert.Contains($"has no code cell of {exercise.Id}: ", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Watching_checks_at_every_save_and_a_kill_loses_nothing()
    {
        using var watching = Command("exercises", "--lesson", "10", "--watch");
        LineWith(watching, "Watching; save a notebook");
        Solve(exercise.Wrong.Single(w => w.Name == "CountsLayers").Source);
        LineWith(watching, "0 of 1 point");
        LineWith(watching, "BlocksPerStage(20) must be 3, not 6.");
        Solve(exercise.Reference!);
        LineWith(watching, "1 of 1 point");

        // Killed while the next check runs.
        Solve(exercise.Reference! + "\nwhile (true) { }");
        watching.Kill();
        watching.WaitForExit();
        var known = new Progress(course).Read()[exercise.Id];
        Assert.Equal((1, 1, Verdict.Passed), (known.Best, known.Attempts, known.Last.Verdict));

        // What the killed program held is free, and what it had begun to write is nobody's.
        new Progress(course).Forget(exercise.Id);
        Assert.Empty(new Progress(course).Read());
    }

    [Fact]
    public void A_reset_puts_the_stub_back_and_leaves_every_other_cell_and_output()
    {
        var notebook = Notebook.Create();
        notebook.Add(CellKind.Markdown, "# Mine");
        notebook.Add(CellKind.Code, exercise.Reference!);
        notebook.Add(CellKind.Code, "1 + 1");
        notebook.Save(Lesson);
        Assert.Equal(0, Run("exercises", "--lesson", "10").Code);
        Assert.Equal(1, new Progress(course).Read()[exercise.Id].Best);

        var (code, said) = Run("exercises", "--reset", exercise.Id);
        Assert.Equal(0, code);
        Assert.Contains("is its stub again", said, StringComparison.Ordinal);
        Assert.Equal(["# Mine", exercise.Stub, "1 + 1"], Notebook.Load(Lesson).Cells.Select(c => c.Source));
        Assert.Empty(new Progress(course).Read());
    }

    [Fact]
    public void The_solution_opens_once_the_exercise_is_solved_or_on_explicit_request()
    {
        var (code, said) = Run("exercises", "--solution", exercise.Id);
        Assert.Equal(1, code);
        Assert.Contains("is not solved yet", said, StringComparison.Ordinal);
        Assert.Contains(exercise.Reference!, Run("exercises", "--solution", exercise.Id, "--anyway").Said, StringComparison.Ordinal);
        Solve(exercise.Reference!);
        Assert.Contains("1 of 1 + 1 hidden", Run("exercises", "--lesson", "10").Said, StringComparison.Ordinal);
        Assert.Contains(exercise.Reference!, Run("exercises", "--solution", exercise.Id).Said, StringComparison.Ordinal);
    }

    private Process Command(params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(DotnetHost.Path, ["exec", Path.Combine(AppContext.BaseDirectory, "course.dll"), .. arguments])
        {
            WorkingDirectory = course,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, e) => errors += e.Data + "\n";
        process.BeginErrorReadLine();
        return process;
    }

    private (int Code, string Said) Run(params string[] arguments)
    {
        errors = "";
        using var process = Command(arguments);
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + errors);
    }

    private void LineWith(Process process, string words)
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The command ended before it said \"{words}\". {errors}");
    }

    private void Solve(string source)
    {
        var notebook = Notebook.Create();
        notebook.Add(CellKind.Code, source);
        notebook.Save(Lesson);
    }

    private async Task<string> Show(CSharpSession session)
    {
        var result = await session.RunAsync($"var view = ConvNets.Lessons.Exercise.Check(\"{exercise.Id}\");", new Silent());
        Assert.Null(result.Error);
        return ((View)session.Variables().Single(v => v.Name == "view").Value!).ToText();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
