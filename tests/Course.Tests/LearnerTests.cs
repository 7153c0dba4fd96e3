using ConvNets.Lessons;
using Course.Grading;
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
        Assert.Empty(desk.CheckChanged(() => { }));

        Solve(exercise.Wrong[0].Source);
        var wrong = Assert.Single(desk.CheckChanged(() => { })).Known;
        Assert.Equal((1, 1), (wrong.Attempts, wrong.Hints));
        Assert.Empty(desk.CheckChanged(() => { }));

        Solve(exercise.Reference!);
        var right = Assert.Single(desk.CheckChanged(() => { })).Known;
        Assert.Equal(Verdict.Passed, right.Last.Verdict);
        Assert.DoesNotContain(right.Last.Checks, c => c.Hidden);

        // A file that was cut off in the middle costs the memory, not the program.
        var file = Path.Combine(course, ".course", "progress.json");
        File.WriteAllText(file, File.ReadAllText(file)[..40]);
        Assert.Empty(new Progress(course).Read());
        Assert.Single(desk.CheckChanged(() => { }));
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
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var right = await Show(session);
        TestContext.Current.TestOutputHelper?.WriteLine($"feedback after {clock.Elapsed.TotalSeconds:0.00} s");
        Assert.Contains("1 of 1 point.", right, StringComparison.Ordinal);
        Assert.DoesNotContain("✗", right, StringComparison.Ordinal);
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
