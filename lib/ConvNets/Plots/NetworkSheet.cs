// One sheet about a network: how its receptive field grows over depth against the size of the picture, and what each resolution costs.
// Layers that already see the whole picture are drawn in another colour (Richter et al., 2021, "Should you go deeper?").

using System.Globalization;
using System.Text;
using ConvNets.Geometry;
using ConvNets.Lessons;
using static ConvNets.Plots.BlockDrawing;

namespace ConvNets.Plots;

/// <summary>Receptive field growth, parameters and multiply-accumulates of a network as a picture.</summary>
/// <param name="title">Title of the sheet.</param>
/// <param name="table">The network's layer table.</param>
public sealed class NetworkSheet(string title, LayerTable table) : View
{
    private const double Width = 920;
    private const double Left = 64;
    private const double Right = Width - 24;
    private const double Top = 92;
    private const double Bottom = 320;
    private const double Row = 26;
    private const double BarsFrom = 300;

    private readonly List<Layer> windows = [.. table.Layers.Where(layer => layer.Kernel is not null && !layer.Auxiliary && !layer.Global)];
    private readonly List<Resolution> resolutions = [.. table.Resolutions];
    private readonly HashSet<int> unproductive = [.. table.Unproductive.Select(layer => layer.Id)];
    private readonly StringBuilder svg = new();

    /// <inheritdoc/>
    public override string ToHtml() => ToSvg();

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n', resolutions.Select(r => string.Create(
        CultureInfo.InvariantCulture, $"{r.Height}x{r.Width}: field {r.ReceptiveField:0.#} pixels, {r.Parameters:N0} parameters, {r.Macs:N0} MACs")));

    /// <summary>The sheet as an SVG document that suits light and dark pages.</summary>
    public string ToSvg()
    {
        svg.Clear();
        var height = Bottom + 96 + (Row * resolutions.Count) + 16;
        svg.Append(Open(title, ToText(), Width, height));
        Text(title, 16, 28, 16, "start", "bd-ink", bold: true);
        Text(string.Create(CultureInfo.InvariantCulture, $"{table.Parameters:N0} parameters, {table.Macs:N0} MACs ({2 * table.Macs:N0} FLOPs) at {string.Join('x', table.Input)}; receptive field {table.ReceptiveField:0.#} pixels, jump {table.Jump:0.##}"), 16, 48, 12, "start", "bd-quiet");
        if (table.Input.Length == 3 && windows.Count > 0)
        {
            Growth();
        }

        Costs();
        return svg.Append("</svg>\n").ToString();
    }

    private void Growth()
    {
        Text("Receptive field of each convolution and pooling layer, in input pixels", Left, Top - 12, 12, "start", "bd-ink", bold: true);
        var size = Math.Max(table.Input[1], table.Input[2]);
        var most = Math.Max(windows.Max(layer => layer.ReceptiveField), size) * 1.3;
        double Y(double field) => Bottom - ((Bottom - Top) * Math.Log2(Math.Max(field, 1)) / Math.Log2(most));
        for (var mark = 1L; mark <= most; mark *= 4)
        {
            Line(Left, Y(mark), Right, Y(mark), 0.5, "");
            Text($"{mark}", Left - 8, Y(mark) + 4, 11, "end", "bd-quiet");
        }

        var step = (Right - Left) / windows.Count;
        foreach (var (i, layer) in windows.Index())
        {
            var group = unproductive.Contains(layer.Id) ? "linear" : layer.Kind.Contains("Conv", StringComparison.Ordinal) ? "conv" : "pool";
            Bar(Left + (i * step), Y(layer.ReceptiveField), Math.Max(step - (step > 4 ? 1 : 0), 0.2), Bottom - Y(layer.ReceptiveField), group,
                string.Create(CultureInfo.InvariantCulture, $"{layer.Name} ({layer.Kind}): field {layer.ReceptiveField:0.#}, jump {layer.Jump:0.##}"));
        }

        Line(Left, Y(size), Right, Y(size), 1.5, " stroke-dasharray=\"6 4\"");
        Text($"picture, {size} pixels", Left + 6, Y(size) - 5, 11, "start", "bd-ink");
        Text($"layers in the order in which they run ({windows.Count})", (Left + Right) / 2, Bottom + 18, 11, "middle", "bd-quiet");
        var x = Left;
        foreach (var (group, words) in new[] { ("conv", "convolution"), ("pool", "pooling"), ("linear", $"convolution whose input already sees the whole picture ({unproductive.Count})") })
        {
            Bar(x, Bottom + 28, 12, 12, group, words);
            Text(words, x + 18, Bottom + 38, 11, "start", "bd-quiet");
            x += 40 + (words.Length * 6.2);
        }
    }

    private void Costs()
    {
        var top = Bottom + 84;
        var scale = (Right - BarsFrom) / 2 - 56;
        Text("Maps", 16, top - 12, 12, "start", "bd-ink", bold: true);
        Text("Parameters", BarsFrom, top - 12, 12, "start", "bd-ink", bold: true);
        Text("MACs", BarsFrom + scale + 56, top - 12, 12, "start", "bd-ink", bold: true);
        foreach (var (i, r) in resolutions.Index())
        {
            var y = top + (i * Row);
            Text($"{r.Channels} x {r.Height} x {r.Width}", 16, y + 14, 12, "start", "bd-ink");
            Text($"{r.Steps} steps", 190, y + 14, 11, "start", "bd-quiet");
            Share(BarsFrom, y, scale, r.Parameters, table.Parameters, resolutions.Max(other => other.Parameters), "conv");
            Share(BarsFrom + scale + 56, y, scale, r.Macs, table.Macs, resolutions.Max(other => other.Macs), "act");
        }
    }

    private void Share(double x, double y, double scale, long value, long sum, long most, string group)
    {
        var width = most == 0 ? 0 : scale * value / most;
        Bar(x, y, Math.Max(width, 0.5), Row - 8, group, string.Create(CultureInfo.InvariantCulture, $"{value:N0}"));
        Text(string.Create(CultureInfo.InvariantCulture, $"{(sum == 0 ? 0 : (double)value / sum):0.0%}"), x + width + 6, y + 14, 11, "start", "bd-quiet");
    }

    private void Bar(double x, double y, double width, double height, string group, string words) => svg.Append(
        $"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{width.ToString("0.##", CultureInfo.InvariantCulture)}\" height=\"{N(height)}\" fill=\"{Ink(group)}\" class=\"ns-{group}\"><title>{Escape(words)}</title></rect>\n");

    // Bars touch the paper without an outline, so they are stronger than the boxes of a diagram; all of them stand out on dark paper too.
    private static string Ink(string group) => group switch
    {
        "conv" => "#3b82b8",
        "pool" => "#2a9d7c",
        "act" => "#c9752d",
        _ => "#d9a400",
    };

    private void Line(double x1, double y1, double x2, double y2, double width, string more) => svg.Append(
        $"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" stroke=\"#57606a\" stroke-width=\"{N(width)}\"{more} class=\"bd-line\"/>\n");

    private void Text(string text, double x, double y, double size, string anchor, string style, bool bold = false) => svg.Append(
        $"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\"{(bold ? " font-weight=\"600\"" : "")} text-anchor=\"{anchor}\" fill=\"{(style == "bd-ink" ? "#24292f" : "#57606a")}\" class=\"{style}\">{Escape(text)}</text>\n");
}
