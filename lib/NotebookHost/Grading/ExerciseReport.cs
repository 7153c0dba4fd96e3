// The result of an exercise as a learner sees it: each check in a sentence, what was asked, what came, what was expected, the
// points, the next hint. Everything that came from code is escaped.

using System.Globalization;
using System.Text;
using ConvNets.Lessons;
using NotebookHost.Html;

namespace NotebookHost.Grading;

/// <summary>A view of a result.</summary>
/// <param name="exercise">The exercise.</param>
/// <param name="result">What came of it.</param>
/// <param name="hint">The number of the hint to show, from 1; 0 for none.</param>
/// <param name="note">A sentence at the end, or empty.</param>
public sealed class ExerciseReport(ExerciseFolder exercise, ExerciseResult result, int hint, string note = "") : View
{
    /// <inheritdoc/>
    public override string ToHtml()
    {
        var html = new StringBuilder("<div class=\"exercise\">");
        html.Append(CultureInfo.InvariantCulture, $"<p><strong>{Escape(exercise.Title)}</strong>: {Escape(Points)}.{Escape(More)}</p>");
        html.Append("<table class=\"data\"><thead><tr><th></th><th style=\"text-align:left\">check</th><th style=\"text-align:left\">what happened</th><th style=\"text-align:right\">points</th></tr></thead><tbody>");
        foreach (var check in result.Checks)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Mark(check)}</td><td style=\"text-align:left\">{Escape(check.Sentence)}</td><td style=\"text-align:left\">{Happened(check)}</td><td style=\"text-align:right\">{check.Points} of {check.Worth}</td></tr>");
        }

        html.Append("</tbody></table>");
        if (Hint is { } text)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><em>Hint {hint}:</em> {HtmlMath.Mark(InlineCode(Escape(text)))}</p>");
        }

        return html.Append(note.Length > 0 ? $"<p>{Escape(note)}</p>" : "").Append("</div>").ToString();
    }

    /// <inheritdoc/>
    public override string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{exercise.Id} {exercise.Title}: {Points}.{More}\n");
        foreach (var check in result.Checks)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Mark(check)} {check.Sentence} ({check.Points} of {check.Worth})\n");
            if (check.Reason.Length > 0 && check.Verdict != Verdict.NotAttempted)
            {
                text.Append(CultureInfo.InvariantCulture, $"      {check.Reason}\n");
                if (check.Asked.Length > 0 && !check.Reason.Contains(check.Asked, StringComparison.Ordinal))
                {
                    text.Append(CultureInfo.InvariantCulture, $"      asked: {check.Asked}\n");
                }
            }
        }

        if (Hint is { } line)
        {
            text.Append(CultureInfo.InvariantCulture, $"  Hint {hint}: {line}\n");
        }

        return (note.Length > 0 ? text.Append(CultureInfo.InvariantCulture, $"  {note}\n") : text).ToString().TrimEnd();
    }

    private string Points => result.Verdict == Verdict.NotAttempted
        ? $"not attempted yet, {result.Worth} {Plural(result.Worth)} to gain"
        : $"{result.Points} of {result.Worth} {Plural(result.Worth)}";

    // Without this line full points here would seem to be full points of the teacher's.
    private string More => exercise.Points > result.Worth && !result.Checks.Any(c => c.Hidden)
        ? $" Hidden checks add up to {exercise.Points - result.Worth} when it is graded."
        : "";

    private string? Hint => hint > 0 && hint <= exercise.Hints.Count ? exercise.Hints[hint - 1] : null;

    private static string Plural(int points) => points == 1 ? "point" : "points";

    private static string Mark(CheckResult check) => check.Verdict switch { Verdict.Passed => "✓", Verdict.NotAttempted => "·", _ => "✗" };

    private static string Happened(CheckResult check)
    {
        if (check.Verdict is Verdict.Passed or Verdict.NotAttempted)
        {
            return check.Verdict == Verdict.Passed ? "holds" : "not written yet";
        }

        var html = new StringBuilder(Escape(check.Reason));
        if (check.Asked.Length > 0 && !check.Reason.Contains(check.Asked, StringComparison.Ordinal))
        {
            html.Append("<br>asked: <code>").Append(Escape(check.Asked)).Append("</code>");
        }

        if (check.Printed.Length > 0)
        {
            html.Append("<details><summary>printed</summary><pre>").Append(Escape(check.Printed)).Append("</pre></details>");
        }

        return html.ToString();
    }

    // Hints hold `code` and formulas; every other character is text.
    private static string InlineCode(string escaped)
    {
        var parts = escaped.Split('`');
        return parts.Length % 2 == 0 ? escaped : string.Concat(parts.Select((p, i) => i % 2 == 1 ? $"<code>{p}</code>" : p));
    }
}
