// The templates' shell parts run: as Gradescope, Slurm and GitHub would start them, with a command in dotnet's place that writes
// down what it was asked and leaves the files that a grading leaves.

using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Tests;

public sealed class TemplateRunTests : IDisposable
{
    private const string Dotnet = """
        #!/usr/bin/env bash
        echo "$PWD: $*" >> "$ROOT/asked.txt"
        while [ $# -gt 0 ]; do [ "$1" = --out ] && out=$2; shift; done
        [ -z "${BREAKS:-}" ] || { echo "The grader broke down." >&2; exit 1; }
        mkdir -p "$out/gradescope" "$out/classroom"
        echo '{"score": 7}' > "$out/gradescope/student.json"
        echo '{"version": 1, "max_score": 7}' > "$out/classroom/student.json"
        """;

    private const string NeedsBash = "The template is a bash script; Windows has none of its own.";

    private readonly string root = Directory.CreateTempSubdirectory("course-templates-").FullName;

    public TemplateRunTests()
    {
        Directory.CreateDirectory(Path.Combine(root, "bin"));
        var dotnet = Path.Combine(root, "bin", "dotnet");
        File.WriteAllText(dotnet, Dotnet.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private string Asked => File.ReadAllText(Path.Combine(root, "asked.txt"));

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData(false, 7)]
    [InlineData(true, 0)]
    public void Gradescope_finds_the_results_of_a_grading_and_a_sentence_where_there_are_none(bool breaks, int score)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NeedsBash);
        Directory.CreateDirectory(Path.Combine(root, "source", "course"));
        Assert.Equal(0, Bash(root, [Template("gradescope", "run_autograder")], ("AUTOGRADER", root), ("BREAKS", breaks ? "1" : "")).Code);
        var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "results", "results.json"))).RootElement;
        Assert.Equal(score, results.GetProperty("score").GetInt32());
        Assert.Equal(breaks, results.TryGetProperty("output", out _));
        Assert.StartsWith($"{root}/source/course: run --project lib/Course --no-build -- grade {root}/submission --as student --out ", Asked);
    }

    [Fact]
    public void A_Slurm_task_grades_its_line_of_the_parts_and_refuses_a_number_without_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NeedsBash);
        File.WriteAllText(Path.Combine(root, "parts.txt"), "submissions/part-a\nsubmissions/part b\n");
        var script = Template("cluster", "slurm-array.sh");
        Assert.Equal(0, Bash(root, [script], ("SLURM_SUBMIT_DIR", root), ("SLURM_ARRAY_TASK_ID", "2")).Code);
        Assert.Contains("-- grade submissions/part b --out results/part b --jobs 1 ", Asked);
        var (code, said) = Bash(root, [script], ("SLURM_SUBMIT_DIR", root), ("SLURM_ARRAY_TASK_ID", "3"));
        Assert.Equal(2, code);
        Assert.Contains("parts.txt has no line 3.", said);
    }

    [Fact]
    public void The_workflows_grading_step_hands_Classroom_the_result_in_base64()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NeedsBash);
        // The block below the step's "run: |".
        var lines = File.ReadAllLines(Template("github-classroom", "classroom.yml"));
        var run = Array.FindIndex(lines, l => l.Trim() == "run: |");
        var indent = lines[run].Length - lines[run].TrimStart().Length;
        var step = string.Join('\n', lines.Skip(run + 1).TakeWhile(l => l.Length - l.TrimStart().Length > indent).Select(l => l.Trim()));
        var course = Directory.CreateDirectory(Path.Combine(root, "course")).FullName;
        var output = Path.Combine(root, "github-output");
        Assert.Equal(0, Bash(course, ["-eo", "pipefail", "-c", step], ("GITHUB_OUTPUT", output)).Code);
        var encoded = Assert.Single(File.ReadAllLines(output))["result=".Length..];
        Assert.Equal(7, JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(encoded))).RootElement.GetProperty("max_score").GetInt32());
        Assert.Contains("grade ../submission --as student --out ../results --format classroom,html", Asked);
    }

    private static string Template(params string[] path) => Repository.PathOf(["tests", "Exercises", "templates", .. path]);

    private (int Code, string Said) Bash(string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = Path.Combine(root, "bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["ROOT"] = root;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var bash = Process.Start(start)!;
        var said = bash.StandardError.ReadToEnd();
        bash.WaitForExit();
        return (bash.ExitCode, said);
    }
}
