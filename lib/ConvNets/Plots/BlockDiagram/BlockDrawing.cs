// Draws a laid-out diagram as SVG: boxes coloured by what a layer does, arrows, shapes of tensors in small print. Dark
// pages get other colours by style; without style the picture is a light one.

using System.Globalization;
using System.Net;
using System.Text;

namespace ConvNets.Plots;

/// <summary>Draws block diagrams.</summary>
internal static class BlockDrawing
{
    private const double Margin = 16;
    private const double KindSize = 13;
    private const double SmallSize = 11;
    private const double Joint = 13;

    // Fill in light, fill in dark, by what a layer does.
    private static readonly Dictionary<string, (string Light, string Dark)> Colors = new(StringComparer.Ordinal)
    {
        ["conv"] = ("#cfe5f5", "#0f3a57"),
        ["norm"] = ("#e9dcf2", "#3d2a4d"),
        ["act"] = ("#fbe3cf", "#573012"),
        ["pool"] = ("#cdeee3", "#0c4536"),
        ["linear"] = ("#f7e8bd", "#4d3a05"),
        ["end"] = ("#e6e8eb", "#2b323b"),
        ["other"] = ("#eef0f2", "#21272f"),
    };

    /// <summary>The size of a layer's box.</summary>
    public static (double Width, double Height) Size(BlockNode node)
    {
        if (Symbol(node) is not null)
        {
            return (2 * Joint, 2 * Joint);
        }

        var width = Math.Max(Width(node.Kind, KindSize), Math.Max(Width(node.Detail, SmallSize), Width(node.Output, SmallSize)));
        var lines = 1 + (node.Detail is null ? 0 : 1) + (node.Output is null ? 0 : 1);
        return (Math.Max(96, width + 24), 14 + (16 * lines));
    }

