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
    private readonly Option<double?> cellLimit = Values.Number("--cell-limit", "SECONDS", "Longest time for one cell (default 30 minutes, 12 hours with --profile full).", least: 0.1);
    private readonly Option<double?> limit = Values.Number("--limit", "SECONDS", "Longest time for one lesson (default 6 hours, 48 hours with --profile full).", least: 0.1);
    private readonly Option<bool> goOn = Values.Flag("--go-on", "Run the cells after a failed one as well.");
    private readonly Option<bool> clean = Values.Flag("--clean", "Run nothing: remove the outputs from the lessons' own files.");
    private readonly Option<string?> notebooks = Values.Text("--notebooks", "DIR", "Folder of the lessons (default: notebooks, from here upwards).");
    private readonly Option<string?> device = DeviceOption.Make();

    public RunVerb() : base(
        "run",
        "Run lessons from end to end and write executed notebooks, HTML pages, an index and the measured claims.",
        "course run                                   # every lesson, embedded data",
        "course run 10 --profile smoke                # one lesson, as fast as it goes",
        "course run 10 --data cifar-10-batches-bin    # on real pictures",
        "course run --profile full --jobs 2 --out results",
        "course run mine.ipynb --go-on --limit 600    # a notebook of your own, ten minutes at most",
        "course run --clean                           # outputs do not belong in git")
    {
        Add(words);
        foreach (var option in (Option[])[profile, data, output, jobs, seed, cellLimit, limit, goOn, clean, notebooks, device])
        {
            Add(option);
        }

        Validators.Add(Refuse);
    }

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
        DeviceOption.Apply(parsed, device);
        var named = parsed.GetValue(words) ?? [];

        // Notebooks that are named by their paths need no course around them.
        var folder = parsed.GetValue(notebooks) is null && named.Length > 0 && named.All(n => n.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
            ? Path.GetDirectoryName(Path.GetFullPath(named[0]))!
            : NotebooksFolder.Find(parsed.GetValue(notebooks));
        var lessons = Select(folder, named);
        if (parsed.GetValue(clean))
        {
            return Clean(lessons, terminal);
        }

        var run = Settings(parsed);
        var target = Place.ForFolder(parsed.GetValue(output)!, output.Name);
        KeepSources(lessons, target);
        var options = new CourseOptions
        {
            Notebooks = folder,
            Lessons = [.. lessons.Select(l => l.Path)],
            Out = target,
            Jobs = parsed.GetValue(jobs) ?? 1,
            Run = run,
            ChildCommand = ChildCommand.Of(ChildProcess.Verb),
        };
        using var held = Place.Hold(target, output.Name);
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

    private RunOptions Settings(ParseResult parsed)
    {
        var word = parsed.GetValue(profile)!;
        var (cell, lesson) = word == "full" ? (12.0, 48.0) : (0.5, 6.0);
        return new RunOptions
        {
            Profile = word,
            Data = CheckData(parsed.GetValue(data)),
            Seed = parsed.GetValue(seed) ?? 1,
            CellLimit = Time(parsed.GetValue(cellLimit), TimeSpan.FromHours(cell)),
            TotalLimit = Time(parsed.GetValue(limit), TimeSpan.FromHours(lesson)),
            GoOnAfterError = parsed.GetValue(goOn),
        };
    }

    // A timer takes no more than 24 days.
    private static TimeSpan Time(double? seconds, TimeSpan otherwise) => seconds is { } given ? TimeSpan.FromSeconds(Math.Min(given, 2_000_000)) : otherwise;

    private static int Clean(IReadOnlyList<Lesson> lessons, Terminal terminal)
    {
        var changed = 0;
        foreach (var lesson in lessons)
        {
            var notebook = Notebook.Load(lesson.Path);
            if (notebook.StripOutputs())
            {
                notebook.Save(lesson.Path);
                terminal.Out.WriteLine($"Removed the outputs of {lesson.Name}.");
                changed++;
            }
        }

        terminal.Out.WriteLine(changed == 0 ? "No notebook had outputs." : $"{changed} of {lessons.Count} notebooks had outputs.");
        return Cli.Success;
    }

    // The executed notebooks have the names of the lessons: in the same folder they would replace them.
    private static void KeepSources(IReadOnlyList<Lesson> lessons, string target)
    {
        var folder = Path.GetFullPath(target);
        if (lessons.FirstOrDefault(l => Path.GetFullPath(Path.Combine(folder, l.Name + ".ipynb")) == l.Path) is { } lesson)
        {
            throw new UsageException($"The results would replace {lesson.Path}: give --out another folder than the notebook's own.");
        }
    }

    private static IReadOnlyList<Lesson> Select(string folder, string[] names)
    {
        try
        {
            return [.. Lesson.Find(folder, names).DistinctBy(l => l.Path)];
        }
        catch (NotebookException e)
        {
            var known = Lesson.Find(folder, []).Select(l => l.Name).ToArray();
            var near = names.Where(n => !known.Contains(n)).Select(n => Nearest.Suggest(n, known)).FirstOrDefault(s => s.Length > 0);
            throw new UsageException(e.Message + near);
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
