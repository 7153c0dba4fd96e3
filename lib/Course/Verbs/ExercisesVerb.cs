// `course exercises`: a learner's progress, checks on every save, resets and solutions.

using System.CommandLine;
using System.Globalization;
using Course.Grading;
using NotebookHost.Documents;
using NotebookHost.Grading;
using Spectre.Console;
using Progress = NotebookHost.Grading.Progress;

namespace Course.Verbs;

internal sealed class ExercisesVerb : Verb
{
    private readonly Option<string?> lesson = Values.Text("--lesson", "NN", "Only this lesson's exercises.");
    private readonly Option<string?> submission = Values.Text("--submission", "NB", "Check this notebook instead of those in notebooks/.");
    private readonly Option<bool> watch = Values.Flag("--watch", "Check again on every save, until Ctrl-C.");
    private readonly Option<string?> reset = Values.Text("--reset", "ID", "Put the exercise's cell back to its stub.");
    private readonly Option<string?> solution = Values.Text("--solution", "ID", "Show the reference solution, once the exercise is solved.");
    private readonly Option<bool> anyway = Values.Flag("--anyway", "With --solution: show it before the exercise is solved.");

    public ExercisesVerb() : base(
        "exercises",
        "Show your progress over the exercises: done, open, the next hint.",
        "course exercises                             # all lessons",
        "course exercises --lesson 10 --watch         # check on every save of the notebook",
        "course exercises --reset 10.depth",
        "course exercises --solution 10.depth")
    {
        foreach (var option in (Option[])[lesson, submission, watch, reset, solution, anyway])
        {
            Add(option);
        }
    }

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
        if (parsed.GetValue(anyway) && parsed.GetValue(solution) is null)
        {
            throw new UsageException("--anyway goes with --solution ID: it shows a solution before the exercise is solved.");
        }

        var root = CourseFolder.Exercises();
        if (parsed.GetValue(solution) is { } shown)
        {
            return Show(root, Find(root, shown), parsed.GetValue(anyway), terminal);
        }

        var notebook = parsed.GetValue(submission);
        if (notebook is not null)
        {
            // A file that is no notebook would otherwise pass for one without exercises.
            Notebook.Load(File.Exists(notebook) ? notebook : throw new UsageException($"There is no notebook {notebook}."));
        }

        if (parsed.GetValue(reset) is { } id)
        {
            return Reset(root, Find(root, id), notebook, terminal);
        }

        using var desk = new LearnerDesk(root, CourseFolder.Choose(root, parsed.GetValue(lesson) is { } one ? [one] : []), notebook);
        Write(desk, terminal);
        if (!parsed.GetValue(watch))
        {
            return Cli.Success;
        }

        foreach (var save in desk.Saves(token))
        {
            if (save == 0)
            {
                terminal.Out.WriteLine("Watching; save a notebook to check it, Ctrl-C to stop.");
            }

            try
            {
                foreach (var (exercise, known) in desk.CheckChanged(Building(terminal), terminal.Error.WriteLine))
                {
                    terminal.Out.WriteLine(new ExerciseReport(exercise, known.Last, known.Last.Verdict == Verdict.Passed ? 0 : known.Hints).ToText());
                }
            }
            catch (NotebookException e)
            {
                // The next save gets a fresh grading process.
                terminal.Error.WriteLine(e.Message);
            }
        }

