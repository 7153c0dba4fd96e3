// The full profile of every lesson in minutes: the widths, depths and picture sizes of the full run, with epochs, seeds and
// pictures cut to what one or two steps need. It shows that nothing stops at full scale; what it measures means nothing.

using System.Globalization;
using System.Text.Json;
using Course;
using NotebookHost.Documents;
using NotebookHost.Headless;

namespace Bench;

internal static class FullRehearsal
{
    /// <summary>Runs the lessons, all where none is named, and says of each whether it came to its end.</summary>
    /// <param name="data">Folder of the pictures.</param>
    /// <param name="names">Lessons by number or name.</param>
    public static int Run(string data, IReadOnlyList<string> names)
    {
        var cuts = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "full-cuts.json")))!;

        // Inside the course's folder, where a lesson finds the exercises' checks.
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, $"full-{Environment.ProcessId}")).FullName;
        try
        {
            var failed = 0;
            foreach (var lesson in Lesson.Find(NotebooksFolder.Find(), names))
            {
                var path = Path.Combine(folder, lesson.Name + ".ipynb");
                Shortened(lesson, cuts["*"].Concat(cuts[lesson.Name])).Save(path);
                var outcome = LessonRuns.Run(folder, path, "full", data);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{lesson.Name,-40} {outcome.Report.Duration.TotalSeconds,6:0} s  {(outcome.Report.Succeeded ? "came to its end" : LessonRuns.Why(outcome))}"));
                failed += outcome.Report.Succeeded ? 0 : 1;
            }

            return failed == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

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
}
