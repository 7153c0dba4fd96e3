// The family tree of the architectures: a box for each family, its year on the vertical axis, an arrow for each idea that was
// passed on. Drawn from the registry and its lineage; every front end of the course shows this one.

using System.Globalization;
using System.Text;
using ConvNets.Architectures;
using ConvNets.Lessons;

namespace ConvNets.Plots;

/// <summary>The families of networks as a picture.</summary>
public sealed class FamilyTree : View
{
    private const double Left = 70;
    private const double Edge = 16;
    private const double Head = 56;
    private const double Gap = 40;

    private static readonly (string Branch, string Group, string Words)[] Branches =
    [
        ("plain", "conv", "plain stacks"), ("inside", "linear", "richer layers"), ("inception", "pool", "inception"),
        ("residual", "act", "shortcuts"), ("dense", "norm", "dense"), ("beyond", "end", "transfer and beyond"),
    ];

    private readonly Func<Relative, string?>? link;

    private FamilyTree(Func<Relative, string?>? link) => this.link = link;

    /// <summary>The tree of all families.</summary>
    /// <param name="link">Where a click on a family leads, or null for no link; left out, nothing is linked.</param>
    public static FamilyTree Draw(Func<Relative, string?>? link = null) => new(link);

    /// <inheritdoc/>
    public override string ToHtml() => ToSvg();

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n', Lineage.All.Select(relative =>
        $"{relative.Year}  {relative.Name}: {relative.Idea}"
        + (relative.Parents.Count > 0 ? $" (from {string.Join(", ", relative.Parents.Select(p => Family(p.Id).Name))})" : "")));

    /// <summary>The tree as an SVG document that suits light and dark pages.</summary>
    public string ToSvg()
    {
        var ranks = Ranks();
        var layout = LayeredLayout.Of(Diagram(), ranks, Gap);
        var cells = layout.Cells.ToList();
        var x0 = cells.Min(c => c.X - (c.Width / 2));
        var width = cells.Max(c => c.X + (c.Width / 2)) - x0 + Left + Edge;
        var height = cells.Max(c => c.Y + (c.Height / 2)) + Head + (2 * Edge);
        var (dx, dy) = (Left - x0, Head + Edge);

        var svg = new StringBuilder(BlockDrawing.Open("The family tree of the architectures", Describe(), width, height));
        Years(svg, layout, ranks, dy, width);
        Legend(svg, Left, 18);
        foreach (var way in layout.Ways)
        {
            var (parent, child) = (Family(way[0].Node!.Id), Family(way[^1].Node!.Id));
            var passes = child.Parents.First(p => p.Id == parent.Id).Passes;
            svg.Append("<g>").Append("<title>").Append(Escape($"{parent.Name} to {child.Name}: {passes}")).Append("</title>");
            BlockDrawing.DrawWay(svg, way, dx, dy);
            svg.Append("</g>\n");
        }

        foreach (var cell in cells.Where(c => c.Node is not null))
        {
            Box(svg, Family(cell.Node!.Id), cell, dx, dy);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static Relative Family(string id) => Lineage.All.First(relative => relative.Id == id);

    private static BlockDiagram Diagram() => new(
        "",
        Lineage.All.Select(relative => new BlockNode(relative.Id, relative.Name, relative.Idea)),
        Lineage.All.SelectMany(relative => relative.Parents.Select(parent => new BlockEdge(parent.Id, relative.Id))));

    // Years from top to bottom; within a year, children below their parents.
    private static Dictionary<string, int> Ranks()
    {
        var ranks = new Dictionary<string, int>();
        var next = 0;
        foreach (var year in Lineage.All.GroupBy(relative => relative.Year).OrderBy(year => year.Key))
        {
            int Rank(Relative relative) => relative.Parents
                .Where(parent => Family(parent.Id).Year == year.Key)
                .Select(parent => Rank(Family(parent.Id)) + 1)
                .DefaultIfEmpty(next).Max();

            foreach (var relative in year)
            {
                ranks[relative.Id] = Rank(relative);
            }

            next = year.Max(relative => ranks[relative.Id]) + 1;
        }

        return ranks;
    }

    private static void Years(StringBuilder svg, LayeredLayout layout, Dictionary<string, int> ranks, double dy, double width)
    {
        var shaded = false;
        foreach (var year in Lineage.All.GroupBy(relative => relative.Year).OrderBy(year => year.Key))
        {
            var rows = year.Select(relative => ranks[relative.Id]).Distinct().SelectMany(rank => layout.Ranks[rank]).ToList();
            var top = rows.Min(c => c.Y - (c.Height / 2)) + dy - (Gap / 2);
            var bottom = rows.Max(c => c.Y + (c.Height / 2)) + dy + (Gap / 2);
            if (shaded)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"0\" y=\"{N(top)}\" width=\"{N(width)}\" height=\"{N(bottom - top)}\" fill=\"{BlockDrawing.Fill("other")}\" class=\"bd-other\"/>\n");
            }

            shaded = !shaded;
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"12\" y=\"{N(((top + bottom) / 2) + 5)}\" font-size=\"15\" font-weight=\"600\" text-anchor=\"start\" fill=\"#57606a\" class=\"bd-quiet\">{year.Key}</text>\n");
        }
    }

    /// <summary>The group of colours of a branch; networks that belong to no family are grey.</summary>
    internal static string Group(string? branch) => Branches.FirstOrDefault(b => b.Branch == branch).Group ?? "other";

    /// <summary>What the colours mean, in a line.</summary>
    internal static void Legend(StringBuilder svg, double x, double y)
    {
        foreach (var (_, group, words) in Branches)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"16\" height=\"16\" rx=\"4\" fill=\"{BlockDrawing.Fill(group)}\" stroke=\"#57606a\" stroke-opacity=\"0.5\" class=\"bd-{group}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x + 22)}\" y=\"{N(y + 12.5)}\" font-size=\"12\" text-anchor=\"start\" fill=\"#24292f\" class=\"bd-ink\">{Escape(words)}</text>\n");
            x += 46 + (words.Length * 7);
        }
    }

    private void Box(StringBuilder svg, Relative relative, Cell cell, double dx, double dy)
    {
        var group = Group(relative.Branch);
        var (x, y) = (cell.X + dx, cell.Y + dy);
        var target = link?.Invoke(relative);
        if (target is not null)
        {
            svg.Append($"<a href=\"{Escape(target)}\">");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(x - (cell.Width / 2))}\" y=\"{N(y - (cell.Height / 2))}\" width=\"{N(cell.Width)}\" height=\"{N(cell.Height)}\" rx=\"7\" fill=\"{BlockDrawing.Fill(group)}\" stroke=\"#57606a\" stroke-opacity=\"0.5\" class=\"bd-{group}\"><title>{Escape($"{relative.Name}, {relative.Year}, lesson {relative.Lesson}: {Registry.Find(relative.Id).Paper.Title}")}</title></rect>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(y - 3)}\" font-size=\"13\" font-weight=\"600\" fill=\"#24292f\" class=\"bd-ink\">{Escape(relative.Name)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(y + 13)}\" font-size=\"11\" fill=\"#57606a\" class=\"bd-quiet\">{Escape(relative.Idea)}</text>");
        svg.Append(target is not null ? "</a>\n" : "\n");
    }

    private static string Describe() => string.Join("; ", Lineage.All.Select(relative => $"{relative.Year} {relative.Name}")) + ".";

    private static string N(double value) => BlockDrawing.N(value);
}
