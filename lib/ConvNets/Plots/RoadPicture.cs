// Every network in one picture: a row for each, by year, and in each column a dot on its own axis with the number beside it:
// depth, parameters, multiply-adds, receptive field, published accuracy, measured time. What is not known stays empty.

using System.Globalization;
using System.Text;
using ConvNets.Architectures;
using ConvNets.Lessons;
using static ConvNets.Plots.BlockDrawing;

namespace ConvNets.Plots;

/// <summary>A network of the picture.</summary>
/// <param name="Id">Its id in the registry.</param>
/// <param name="TopFive">Published top-5 accuracy on ImageNet in percent, or null.</param>
/// <param name="Cifar">Published accuracy on CIFAR-10 in percent, or null.</param>
/// <param name="Milliseconds">Measured time of one picture, or null.</param>
public sealed record RoadStop(string Id, double? TopFive = null, double? Cifar = null, double? Milliseconds = null);

/// <summary>All networks of a road as one picture, in the order of their years.</summary>
public sealed class RoadPicture : View
{
    private const double Row = 16;
    private const double Top = 112;
    private const double Names = 60;
    private const double First = 246;
    private const double Wide = 112;
    private const double Scale = 54;

    private static readonly Column[] Columns =
    [
        new("depth", "layers", Logarithmic: true, row => row.Depth, v => v.ToString("0", CultureInfo.InvariantCulture)),
        new("parameters", "", true, row => row.Parameters, Short),
        new("MACs", "one picture", true, row => row.Macs, Short),
        new("field", "input pixels", true, row => row.Field, v => v.ToString("0", CultureInfo.InvariantCulture)),
        new("ImageNet", "top-5 accuracy, %", false, row => row.Stop.TopFive, v => v.ToString("0.0", CultureInfo.InvariantCulture)),
        new("CIFAR-10", "accuracy, %", false, row => row.Stop.Cifar, v => v.ToString("0.0", CultureInfo.InvariantCulture)),
        new("time here", "ms, one picture", true, row => row.Stop.Milliseconds, v => v.ToString(v < 10 ? "0.0" : "0", CultureInfo.InvariantCulture)),
    ];

    private readonly string title;
    private readonly List<Line> rows;

    private RoadPicture(string title, IEnumerable<RoadStop> stops)
    {
        this.title = title;
        rows = [.. stops.Select(Read).OrderBy(row => row.Year)];
    }

    /// <summary>The picture of these networks; depth, parameters, multiply-adds and field come from their layer tables.</summary>
    /// <param name="title">Title of the picture.</param>
    /// <param name="stops">The networks.</param>
    /// <exception cref="ArgumentException">None is given, or the registry does not know one.</exception>
    public static RoadPicture Draw(string title, IReadOnlyCollection<RoadStop> stops) => stops.Count > 0
        ? new(title, stops)
        : throw new ArgumentException("A picture of the road needs at least one network.", nameof(stops));

    /// <inheritdoc/>
    public override string ToHtml() => ToSvg();

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n', rows.Select(Words));

    /// <summary>The picture as an SVG document that suits light and dark pages.</summary>
    public string ToSvg()
    {
        var width = First + (Columns.Length * Wide) + 8;
        var bottom = Top + (Row * rows.Count);
        var svg = new StringBuilder(Open(title, $"{rows.Count} networks from {rows[0].Year} to {rows[^1].Year}.", width, bottom + 16));
        Text(svg, title, 16, 26, 16, "start", "bd-ink", bold: true);
        FamilyTree.Legend(svg, 16, 38);
        Years(svg, width);
        foreach (var (i, column) in Columns.Index())
        {
            Draw(svg, column, First + (i * Wide), bottom);
        }

        foreach (var (i, row) in rows.Index())
        {
            Text(svg, row.Stop.Id, Names, Top + (i * Row) + 12, 11, "start", "bd-ink", words: Words(row));
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static Line Read(RoadStop stop)
    {
        var table = Registry.Table(stop.Id);
        return new(stop, Registry.Find(stop.Id).Paper.Year, Lineage.Find(stop.Id)?.Branch, table.Depth, table.Parameters, table.Macs, table.ReceptiveField);
    }

    private void Years(StringBuilder svg, double width)
    {
        var (y, shaded) = (Top, true);
        foreach (var year in rows.GroupBy(row => row.Year))
        {
            var height = Row * year.Count();
            if (shaded)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"0\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" fill=\"{Fill("other")}\" class=\"bd-other\"/>\n");
            }

            Text(svg, $"{year.Key}", 12, y + 13, 13, "start", "bd-quiet", bold: true);
            (y, shaded) = (y + height, !shaded);
        }
    }

