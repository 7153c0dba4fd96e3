// grades.csv: one row for each student. A spreadsheet must not take a cell for a formula, so text that could be one is made text
// by an apostrophe (CWE-1236).

using System.Globalization;
using System.Text;

namespace Course.Grading;

internal static class CsvReport
{
    /// <summary>The file's text.</summary>
    public static string Write(ClassResults results)
    {
        var csv = new StringBuilder();
        Row(csv, ["student", "points", "worth", "by hand", "total", .. results.Exercises.Select(e => e.Id), "notes"]);
        foreach (var row in results.Rows)
        {
            var byExercise = row.Result.Exercises.ToDictionary(e => e.Id, e => e.Points);
            Row(csv,
            [
                Text(row.Student), Number(row.Result.Points), Number(row.Result.Worth), Number(row.Adjustments.Sum(a => a.Points)), Number(row.Total),
                .. results.Exercises.Select(e => byExercise.TryGetValue(e.Id, out var points) ? Number(points) : ""),
                Text(string.Join(" ", row.Result.Notes.Concat(row.Adjustments.Select(a => string.Join(' ', ((string[])[Number(a.Points), a.Exercise, a.Reason]).Where(p => p.Length > 0)))))),
            ]);
        }

        return csv.ToString();
    }

    /// <summary>Text that no spreadsheet runs.</summary>
    internal static string Text(string text)
    {
        var line = Sentences.OneLine(text);
        return line.Length > 0 && (line[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '|' or '%' || char.IsControl(line[0])) ? "'" + line : line;
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static void Row(StringBuilder csv, IEnumerable<string> cells) =>
        csv.Append(string.Join(',', cells.Select(c => c.AsSpan().ContainsAny(",\"\r\n'") ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c))).Append('\n');
}
