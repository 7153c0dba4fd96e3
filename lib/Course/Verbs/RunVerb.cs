// `course run`: the lessons, executed and rendered.

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ConvNets.Data;
using ConvNets.Training;
using NotebookHost.Documents;
using NotebookHost.Headless;

namespace Course.Verbs;

internal sealed class RunVerb : Verb
{
    private readonly Argument<string[]> words = new("LESSON") { Description = "Lessons by number or name, for example 10 or 10-residual-learning; all by default.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> profile = Values.Choice("--profile", "How much to do: seconds, a minute or two, or hours a lesson.", "quick", "smoke", "quick", "full");
    private readonly Option<string?> data = Values.Text("--data", "DIR|NAME", "Folder with a real data set, or its name where it was downloaded; without it the lessons use the embedded one.");
    private readonly Option<string?> output = Values.Text("--out", "DIR", "Where the results go.", "out");
    private readonly Option<int?> jobs = Values.Whole("--jobs", "N", "Lessons that run at a time (default 1).");
    private readonly Option<int?> seed = Values.Whole("--seed", "N", "Seed of everything random (default 1).", least: 0);
    private readonly Option<string?> notebooks = Values.Text("--notebooks", "DIR", "Folder of the lessons (default: notebooks, from here upwards).");

    public RunVerb() : base(
        "run",
        "Run lessons from end to end and write executed notebooks, HTML pages, an index and the measured claims.",
        "course run                                   # every lesson, embedded data",
        "course run 10 --profile smoke                # one lesson, as fast as it goes",
        "course run 10 --data cifar-10-batches-bin    # on real pictures",
        "course run --profile full --jobs 2 --out results")
    {
        Add(words);
        foreach (var option in (Option[])[profile, data, output, jobs, seed, notebooks])
        {
            Add(option);
        }

        Validators.Add(Refuse);
    }

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
        var folder = NotebooksFolder.Find(parsed.GetValue(notebooks));
        var lessons = Select(folder, parsed.GetValue(words) ?? []);
        var target = parsed.GetValue(output)!;
        var options = new CourseOptions
        {
            Notebooks = folder,
            Lessons = [.. lessons.Select(l => l.Name)],
            Out = target,
            Jobs = parsed.GetValue(jobs) ?? 1,
            Run = new RunOptions { Profile = parsed.GetValue(profile)!, Data = CheckData(parsed.GetValue(data)), Seed = parsed.GetValue(seed) ?? 1 },
            ChildCommand = ChildCommand.Of(ChildProcess.Verb),
        };
        Directory.CreateDirectory(target);
        CourseReport report;
        using (var screen = new LessonScreen(terminal, lessons.Count))
        {
            report = HeadlessCourse.RunAsync(options, screen, token).GetAwaiter().GetResult();
        }

        ScoreboardView.Write(terminal, new Scoreboard(report.Lessons.SelectMany(l => l.Report.Claims).Select(c => Claim.FromJson(c.ToJsonString()))));
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Duration.TotalSeconds:0.0} s; open {Path.Combine(target, "index.html")}."));
        token.ThrowIfCancellationRequested();
        var failed = report.Lessons.Where(l => !l.Report.Succeeded).ToArray();
        return failed.Length == 0
            ? Cli.Success
            : throw new CheckFailedException($"{failed.Length} of {report.Lessons.Count} lessons failed: {string.Join(", ", failed.Select(f => f.Lesson.Name))}.");
    }

    private static IReadOnlyList<Lesson> Select(string folder, string[] names)
    {
        try
        {
            return [.. Lesson.Find(folder, names).DistinctBy(l => l.Path)];
        }
        catch (NotebookException e)
        {
            throw new UsageException(e.Message);
        }
    }

    // Wrong data should be told before an hour of lessons, not after.
    private static string CheckData(string? given)
    {
        var folder = DataSource.Folder(given);
        if (folder.Length > 0)
        {
            Datasets.Open(folder);
        }

        return folder;
    }

    // A misspelt option would otherwise be taken for a lesson.
    private void Refuse(CommandResult result)
    {
        if (result.GetValue(words)?.FirstOrDefault(w => w.StartsWith('-')) is { } option)
        {
            result.AddError(UsageErrors.Unknown(option, this));
        }
    }
}
