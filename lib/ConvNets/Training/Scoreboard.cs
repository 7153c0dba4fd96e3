// The claims of a lesson, or of the whole course, side by side.

using System.Collections;
using System.Globalization;
using System.Text;
using ConvNets.Lessons;

namespace ConvNets.Training;

/// <summary>An ordered set of claims; adding a claim with a known id replaces it, so that a cell can run twice.</summary>
public sealed class Scoreboard : View, IReadOnlyCollection<Claim>
{
    private readonly List<Claim> claims = [];

    /// <summary>An empty board, or one that holds <paramref name="claims"/>.</summary>
    public Scoreboard(params IEnumerable<Claim> claims)
    {
        foreach (var claim in claims)
        {
            Add(claim);
        }
    }

    /// <inheritdoc/>
    public int Count => claims.Count;

    /// <summary>How many claims held.</summary>
    public int Held => claims.Count(c => c.Holds);

    /// <summary>Adds a claim and gives it back, so that a cell can show it.</summary>
    public Claim Add(Claim claim)
    {
        var at = claims.FindIndex(c => c.Id == claim.Id);
        if (at >= 0)
        {
            claims[at] = claim;
        }
        else
        {
            claims.Add(claim);
        }

        return claim;
    }

    /// <summary>The board as an HTML table that follows the page's colours.</summary>
    public override string ToHtml() => $"{Table()}<p>{Summary}</p>";

    private string Table()
    {
        var html = new StringBuilder("<table class=\"scoreboard\"><thead><tr><th></th><th style=\"text-align:left\">claim</th><th style=\"text-align:left\">paper</th><th>expected</th><th>measured</th><th>seeds</th></tr></thead><tbody>");
        foreach (var c in claims)
        {
            html.Append(c.Holds ? "<tr class=\"holds\"><td title=\"holds\">✓</td>" : "<tr class=\"fails\"><td title=\"does not hold\">✗</td>")
                .Append("<td style=\"text-align:left\">").Append(Escape(c.Sentence));
            if (c.Note.Length > 0)
            {
                html.Append("<br><small>").Append(Escape(c.Note)).Append("</small>");
            }

            html.Append("</td><td style=\"text-align:left\">").Append(Escape(c.Paper))
                .Append("</td><td>").Append(Escape(c.Expected))
                .Append("</td><td>").Append(Escape(c.MeasuredText))
                .Append("</td><td>").Append(c.Seeds.ToString(CultureInfo.InvariantCulture)).Append("</td></tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    /// <summary>The board lesson by lesson: how many claims held in each, and its table behind a click; open where there is one lesson.</summary>
    /// <param name="title">The title of a lesson, from the name that its claims carry.</param>
    public string ToHtml(Func<string, string> title)
    {
        var lessons = claims.GroupBy(c => c.Lesson).ToList();
        var html = new StringBuilder("<p>").Append(Summary).Append("</p>");
        foreach (var lesson in lessons)
        {
            var board = new Scoreboard(lesson);
            html.Append("<details class=\"board\"").Append(lessons.Count == 1 ? " open" : "").Append("><summary>").Append(Escape(title(lesson.Key)))
                .Append(CultureInfo.InvariantCulture, $" <span>{board.Held} of {board.Count} held</span></summary><div class=\"wide\">")
                .Append(board.Table()).Append("</div></details>");
        }

        return html.ToString();
    }

    /// <summary>How many of how many held, as a sentence.</summary>
    public string Summary => claims.Count switch
    {
        0 => "No claim was measured.",
        1 => Held == 1 ? "The claim held." : "The claim did not hold.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Held} of {claims.Count} claims held."),
    };

    /// <inheritdoc/>
    public override string ToText()
    {
        var text = new StringBuilder();
        foreach (var c in claims)
        {
            text.Append(c.Holds ? "✓ " : "✗ ").Append(c.Sentence).Append(" — expected ").Append(c.Expected)
                .Append(", measured ").Append(c.MeasuredText).AppendLine();
        }

        return text.Append(Summary).ToString();
    }

    /// <inheritdoc/>
    public IEnumerator<Claim> GetEnumerator() => claims.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
