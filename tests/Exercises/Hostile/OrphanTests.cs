// A grader that is killed leaves nobody behind: neither the grading process nor a cell that loops for ever.

using System.Diagnostics;
using NotebookHost;
using NotebookHost.Grading;

namespace Exercises.Hostile;

public sealed class OrphanTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string folder = Directory.CreateTempSubdirectory("course-orphans-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("the grading process")]
    [InlineData("the command")]
    public void A_grader_that_is_killed_leaves_no_process_behind(string killed)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The processes below one are read from /proc.");
        var notebook = Path.Combine(folder, "eve.ipynb");
        File.WriteAllText(notebook, "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"// exercise 10.depth (2)\\nwhile (true) { }\"}]}");
        var submission = new Submission("eve", [notebook]);
        string[] arguments = killed == "the command"
            ? ["grade", notebook, "--out", Path.Combine(folder, "out"), "--lesson", "10", "--budget", "1000", "--format", "json"]
            : [GradingProcess.Verb, Solutions.Root];
        using var grader = Process.Start(new ProcessStartInfo(DotnetHost.Path, ["exec", Solutions.Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        grader.ErrorDataReceived += (_, _) => { };
        grader.BeginErrorReadLine();
        if (killed != "the command")
        {
            grader.StandardInput.WriteLine(GradingJson.ToLine(new GradingRequest(1, true, Submission: submission, Lessons: ["10"], Digest: "", Budget: 1000)));
            grader.StandardInput.Flush();
        }

        // The runner is there when a second sandbox has come up beside the compiler's.
        List<int> below = [];
        Assert.True(SpinWait.SpinUntil(() => (below = [.. Below(grader.Id)]).Count(IsSandbox) >= 2, Patience), "no runner came up");
        grader.Kill(entireProcessTree: false);
        grader.WaitForExit();
        Assert.True(SpinWait.SpinUntil(() => !below.Exists(IsAlive), Patience), "left behind: " + string.Join(", ", below.Where(IsAlive).Select(CommandLine)));
    }

    [Fact]
    public void A_process_that_left_the_tree_ends_with_the_cell()
    {
        Assert.SkipWhen(Solutions.Walls.Walls == Walls.Limits, "Only a namespace of processes holds one that has left the tree.");
        const string Cell = """
            // exercise 10.depth (2)
            static int BlocksPerStage(int depth)
            {
                System.Diagnostics.Process.Start("setsid", "-f sleep 61803")!.WaitForExit();
                return 0;
            }
            """;
        using (var pair = new SandboxPair(Solutions.Walls, new SandboxLimits { Policy = false, Processes = 8 }))
        using (var cell = new SandboxedCell(pair, Cell, TimeSpan.FromSeconds(5)))
        {
            Assert.Equal(0, (int)cell.Ask("call", 1, "BlocksPerStage", 20)!);
            Assert.Single(Sleepers());
        }

        Assert.True(SpinWait.SpinUntil(() => !Sleepers().Any(), Patience));
    }

    private static IEnumerable<int> Sleepers() => Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
        .Where(n => int.TryParse(n, out var id) && CommandLine(id).StartsWith("sleep 61803", StringComparison.Ordinal)).Select(n => int.Parse(n!));

    private static IEnumerable<int> Below(int id)
    {
        List<string> children = [];
        try
        {
            children = [.. Directory.EnumerateDirectories($"/proc/{id}/task").SelectMany(t => File.ReadAllText(t + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        }
        catch (IOException)
        {
            // It has just ended.
        }

        return children.Select(int.Parse).SelectMany(c => Below(c).Prepend(c));
    }

    private static bool IsSandbox(int id) => CommandLine(id).Contains($"dotnet exec {Solutions.Program} {SandboxProcess.Verb}", StringComparison.Ordinal) && !CommandLine(id).StartsWith("bwrap", StringComparison.Ordinal);

    // One that has ended and was not collected yet is no process that runs.
    private static bool IsAlive(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }
}