        return Cli.Success;
    }

    private static Action Building(Terminal terminal) => () => terminal.Error.WriteLine("Building the checks (tests/Exercises), once ...");

    private static void Write(LearnerDesk desk, Terminal terminal)
    {
        desk.CheckChanged(Building(terminal), terminal.Error.WriteLine);
        var progress = desk.Progress.Read();
        var table = new Table().AddColumns("exercise", "title").AddColumn(new TableColumn("points").RightAligned()).AddColumns("state");
        foreach (var exercise in desk.Exercises)
        {
            var known = progress.GetValueOrDefault(exercise.Id);
            table.AddRow(
                new Text(exercise.Id), new Text(exercise.Title),
                new Text(Points(exercise, known)), new Text(State(known)));
        }

        terminal.Write(table);
        var solved = desk.Exercises.Count(e => progress.GetValueOrDefault(e.Id)?.Last.Verdict == Verdict.Passed);
        terminal.Out.WriteLine($"{solved} of {desk.Exercises.Count} exercises solved.");
        var open = desk.Exercises.FirstOrDefault(e => progress.GetValueOrDefault(e.Id) is { Last.Verdict: not (Verdict.Passed or Verdict.NotAttempted) });
        if (open is not null)
        {
            var known = progress[open.Id];
            terminal.Out.WriteLine(new ExerciseReport(open, known.Last, known.Hints).ToText());
        }
        else if (desk.Exercises.FirstOrDefault(e => progress.GetValueOrDefault(e.Id)?.Last.Verdict != Verdict.Passed) is { } next)
        {
            terminal.Out.WriteLine($"Next: {next.Id} {next.Title}, in notebooks/{next.Lesson}.ipynb.");
        }
    }

    // Hidden checks are the grader's; before the first check it is not known how many points they hold.
    private static string Points(ExerciseFolder exercise, ExerciseProgress? known) => known?.Last.Worth is > 0 and var worth
        ? string.Create(CultureInfo.InvariantCulture, $"{known.Last.Points} of {worth}{(exercise.Points > worth ? $" + {exercise.Points - worth} hidden" : "")}")
        : string.Create(CultureInfo.InvariantCulture, $"0 of {exercise.Points}");

    private static string State(ExerciseProgress? known) => known?.Last.Verdict switch
    {
        null or Verdict.NotAttempted => "open",
        Verdict.Passed => "done",
        Verdict.Partial => "partly",
        Verdict.Invalid => "does not compile",
        Verdict.Refused => "uses what an exercise may not",
        Verdict.Timeout => "takes too long",
        Verdict.Crashed => "breaks down",
        _ => "not right yet",
    };

    private static int Show(string root, ExerciseFolder exercise, bool anyway, Terminal terminal)
    {
        if (exercise.Reference is not { } reference)
        {
            throw new CheckFailedException("This edition of the course holds no solutions; ask your teacher.");
        }

        var known = new Progress(CourseFolder.Of(root)).Read().GetValueOrDefault(exercise.Id);
        if (!anyway && (known is null || known.Last.Worth == 0 || known.Best < known.Last.Worth))
        {
            throw new CheckFailedException($"Exercise {exercise.Id} is not solved yet; its hints are in the lesson. To read the solution now, add --anyway.");
        }

        terminal.Out.WriteLine(reference);
        return Cli.Success;
    }

    private static int Reset(string root, ExerciseFolder exercise, string? notebook, Terminal terminal)
    {
        var path = notebook ?? Path.Combine(CourseFolder.Of(root), "notebooks", exercise.Lesson + ".ipynb");
        var lesson = Notebook.Load(path);
        var cells = lesson.Cells.Where(c => c.Kind == CellKind.Code && ExerciseFolder.IdIn(c.Source) == exercise.Id).ToList();
        if (cells.Count == 0)
        {
            throw new CheckFailedException($"{path} has no cell that begins \"// exercise {exercise.Id} ({exercise.Points})\".");
        }

        foreach (var cell in cells)
        {
            cell.Source = exercise.Stub;
            cell.StripOutputs();
        }

        lesson.Save(path);
        new Progress(CourseFolder.Of(root)).Forget(exercise.Id);
        terminal.Out.WriteLine($"Exercise {exercise.Id} is its stub again in {path}; reload the notebook where it is open.");
        return Cli.Success;
    }

    private static ExerciseFolder Find(string root, string id)
    {
        var all = CourseFolder.Choose(root, []);
        return all.FirstOrDefault(e => e.Id == id)
            ?? throw new UsageException($"There is no exercise \"{id}\".{Nearest.Suggest(id, all.Select(e => e.Id))} The command course exercises lists them.");
    }
}
