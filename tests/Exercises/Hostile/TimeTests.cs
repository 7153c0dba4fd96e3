// What time costs: loops without end are cut shorter the more there are, a crash costs what it took, waiting is noticed, and work
// that others left unharmed keeps its time.

using System.Diagnostics;
using NotebookHost.Grading;

namespace Exercises.Hostile;

public class TimeTests
{
    private const string Loop = "// exercise 10.depth (2)\nstatic int BlocksPerStage(int depth) { while (true) { } }";
    private const string Exit = "// exercise 10.depth (2)\nstatic int BlocksPerStage(int depth) { Environment.Exit(0); return 0; }";
    private const string Wait = "// exercise 10.depth (2)\nstatic int BlocksPerStage(int depth) { System.Threading.Thread.Sleep(-1); return 0; }";

    private static ExerciseFolder Depth => Solutions.Exercises.Single(e => e.Id == "10.depth");

    [Fact]
    public void Each_timeout_makes_the_next_limit_an_eighth_shorter_down_to_half_a_second()
    {
        var submission = new TimeBudget(TimeSpan.FromSeconds(120), 60);
        var exercise = new TimeBudget(TimeSpan.FromSeconds(20), 2, submission);
        Assert.Equal(5, submission.Share(TimeSpan.FromSeconds(5)).TotalSeconds);
        exercise.Miss();
        Assert.Equal(4.375, submission.Share(TimeSpan.FromSeconds(5)).TotalSeconds);
        Assert.False(exercise.IsSpent);
        exercise.Miss();
        Assert.True(exercise.IsSpent);
        for (var loop = 2; loop < 59; loop++)
        {
            submission.Miss();
        }

        Assert.False(submission.IsSpent);
        Assert.Equal(0.5, submission.Share(TimeSpan.FromSeconds(5)).TotalSeconds);
        Assert.Equal(0.3, submission.Share(TimeSpan.FromSeconds(0.3)).TotalSeconds);
        submission.Miss();
        Assert.True(submission.IsSpent);
    }

    [Fact]
    public void Loops_without_end_in_every_exercise_come_to_an_end_and_every_check_has_its_reason()
    {
        var lesson = Solutions.Exercises.Where(e => e.Lesson == Depth.Lesson).ToList();
        var cells = lesson.Select(e => System.Text.Json.JsonSerializer.Serialize(new { cell_type = "code", source = $"// exercise {e.Id} ({e.Points})\nwhile (true) {{ }}" }));
        var folder = Directory.CreateTempSubdirectory("course-hostile-").FullName;
        try
        {
            var file = Path.Combine(folder, "eve.ipynb");
            File.WriteAllText(file, $"{{\"cells\": [{string.Join(',', cells)}]}}");
            using var examiner = new Examiner(new Book(), lesson, Solutions.Walls, SandboxLimits.Default);
            var clock = Stopwatch.StartNew();
            var result = examiner.Grade(new Submission("eve", [file]), [], new GradeOptions(3, Hidden: true, TimeSpan.FromSeconds(2)), "");
            Assert.Equal(0, result.Points);
            Assert.All(result.Exercises.SelectMany(e => e.Checks), c => Assert.Equal(Verdict.Timeout, c.Verdict));
            Assert.Contains(result.Exercises.SelectMany(e => e.Checks), c => c.Reason.Contains("Not asked: the time of this submission", StringComparison.Ordinal));
            Assert.InRange(clock.Elapsed.TotalSeconds, 0, 180);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_process_that_ends_costs_what_it_took_and_not_the_whole_limit()
    {
        using var pair = new SandboxPair(Solutions.Walls, new SandboxLimits { Policy = false });
        var budget = new TimeBudget(TimeSpan.FromSeconds(20), 60);
        using var cell = new SandboxedCell(pair, Exit, TimeSpan.FromSeconds(20), budget);
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(FaultKind.Crashed, Assert.Throws<FaultException>(() => cell.Ask("call", 1, "BlocksPerStage", 20)).Kind);
        }

        Assert.False(budget.IsSpent);
    }

    [Fact]
    public void Code_that_waits_is_ended_long_before_its_limit()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux says whether a process computes or waits.");
        using var pair = new SandboxPair(Solutions.Walls, new SandboxLimits { Policy = false, Waiting = TimeSpan.FromSeconds(0.5) });
        using var cell = new SandboxedCell(pair, Wait, TimeSpan.FromSeconds(60));
        var clock = Stopwatch.StartNew();
        var fault = Assert.Throws<FaultException>(() => cell.Ask("call", 1, "BlocksPerStage", 20));
        Assert.Equal(FaultKind.Timeout, fault.Kind);
        Assert.Contains("wait for something", fault.Message, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0.5, 45);
    }

    [Fact]
    public void A_loop_is_no_waiting()
    {
        using var pair = new SandboxPair(Solutions.Walls, new SandboxLimits { Waiting = TimeSpan.FromSeconds(0.2) });
        using var cell = new SandboxedCell(pair, Loop, TimeSpan.FromSeconds(0.6));
        Assert.Contains("look for a loop without an end", Assert.Throws<FaultException>(() => cell.Ask("call", 1, "BlocksPerStage", 20)).Message, StringComparison.Ordinal);
    }
}