    public static string Draw(BlockDiagram diagram, LayeredLayout layout)
    {
        var cells = layout.Cells.ToList();
        var left = cells.Min(c => c.X - (c.Width / 2));
        var right = cells.Max(c => c.X + (c.Width / 2));
        var head = diagram.Title.Length > 0 ? 30 : 0;
        var width = Math.Max(right - left, Width(diagram.Title, 16)) + (2 * Margin);
        var height = cells.Max(c => c.Y + (c.Height / 2)) + (2 * Margin) + head;
        var (dx, dy) = (((width - (right - left)) / 2) - left, Margin + head);

        var title = diagram.Title.Length > 0 ? diagram.Title : "Block diagram";
        var svg = new StringBuilder(Open(title, Describe(diagram), width, height));
        if (diagram.Title.Length > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(Margin)}\" y=\"{N(Margin + 12)}\" font-size=\"16\" font-weight=\"600\" text-anchor=\"start\" fill=\"#24292f\" class=\"bd-ink\">{Escape(diagram.Title)}</text>\n");
        }

        foreach (var way in layout.Ways)
        {
            DrawWay(svg, way, dx, dy);
        }

        foreach (var cell in cells.Where(c => c.Node is not null))
        {
            DrawNode(svg, cell.Node!, cell.X + dx, cell.Y + dy, cell.Width, cell.Height);
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>The beginning of a picture: size, title for readers of all kinds, style for light and dark, the paper.</summary>
    public static string Open(string title, string description, double width, double height) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(width)} {N(height)}\" width=\"{N(width)}\" height=\"{N(height)}\" role=\"img\" aria-label=\"{Escape(title)}\" font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif\" text-anchor=\"middle\" style=\"max-width:100%;height:auto\">\n"
        + $"<title>{Escape(title)}</title>\n<desc>{Escape(description)}</desc>\n"
        + Style()
        + $"<rect width=\"{N(width)}\" height=\"{N(height)}\" fill=\"#ffffff\" class=\"bd-paper\"/>\n";

    /// <summary>The light fill of a group of layers; class <c>bd-GROUP</c> carries the dark one.</summary>
    public static string Fill(string group) => Colors[group].Light;

    public static void DrawWay(StringBuilder svg, List<Cell> way, double dx, double dy)
    {
        var (from, to) = (way[0], way[^1]);
        var path = new StringBuilder($"M{N(from.X + dx)},{N(from.Y + (from.Height / 2) + dy)}");
        var (px, py) = (from.X, from.Y + (from.Height / 2));
        foreach (var cell in way.Skip(1))
        {
            var (x, y) = (cell.X, cell.Y - (cell.Height / 2) - (cell == to ? 5 : 0));
            var middle = (py + y) / 2;
            path.Append(Math.Abs(x - px) < 0.5
                ? $"L{N(x + dx)},{N(y + dy)}"
                : $"C{N(px + dx)},{N(middle + dy)} {N(x + dx)},{N(middle + dy)} {N(x + dx)},{N(y + dy)}");
            (px, py) = (x, y);
            if (cell != to)
            {
                py = cell.Y + (cell.Height / 2);
                path.Append($"L{N(x + dx)},{N(py + dy)}");
            }
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"none\" stroke=\"#57606a\" stroke-width=\"1.5\" class=\"bd-line\"/>\n");
        var (tx, ty) = (to.X + dx, to.Y - (to.Height / 2) + dy);
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{N(tx)},{N(ty)}l-4,-7h8z\" fill=\"#57606a\" class=\"bd-tip\"/>\n");
    }

    private static void DrawNode(StringBuilder svg, BlockNode node, double x, double y, double width, double height)
    {
        if (Symbol(node) is { } symbol)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(Joint)}\" fill=\"#ffffff\" stroke=\"#57606a\" stroke-width=\"1.5\" class=\"bd-paper bd-line\"><title>{Escape(Words(node))}</title></circle>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(y + 5.5)}\" font-size=\"16\" fill=\"#24292f\" class=\"bd-ink\">{symbol}</text>\n");
            return;
        }

        var group = Group(node);
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(x - (width / 2))}\" y=\"{N(y - (height / 2))}\" width=\"{N(width)}\" height=\"{N(height)}\" rx=\"6\" fill=\"{Colors[group].Light}\" stroke=\"#57606a\" stroke-opacity=\"0.5\" class=\"bd-{group}\"><title>{Escape(Words(node))}</title></rect>\n");
        var baseline = y - (height / 2) + 7 + 13;
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(baseline)}\" font-size=\"{N(KindSize)}\" font-weight=\"600\" fill=\"#24292f\" class=\"bd-ink\">{Escape(node.Kind)}</text>\n");
        foreach (var line in new[] { node.Detail, node.Output }.OfType<string>())
        {
            baseline += 16;
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(baseline)}\" font-size=\"{N(SmallSize)}\" fill=\"#57606a\" class=\"bd-quiet\">{Escape(line)}</text>\n");
        }
    }

    private static string Style()
    {
        (string Rule, string Value)[] dark =
        [
            (".bd-paper", "fill:var(--paper,#0d1117)"), (".bd-ink", "fill:#e6edf3"), (".bd-quiet", "fill:#9ea7b3"), (".bd-line", "stroke:#8b949e"), (".bd-tip", "fill:#8b949e"),
            .. Colors.Select(c => ($".bd-{c.Key}", $"fill:{c.Value.Dark}")),
        ];
        var system = string.Concat(dark.Select(d => $":root:not([data-theme=light]) {d.Rule}{{{d.Value}}}"));
        var page = string.Concat(dark.Select(d => $":root[data-theme=dark] {d.Rule}{{{d.Value}}}"));
        return $"<style>@media (prefers-color-scheme:dark){{{system}}}{page}</style>\n";
    }

    private static string? Symbol(BlockNode node) => node.Kind.ToLowerInvariant() switch
    {
        "add" or "sum" or "+" => "+",
        "concat" or "cat" => "‖",
        "multiply" or "mul" or "scale" => "×",
        _ => null,
    };

    private static string Group(BlockNode node)
    {
        var kind = node.Kind.ToLowerInvariant();
        bool Has(params string[] words) => words.Any(w => kind.Contains(w, StringComparison.Ordinal));
        return Has("conv") ? "conv"
            : Has("norm") ? "norm"
            : Has("relu", "tanh", "sigmoid", "softmax", "silu", "gelu", "swish", "dropout", "maxout") ? "act"
            : Has("pool") ? "pool"
            : Has("linear", "fc") ? "linear"
            : Has("input", "output") ? "end" : "other";
    }

    private static string Words(BlockNode node) => string.Join(", ", new[] { node.Kind, node.Detail, node.Output is null ? null : $"output {node.Output}", node.Id }.OfType<string>());

    private static string Describe(BlockDiagram diagram) =>
        string.Create(CultureInfo.InvariantCulture, $"{diagram.Nodes.Count} layers: {string.Join(", ", diagram.Nodes.Take(40).Select(n => n.Detail is null ? n.Kind : $"{n.Kind} {n.Detail}"))}.");

    // No font can be measured here; 0.6 of the size is the mean advance of wide sans-serif fonts.
    private static double Width(string? text, double size) => (text?.Length ?? 0) * size * 0.6;

    public static string Escape(string text) => WebUtility.HtmlEncode(new string([.. text.Where(c => c >= ' ' || c is '\t' or '\n')]));

    public static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
