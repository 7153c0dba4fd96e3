// `course grade`: any number of submissions, graded in isolation, reported in every form that a course needs.

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using Course.Grading;
using NotebookHost.Documents;
using NotebookHost.Grading;

namespace Course.Verbs;

internal sealed class GradeVerb : Verb
{
    private readonly Argument<string[]> paths = new("SUBMISSION") { Description = "Notebooks, zip files, or folders of them, one for each student; with --merge, folders of results.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> output = Values.Text("--out", "DIR", "Where the results go.", "out/grades");
    private readonly Option<int?> jobs = Values.Whole("--jobs", "N", "Submissions that are graded at a time (default: half the processors).");
    private readonly Option<string?> format = Values.Text("--format", "LIST", $"Of {string.Join(", ", ResultsFolder.Formats)}, with commas between (default: all).");
    private readonly Option<int?> seed = Values.Whole("--seed", "N", "Seed of the random inputs (default: drawn once, kept in DIR/seed.txt).", least: 0);
    private readonly Option<string?> lesson = Values.Text("--lesson", "LIST", "Only these lessons' exercises, for example 10,11.");
    private readonly Option<string?> student = Values.Text("--as", "NAME", "Take everything that is named as one student's submission.");
    private readonly Option<int?> budget = Values.Whole("--budget", "SECONDS", $"Processor time that one submission may take in all (default: {SandboxLimits.Default.Submission.TotalSeconds:0}).", least: 10);
    private readonly Option<bool> merge = Values.Flag("--merge", "Bring the results of several runs together instead of grading.");

    public GradeVerb() : base(
        "grade",
        "Grade submissions: each in isolation, with reasons and partial points, resumable.",
        "course grade submissions/ --out results --jobs 2",
        "course grade ada.ipynb --lesson 10 --format csv,html",
        "course grade part-1/ part-2/ --merge --out results")
    {
        Add(paths);
        foreach (var option in (Option[])[output, jobs, format, seed, lesson, student, budget, merge])
        {
            Add(option);
        }

        Validators.Add(Refuse);
    }

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
        var root = CourseFolder.Exercises();
        var lessons = parsed.GetValue(lesson)?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var exercises = CourseFolder.Choose(root, lessons);
        var formats = parsed.GetValue(format) is { } list ? Values.List(format.Name, list, ResultsFolder.Formats) : ResultsFolder.Formats;
        var target = Place.ForFolder(parsed.GetValue(output)!, output.Name);
        var folder = new ResultsFolder(target);
        var clock = Stopwatch.StartNew();
        var (failed, results) = parsed.GetValue(merge)
            ? (0, Merge(parsed.GetValue(paths)!, folder))
            : Grade(parsed, root, folder, [.. exercises.Select(e => e.Id[..2]).Distinct().Where(_ => lessons.Length > 0)], terminal, token);
        var adjustments = TeacherFile.Read(Path.Combine(target, TeacherFile.Name));
        var rows = results.OrderBy(r => r.Student, StringComparer.Ordinal)
            .Select(r => new StudentRow(r, [.. adjustments.Where(a => a.Student == r.Student)])).ToList();
        var graded = rows.SelectMany(r => r.Result.Exercises.Select(e => e.Id)).ToHashSet();
        folder.Report(new ClassResults([.. CourseFolder.Choose(root, []).Where(e => graded.Contains(e.Id))], rows), formats);
        foreach (var stray in adjustments.Where(a => rows.All(r => r.Student != a.Student)))
        {
            terminal.Error.WriteLine($"{TeacherFile.Name} names {stray.Student}, who has no submission here.");
        }

        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count} submissions in {clock.Elapsed.TotalSeconds:0.0} s; results in {target}."));
        token.ThrowIfCancellationRequested();
        return failed == 0 ? Cli.Success : throw new CheckFailedException($"{failed} submissions could not be graded; the others are complete.");
    }

    private (int Failed, IReadOnlyList<SubmissionResult> Results) Grade(
        ParseResult parsed, string root, ResultsFolder folder, IReadOnlyList<string> lessons, Terminal terminal, CancellationToken token)
    {
        IReadOnlyList<Submission> submissions;
        try
        {
            submissions = parsed.GetValue(student) is { } name ? [Submissions.One(name, parsed.GetValue(paths)!)] : Submissions.Find(parsed.GetValue(paths)!);
        }
        catch (NotebookException e)
        {
            throw new UsageException(e.Message);
        }

        var (failed, done) = (0, 0);
        var results = new List<SubmissionResult>();
        var run = new GradingRun(root, folder, new GradeOptions(folder.Seed(parsed.GetValue(seed)), Hidden: true, parsed.GetValue(budget) is { } seconds ? TimeSpan.FromSeconds(seconds) : null), lessons);
        run.Grade(
            submissions,
            parsed.GetValue(jobs) ?? Math.Max(1, Environment.ProcessorCount / 2),
            (submission, result, error, known) =>
            {
                done++;
                if (result is null)
                {
                    failed++;
                    terminal.Error.WriteLine($"{submission.Student}: not graded. {error}");
                    return;
                }

                results.Add(result);
                terminal.Out.WriteLine($"[{done}/{submissions.Count}] {result.Student}: {result.Points} of {result.Worth} points{(known ? ", graded before" : "")}");
            },
            () => terminal.Error.WriteLine("Building the checks (tests/Exercises), once ..."),
            token);
        if (results.Find(r => r.Isolation.Length > 0) is { } any)
        {
            terminal.Out.WriteLine($"Isolation: {any.Isolation}.");
        }

        return (failed, results);
    }

    private static IReadOnlyList<SubmissionResult> Merge(string[] folders, ResultsFolder target)
    {
        var merged = new Dictionary<string, SubmissionResult>(StringComparer.Ordinal);
        foreach (var from in folders)
        {
            var found = Directory.Exists(from) ? new ResultsFolder(from).All() : [];
            if (found.Count == 0)
            {
                throw new UsageException($"{from} is no folder of results: it has no students/*.json.");
            }

            foreach (var result in found)
            {
                if (merged.TryGetValue(result.Student, out var other) && other.Digest != result.Digest)
                {
                    throw new CheckFailedException($"Two of the folders hold different results of {result.Student}: rename one submission, or grade both with the same --seed.");
                }

                merged[result.Student] = result;
            }
        }

        foreach (var result in merged.Values)
        {
            target.Keep(result);
        }

        return [.. merged.Values];
    }

    // A misspelt option would otherwise be taken for a submission.
    private void Refuse(CommandResult result)
    {
        if (result.GetValue(paths)?.FirstOrDefault(w => w.StartsWith('-')) is { } option)
        {
            result.AddError(UsageErrors.Unknown(option, this));
        }
    }
}
