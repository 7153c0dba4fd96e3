// The full profile of every lesson in minutes: the widths, depths and picture sizes of the full run, with epochs, seeds and
// pictures cut to what one or two steps need. It shows that nothing stops at full scale; what it measures means nothing.

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Course;
using NotebookHost.Documents;
using NotebookHost.Headless;
using NotebookHost.Session;

namespace Bench;

internal static class FullRehearsal
{
    /// <summary>Runs the lessons, all where none is named, and says of each whether it came to its end.</summary>
    /// <param name="data">Folder of the pictures.</param>
    /// <param name="pages">Folder for the executed notebooks and their pages; null writes none.</param>
    /// <param name="names">Lessons by number or name.</param>
    public static int Run(string data, string? pages, IReadOnlyList<string> names)
    {
        var cuts = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "full-cuts.json")))!;

        // Inside the course's folder, where a lesson finds the exercises' checks.
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, $"full-{Environment.ProcessId}")).FullName;
        try
        {
            var rows = new List<string>();
            var failed = 0;
            foreach (var lesson in Lesson.Find(NotebooksFolder.Find(), names))
            {
                var path = Path.Combine(folder, lesson.Name + ".ipynb");
                Shortened(lesson, cuts["*"].Concat(cuts[lesson.Name])).Save(path);
                var outcome = LessonRuns.Run(folder, path, "full", data, pages, new SlowCells());
                rows.Add(Row(lesson, outcome));
                Console.WriteLine(rows[^1]);
                failed += outcome.Report.Succeeded ? 0 : 1;
            }

            Console.WriteLine($"\n| lesson | minutes | cells | result |\n| --- | --: | --: | --- |\n{string.Join('\n', rows)}");
            return failed == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Row(Lesson lesson, LessonOutcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {lesson.Name} | {outcome.Report.Duration.TotalMinutes:0.0} | {outcome.Report.Notebook.Cells.Count(c => c.Kind == CellKind.Code)} | {(outcome.Report.Succeeded ? "came to its end" : LessonRuns.Why(outcome))} |");

    private static Notebook Shortened(Lesson lesson, IEnumerable<KeyValuePair<string, string>> cuts)
    {
        var notebook = Notebook.Load(lesson.Path);
        foreach (var (text, instead) in cuts)
        {
            var cells = notebook.Cells.Where(c => c.Kind == CellKind.Code && c.Source.Contains(text, StringComparison.Ordinal)).ToList();
            if (cells.Count == 0)
            {
                throw new NotebookException($"{lesson.Name} has no cell with \"{text}\"; bring tests/Bench/full-cuts.json up to date.");
            }

            foreach (var cell in cells)
            {
                cell.Source = cell.Source.Replace(text, instead, StringComparison.Ordinal);
            }
        }

        return notebook;
    }

    // A lesson of many minutes shows where they go.
    private sealed class SlowCells : ICourseProgress
    {
        private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);
        private string heading = "";

        public void LessonStarted(Lesson lesson)
        {
        }

        public void CellStarted(Lesson lesson, int cell, int cells, string heading) => this.heading = heading;

        public void Text(Lesson lesson, string stream, string text)
        {
        }

        public void Claim(Lesson lesson, JsonObject claim)
        {
        }

        public void CellEnded(Lesson lesson, int cell, TimeSpan duration, CellError? error)
        {
            if (duration >= Slow)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {lesson.Name[..2]}, cell {cell}, {heading}: {duration.TotalSeconds:0} s"));
            }
        }

        public void LessonEnded(LessonOutcome outcome)
        {
        }
    }
}
