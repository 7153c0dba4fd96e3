// The pages of a grading run: one for each student, which shows no hidden check, and the class overview with each exercise's
// difficulty. Every text that came from outside is escaped; there is no script.

using System.Globalization;
using System.Net;
using System.Text;
using NotebookHost.Grading;

namespace Course.Grading;

internal static class HtmlReports
{
    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
        table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}td,th{border-bottom:1px solid #ddd;padding:.3rem .5rem;text-align:left;vertical-align:top}
        td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}.passed{color:#187a3c}.failed{color:#b3261e}.open{color:#777}code{background:#f3f3f3;padding:0 .2em}
        """;

    /// <summary>A student's page.</summary>
    public static string Student(StudentRow row, ClassResults results)
    {
        var body = new StringBuilder();
        body.Append(Invariant($"<h1>{Encode(row.Student)}</h1><p><strong>{row.Total:0.##} of {row.Result.Worth} points.</strong> {Encode(row.Result.Isolation.Length > 0 ? "Graded in isolation (" + row.Result.Isolation + ")." : "")}</p>"));
        foreach (var line in row.Adjustments)
        {
            body.Append(Invariant($"<p>{line.Points:+0.##;-0.##;0} points by hand {Encode(line.Exercise)}: {Encode(line.Reason)}</p>"));
        }

        foreach (var note in row.Result.Notes)
        {
            body.Append(Invariant($"<p class=\"failed\">{Encode(note)}</p>"));
        }

        foreach (var exercise in row.Result.Exercises)
        {
            body.Append(Invariant($"<h2>{Encode(exercise.Id)} {Encode(results.Of(exercise)?.Title ?? "")}</h2><p>{exercise.Points} of {exercise.Worth} {(exercise.Worth == 1 ? "point" : "points")}: {Verdicts.Words(exercise.Verdict)}.</p><table>"));
            foreach (var check in exercise.Checks)
            {
                var (sentence, reason) = check.Hidden ? (JsonReports.HiddenName, "") : (check.Sentence, check.Verdict == Verdict.NotAttempted ? "" : check.Reason);
                body.Append(Invariant($"<tr><td class=\"{Class(check.Verdict)}\">{Mark(check.Verdict)} {Encode(sentence)}</td><td>{Encode(reason)}</td><td class=\"n\">{check.Points} of {check.Worth}</td></tr>"));
            }

            body.Append("</table>");
        }

        return Page(row.Student, body.ToString());
    }

    /// <summary>The class overview.</summary>
    /// <param name="results">The class.</param>
    /// <param name="pages">The file of each student's page, relative; null where no pages were written.</param>
    public static string Overview(ClassResults results, Func<StudentRow, string>? pages)
    {
        var body = new StringBuilder(Invariant($"<h1>Class overview</h1><p>{results.Rows.Count} submissions, {results.Exercises.Count} exercises.</p>"));
        body.Append("<h2>Difficulty of each exercise</h2><p>The part of its points that the class reached; below it, who solved it, who tried.</p>").Append(ClassPlots.Difficulty(results));
        body.Append("<h2>Totals</h2><p>How many students reached which part of all points.</p>").Append(ClassPlots.Totals(results));
        body.Append("<h2>Students</h2><table><tr><th>student</th><th class=\"n\">points</th><th class=\"n\">by hand</th><th class=\"n\">total</th><th>remarks</th></tr>");
        foreach (var row in results.Rows)
        {
            var name = pages is null ? Encode(row.Student) : $"<a href=\"{Encode(pages(row))}\">{Encode(row.Student)}</a>";
            var broken = row.Result.Exercises.SelectMany(e => e.Checks).Where(c => c.Verdict is Verdict.Timeout or Verdict.Crashed or Verdict.Refused).Select(c => Verdicts.Words(c.Verdict)).Distinct();
            body.Append(Invariant($"<tr><td>{name}</td><td class=\"n\">{row.Result.Points} of {row.Result.Worth}</td><td class=\"n\">{row.Adjustments.Sum(a => a.Points):0.##}</td><td class=\"n\">{row.Total:0.##}</td><td>{Encode(string.Join("; ", broken.Concat(row.Result.Notes)))}</td></tr>"));
        }

        return Page("Class overview", body.Append("</table>").ToString());
    }

    private static string Page(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{Encode(title)}</title>
        <style>{Style}</style>
        </head>
        <body>
        {body}
        </body>
        </html>

        """;

    private static string Class(Verdict verdict) => verdict switch { Verdict.Passed => "passed", Verdict.NotAttempted => "open", _ => "failed" };

    // Not by colour alone.
    private static string Mark(Verdict verdict) => verdict switch { Verdict.Passed => "✓", Verdict.NotAttempted => "·", _ => "✗" };

    private static string Encode(string text) => WebUtility.HtmlEncode(Words.Printable(text));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
