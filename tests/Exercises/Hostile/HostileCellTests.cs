// Every attack twice: with the allow-list, and without it, where only the process's walls stand. No point is gained, every check
// has a result, the time is kept, and the next submission is graded as if nothing had happened.

using System.Diagnostics;
using NotebookHost.Grading;

namespace Exercises.Hostile;

public abstract class HostileCells(HostileCells.Grader grader) : IClassFixture<HostileCells.Grader>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);

    protected static IEnumerable<TheoryDataRow<string>> Half(int which) =>
        Attack.All.Where(a => !a.Namespaces || Solutions.Walls.Walls != Walls.Limits).Where((_, i) => i % 2 == which).Select(a => new TheoryDataRow<string>(a.Name));

    protected void Gains_nothing(string name, bool policy)
    {
        var attack = Attack.All.Single(a => a.Name == name);
        var exercise = Solutions.Exercises.Single(e => e.Id == attack.Exercise);
        var clock = Stopwatch.StartNew();
        using var cell = new SandboxedCell(policy ? grader.Guarded : grader.Walled, attack.Source, TimeSpan.FromSeconds(0.3));
        var result = new Book().Grade(exercise, cell, new GradeOptions(7, Hidden: false));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", result.Checks.Select(c => $"{c.Verdict}: {c.Reason}")));
        Assert.Equal(new Book().Checks(exercise, hidden: false).Select(c => c.Sentence), result.Checks.Select(c => c.Sentence));
        Assert.All(result.Checks, c => Assert.True(c.Points == 0 && c.Verdict != Verdict.Passed, $"{c.Sentence}: {c.Verdict}"));
        Assert.All(result.Checks, c => Assert.False(string.IsNullOrWhiteSpace(c.Reason)));
        Assert.All(result.Checks, c => Assert.DoesNotContain(c.Reason + c.Printed + c.Asked, ch => char.IsControl(ch)));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Longest);
    }

    /// <summary>The processes that the attacks meet: short limits, so that the suite is short.</summary>
    public sealed class Grader : IDisposable
    {
        private static readonly SandboxLimits Limits = new()
        {
            Compile = TimeSpan.FromSeconds(1.5),
            Patience = 1.5,
            Slack = TimeSpan.FromSeconds(0.5),
            Heap = 256 << 20,
            Resident = 512 << 20,
            Threads = 48,
        };

        internal SandboxPair Guarded { get; } = new(Solutions.Walls, Limits);

        internal SandboxPair Walled { get; } = new(Solutions.Walls, Limits with { Policy = false });

        public void Dispose()
        {
            Guarded.Dispose();
            Walled.Dispose();
        }
    }
}

public class EvenAttackTests(HostileCells.Grader grader) : HostileCells(grader)
{
    public static IEnumerable<TheoryDataRow<string>> Names => Half(0);

    [Theory, MemberData(nameof(Names))]
    public void Under_the_policy_it_gains_nothing(string attack) => Gains_nothing(attack, policy: true);

    [Theory, MemberData(nameof(Names))]
    public void Without_the_policy_the_walls_hold(string attack) => Gains_nothing(attack, policy: false);
}

public class OddAttackTests(HostileCells.Grader grader) : HostileCells(grader)
{
    public static IEnumerable<TheoryDataRow<string>> Names => Half(1);

    [Theory, MemberData(nameof(Names))]
    public void Under_the_policy_it_gains_nothing(string attack) => Gains_nothing(attack, policy: true);

    [Theory, MemberData(nameof(Names))]
    public void Without_the_policy_the_walls_hold(string attack) => Gains_nothing(attack, policy: false);
}

public class AttackListTests
{
    private static readonly Lazy<SandboxPair> Open = new(() =>
        Solutions.Ended(new SandboxPair(Isolation.Best(Solutions.Program, Walls.Limits), new SandboxLimits { Policy = false })));

    [Fact]
    public void There_are_more_than_sixty_attacks_with_names_of_their_own()
    {
        Assert.True(Attack.All.Count > 60, $"{Attack.All.Count} attacks");
        Assert.Equal(Attack.All.Count, Attack.All.Select(a => a.Name).Distinct().Count());
    }

    // A peek that could not succeed anywhere would prove nothing: where all walls are down, it does.
    [Theory]
    [InlineData("read the hidden checks")]
    [InlineData("read the reference solution")]
    [InlineData("look into the parent through /proc")]
    [InlineData("connect to the machine itself")]
    public void A_peek_succeeds_where_nothing_stops_it(string name)
    {
        using var cell = new SandboxedCell(Open.Value, Attack.All.Single(a => a.Name == name).Source, TimeSpan.FromSeconds(5));
        Assert.Equal(3, (int)cell.Ask("call", 1, "BlocksPerStage", 20)!);
    }

    [Fact]
    public void A_link_out_of_the_scratch_folder_takes_nothing_with_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right that users of Windows lack.");
        var folder = Directory.CreateTempSubdirectory("course-hostile-");
        var kept = Path.Combine(folder.FullName, "kept.txt");
        File.WriteAllText(kept, "x");
        var source = $"// exercise 10.depth (2)\nstatic string BlocksPerStage(int depth) {{ System.IO.Directory.CreateSymbolicLink(\"out\", \"{folder.FullName}\"); return Environment.CurrentDirectory; }}";
        try
        {
            string scratch;
            using (var pair = new SandboxPair(Isolation.Best(Solutions.Program, Walls.Limits), new SandboxLimits { Policy = false }))
            {
                using var cell = new SandboxedCell(pair, source, TimeSpan.FromSeconds(5));
                scratch = (string)cell.Ask("call", 1, "BlocksPerStage", 20)!;
                Assert.True(File.Exists(Path.Combine(scratch, "out", "kept.txt")));
            }

            Assert.False(Directory.Exists(scratch));
            Assert.True(File.Exists(kept));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(100, 500, false)]
    [InlineData(200, 500, true)]
    [InlineData(100, 800, true)]
    public void A_process_that_has_used_a_good_part_of_its_limits_is_replaced_between_submissions(int seconds, int megabytes, bool replaced) =>
        Assert.Equal(replaced, SandboxLimits.Default.AreNearFor(TimeSpan.FromSeconds(seconds), (long)megabytes << 20));

    [Fact]
    public void A_compiler_that_has_worked_little_stays_and_knows_nothing_of_the_cells_before()
    {
        using var pair = new SandboxPair(Solutions.Walls, new SandboxLimits());
        Assert.Equal("compiled", pair.Compile("static int One() => 1;")[0]);
        pair.Forget();
        Assert.Equal("invalid", pair.Compile("static int Two() => One() + One();")[0]);
        Assert.Equal(1, pair.Compiler.Generation);
    }
}
