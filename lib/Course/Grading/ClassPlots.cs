// The plots of the class overview, drawn here as SVG: a page that needs nothing else.

using System.Globalization;
using System.Net;
using System.Text;
using NotebookHost.Grading;

namespace Course.Grading;

internal static class ClassPlots
{
    /// <summary>A bar for each exercise: the part of its points that the class reached.</summary>
    public static string Difficulty(ClassResults results)
    {
        const int Row = 34, Left = 170, Width = 560;
        var svg = new StringBuilder(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"Part of the points reached, by exercise\" viewBox=\"0 0 {Left + Width + 60} {results.Exercises.Count * Row + 24}\" style=\"max-width:100%;font:13px system-ui,sans-serif\">"));
        for (var tick = 0; tick <= 100; tick += 25)
        {
            var x = Left + (tick * Width / 100);
            svg.Append(Invariant($"<line x1=\"{x}\" x2=\"{x}\" y1=\"0\" y2=\"{results.Exercises.Count * Row}\" stroke=\"#ddd\"/><text x=\"{x}\" y=\"{results.Exercises.Count * Row + 16}\" text-anchor=\"middle\" fill=\"#555\">{tick} %</text>"));
        }

        for (var i = 0; i < results.Exercises.Count; i++)
        {
            var all = results.Over(results.Exercises[i].Id).ToList();
            var worth = all.Sum(e => e.Worth);
            var part = worth == 0 ? 0 : (double)all.Sum(e => e.Points) / worth;
            var (solved, tried) = (all.Count(e => e.Verdict == Verdict.Passed), all.Count(e => e.Verdict != Verdict.NotAttempted));
            svg.Append(Invariant($"<text x=\"{Left - 8}\" y=\"{(i * Row) + 15}\" text-anchor=\"end\">{WebUtility.HtmlEncode(results.Exercises[i].Id)}</text>"));
            svg.Append(Invariant($"<text x=\"{Left - 8}\" y=\"{(i * Row) + 28}\" text-anchor=\"end\" fill=\"#777\" font-size=\"10\">{solved} solved, {tried} tried</text>"));
            svg.Append(Invariant($"<rect x=\"{Left}\" y=\"{(i * Row) + 5}\" width=\"{part * Width:0.#}\" height=\"{Row - 14}\" fill=\"#0072b2\"/><text x=\"{Left + (part * Width) + 6:0.#}\" y=\"{(i * Row) + 20}\">{100 * part:0} %</text>"));
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>A column for each tenth of all points: how many students ended in it.</summary>
    public static string Totals(ClassResults results)
    {
        const int Bins = 10, Column = 68, Height = 160, Left = 20;
        var counts = new int[Bins];
        foreach (var row in results.Rows.Where(r => r.Result.Worth > 0))
        {
            counts[(int)Math.Clamp(row.Total / row.Result.Worth * Bins, 0, Bins - 1)]++;
        }

        var most = Math.Max(1, counts.Max());
        var svg = new StringBuilder(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"Students by part of the points\" viewBox=\"0 0 {(Bins * Column) + (2 * Left)} {Height + 48}\" style=\"max-width:100%;font:13px system-ui,sans-serif\">"));
        for (var bin = 0; bin < Bins; bin++)
        {
            var (x, height) = (Left + (bin * Column), counts[bin] * Height / most);
            svg.Append(Invariant($"<rect x=\"{x + 4}\" y=\"{Height + 20 - height}\" width=\"{Column - 8}\" height=\"{height}\" fill=\"#0072b2\"/>"));
            svg.Append(Invariant($"<text x=\"{x + (Column / 2)}\" y=\"{Height + 14 - height}\" text-anchor=\"middle\">{counts[bin]}</text>"));
            svg.Append(Invariant($"<text x=\"{x + (Column / 2)}\" y=\"{Height + 38}\" text-anchor=\"middle\" fill=\"#555\">{bin * 10}-{(bin * 10) + 10} %</text>"));
        }

        return svg.Append(Invariant($"<line x1=\"{Left}\" x2=\"{Left + (Bins * Column)}\" y1=\"{Height + 20}\" y2=\"{Height + 20}\" stroke=\"#777\"/></svg>")).ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
