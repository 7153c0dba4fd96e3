// Grades a class that it makes up, as a teacher would by `course grade`: time of the whole, time of each kind of submission,
// processor time, and the memory of the grader over time.

using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NotebookHost;
using NotebookHost.Grading;

namespace Bench;

internal static partial class GradeBench
{
    private const double MiB = 1 << 20;
    private const int Class = 200;

    public static int Run(int count, string[] options)
    {
        var jobs = Value("--jobs") ?? "2";
        var folder = Value("--keep") ?? Directory.CreateTempSubdirectory("course-bench-grade-").FullName;
        var root = ExerciseFolder.FindRoot(AppContext.BaseDirectory)!;
        var exercises = ExerciseFolder.All(root);
        var submissions = GradedClasses.Write(Path.Combine(folder, "class"), exercises, count, Value("--only")).ToDictionary(s => s.Name, s => s.Hostile);
        string[] command = ["exec", Exercises.Solutions.Program, "grade", Path.Combine(folder, "class"), "--out", Path.Combine(folder, "results"), "--jobs", jobs, "--seed", "5"];
        Console.WriteLine($"{count} submissions of {exercises.Count} exercises, {submissions.Values.Count(h => h)} of them hostile, {jobs} at a time");

        var clock = Stopwatch.StartNew();
        using var grader = Process.Start(new ProcessStartInfo(DotnetHost.Path, command) { RedirectStandardOutput = true })!;
        var times = new List<(string Name, double Seconds)>();
        var last = Enumerable.Repeat(0.0, int.Parse(jobs, CultureInfo.InvariantCulture)).ToList();
        using (var samples = new ProcessSamples(grader, command => !command.Contains(SandboxProcess.Verb, StringComparison.Ordinal)))
        {
            while (grader.StandardOutput.ReadLine() is { } line)
            {
                // Which worker was done is not said: the one that began first is as good a guess as any, and sums come out right.
                if (Done().Match(line) is { Success: true } done)
                {
                    var now = clock.Elapsed.TotalSeconds;
                    var began = last.Min();
                    last[last.IndexOf(began)] = now;
                    times.Add((done.Groups["name"].Value, now - began));
                    var (_, own, all) = samples.Memory.LastOrDefault();
                    Console.WriteLine(Invariant($"{now,8:0.0} s {now - began,7:0.0} s {own / MiB,7:0} MiB {all / MiB,7:0} MiB  {line}"));
                }
                else
                {
                    Console.WriteLine(line);
                }
            }

            grader.WaitForExit();
            Report(clock.Elapsed.TotalSeconds, int.Parse(jobs, CultureInfo.InvariantCulture), times, submissions, samples);
        }

        if (Value("--keep") is null)
        {
            Directory.Delete(folder, recursive: true);
        }

        return grader.ExitCode;

        string? Value(string name) => Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : null;
    }

    private static void Report(double seconds, int jobs, List<(string Name, double Seconds)> times, Dictionary<string, bool> hostile, ProcessSamples samples)
    {
        Console.WriteLine(Invariant($"total {seconds:0.0} s, {seconds / times.Count:0.0} s a submission, {samples.Processor / times.Count:0.0} processor seconds a submission"));
        var means = times.GroupBy(t => hostile[t.Name]).ToDictionary(g => g.Key, g => g.Average(t => t.Seconds) / jobs);
        foreach (var (kind, mean) in means)
        {
            Console.WriteLine(Invariant($"{(kind ? "hostile" : "honest"),8}: {mean:0.0} s each of the machine's time"));
        }

        if (means.Count == 2)
        {
            Console.WriteLine(Invariant($"{Class} submissions, a tenth hostile, at this rate: {((0.9 * means[false]) + (0.1 * means[true])) * Class / 60:0.0} min"));
        }

        Console.WriteLine($"{"s",8} {"grader MiB",11} {"with sandboxes",15}");
        var memory = samples.Memory;
        foreach (var part in memory.Chunk(Math.Max(1, (memory.Count + 19) / 20)))
        {
            Console.WriteLine(Invariant($"{part[^1].At.TotalSeconds,8:0} {part.Max(p => p.Own) / MiB,11:0} {part.Max(p => p.All) / MiB,15:0}"));
        }

        // The first quarter holds the start; a grader that grows shows between the second and the last.
        var quarters = memory.Chunk(Math.Max(1, (memory.Count + 3) / 4)).Select(q => q.Select(p => p.Own).Order().ElementAt(q.Length / 2) / MiB).ToList();
        Console.WriteLine($"grader, median of each quarter of the time: {string.Join(", ", quarters.Select(q => Invariant($"{q:0}")))} MiB");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\[\d+/\d+\] (?<name>[^:]+): ")]
    private static partial Regex Done();
}