    private void Draw(StringBuilder svg, Column column, double x, double bottom)
    {
        double Place(double value) => column.Logarithmic ? Math.Log10(value) : value;
        Text(svg, column.Name, x, Top - 34, 12, "start", "bd-ink", bold: true);
        Text(svg, column.Unit, x, Top - 20, 10, "start", "bd-quiet");
        var known = rows.Select(column.Value).OfType<double>().Where(value => value > 0).ToList();
        if (known.Count == 0)
        {
            return;
        }

        var (low, high) = (known.Min(Place), known.Max(Place));
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{N(x)},{N(Top - 6)}V{N(bottom)}M{N(x + Scale)},{N(Top - 6)}V{N(bottom)}\" stroke=\"#57606a\" stroke-opacity=\"0.35\" class=\"bd-line\"/>\n");
        Text(svg, column.Format(known.Min()), x, Top - 8, 9, "middle", "bd-quiet");
        Text(svg, column.Format(known.Max()), x + Scale, Top - 8, 9, "middle", "bd-quiet");
        foreach (var (i, row) in rows.Index())
        {
            if (column.Value(row) is not { } value || value <= 0)
            {
                continue;
            }

            var at = x + (high > low ? Scale * (Place(value) - low) / (high - low) : Scale / 2);
            var y = Top + (i * Row) + (Row / 2);
            var group = FamilyTree.Group(row.Branch);
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{N(at)}\" cy=\"{N(y)}\" r=\"4.5\" fill=\"{Fill(group)}\" stroke=\"#57606a\" class=\"bd-{group} bd-line\"><title>{Escape($"{row.Stop.Id}: {column.Name} {column.Format(value)} {column.Unit}".TrimEnd())}</title></circle>\n");
            Text(svg, column.Format(value), x + Wide - 14, y + 3.5, 10, "end", "bd-ink");
        }
    }

    private static string Words(Line row) => $"{row.Year}  {row.Stop.Id}: " + string.Join(", ", Columns
        .Where(column => column.Value(row) is not null)
        .Select(column => $"{column.Name} {column.Format(column.Value(row)!.Value)}{(column.Unit.Length > 0 ? $" ({column.Unit})" : "")}"));

    private static string Short(double value) => value switch
    {
        >= 1e9 => (value / 1e9).ToString("0.0", CultureInfo.InvariantCulture) + " G",
        >= 1e6 => (value / 1e6).ToString(value < 1e7 ? "0.0" : "0", CultureInfo.InvariantCulture) + " M",
        >= 1e3 => (value / 1e3).ToString("0", CultureInfo.InvariantCulture) + " k",
        _ => value.ToString("0", CultureInfo.InvariantCulture),
    };

    private static void Text(StringBuilder svg, string text, double x, double y, double size, string anchor, string style, bool bold = false, string? words = null) => svg.Append(
        $"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\"{(bold ? " font-weight=\"600\"" : "")} text-anchor=\"{anchor}\" fill=\"{(style == "bd-ink" ? "#24292f" : "#57606a")}\" class=\"{style}\">{(words is null ? "" : $"<title>{Escape(words)}</title>")}{Escape(text)}</text>\n");

    private sealed record Line(RoadStop Stop, int Year, string? Branch, double Depth, double Parameters, double Macs, double Field);

    private sealed record Column(string Name, string Unit, bool Logarithmic, Func<Line, double?> Value, Func<double, string> Format);
}
