// `course inspect`: the layer table of one architecture at one input, with the paper's own figures beside it.

using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ConvNets.Architectures;
using ConvNets.Geometry;
using Spectre.Console;
using static Course.Json;
using Layer = ConvNets.Geometry.Layer;

namespace Course.Verbs;

internal sealed class InspectVerb : Verb
{
    private readonly Argument<string> id = Known.Architecture();
    private readonly Option<long[]?> input = Values.Size("--input", "Size of the picture; the paper's by default.");
    private readonly Option<bool> json = Values.Flag("--json", "Write JSON.");
    private readonly Option<bool> aux = Values.Flag("--aux", "Count auxiliary heads, which exist for training only.");
    private readonly Option<string?> against = Values.Text("--against", "ID", "Another architecture to compare with.");

    public InspectVerb() : base(
        "inspect",
        "Show the layer table: output size, kernel, stride, padding, parameters, MACs, receptive field, jump, start.",
        "course inspect resnet-50",
        "course inspect vgg-d --input 3x384x384",
        "course inspect resnet-34 --against plain-34",
        "course inspect alexnet-grouped --json")
    {
        Add(id);
        Add(input);
        Add(json);
        Add(aux);
        Add(against);
    }

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
        var net = Known.Find(parsed.GetRequiredValue(id));
        var size = parsed.GetValue(input) is { Length: > 0 } given ? given : null;
        var withAux = parsed.GetValue(aux);
        if (parsed.GetValue(against) is { } other)
        {
            return Compare(terminal, parsed.GetValue(json), net, Known.Find(other), size, withAux);
        }

        try
        {
            Show(terminal, parsed.GetValue(json), net, Registry.Table(net.Id, size, auxiliary: withAux), withAux);
            return Cli.Success;
        }
        catch (ShapeException refusal)
        {
            if (refusal.Table is { } table)
            {
                if (parsed.GetValue(json))
                {
                    var partial = ToJson(net, table, withAux);
                    partial["error"] = refusal.Message;
                    terminal.Out.WriteLine(Text(partial));
                }
                else
                {
                    WriteLayers(terminal, table, withAux);
                }
            }

            throw new CheckFailedException($"{net.Id} cannot take {string.Join('x', size ?? net.Input)}: {refusal.Message}", refusal);
        }
    }

    private static void Show(Terminal terminal, bool asJson, Architecture net, LayerTable table, bool aux)
    {
        if (asJson)
        {
            terminal.Out.WriteLine(Text(ToJson(net, table, aux)));
            return;
        }

        terminal.Out.WriteLine($"{net.Name} — {net.Paper.Authors}, {net.Paper.Year.ToString(CultureInfo.InvariantCulture)}: {net.Paper.Title}");
        terminal.Out.WriteLine();
        WriteLayers(terminal, table, aux);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"parameters       {table.Parameters:N0}"));
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"MACs             {table.Macs:N0} (FLOPs {2 * table.Macs:N0} = 2 x MACs) at {string.Join('x', table.Input)}"));
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"receptive field  {table.ReceptiveField:0.##} pixels, jump {table.Jump:0.##}{(table.Aligned ? "" : ", paths not aligned")}"));
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"activations      {table.ActivationBytes / 1e6:0.0} MB a picture in training, {table.PeakActivationBytes / 1e6:0.0} MB at the peak of a forward pass"));
        if (table.Input[0] != net.Input[0])
        {
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"note             built for {table.Input[0]} channels; the paper's net takes {net.Input[0]}"));
        }

        foreach (var published in net.Published)
        {
            terminal.Out.WriteLine($"published        {published.Quantity}: {published.Value}");
        }

        foreach (var accuracy in net.Accuracies)
        {
            terminal.Out.WriteLine($"published        {accuracy.Dataset}, {accuracy.Metric}: {accuracy.Value} ({accuracy.Setting}; {accuracy.Source})");
        }

        foreach (var note in net.Notes)
        {
            terminal.Out.WriteLine($"note             {note}");
        }
    }

    private static void WriteLayers(Terminal terminal, LayerTable table, bool aux)
    {
        var view = new Table().AddColumns("layer", "kind", "output", "kernel", "stride", "padding");
        foreach (var name in (string[])["parameters", "MACs", "field", "jump", "start"])
        {
            view.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (var layer in Rows(table, aux))
        {
            view.AddRow(
                new Text(layer.Name), new Text(layer.Kind), new Text(Times(layer.Output)), new Text(Times(layer.Kernel)), new Text(Times(layer.Stride)), new Text(Times(layer.Padding, ",")),
                new Text(Thousands(layer.Parameters)), new Text(Thousands(layer.Macs)), new Text(Decimal(layer.ReceptiveField) + (layer.Aligned ? "" : "*")), new Text(Decimal(layer.Jump)), new Text(Decimal(layer.Start)));
        }

        terminal.Write(view);
        if (Rows(table, aux).Any(l => !l.Aligned))
        {
            terminal.Out.WriteLine("* the union over paths that are not centred on the same pixels");
        }
    }

    private static int Compare(Terminal terminal, bool asJson, Architecture left, Architecture right, long[]? input, bool aux)
    {
        var (a, b) = (Registry.Table(left.Id, input, auxiliary: aux), Registry.Table(right.Id, input, auxiliary: aux));
        if (asJson)
        {
            terminal.Out.WriteLine(Text(new JsonArray(ToJson(left, a, aux), ToJson(right, b, aux))));
            return Cli.Success;
        }

        var view = new Table().AddColumn("").AddColumn(new TableColumn(left.Id).RightAligned()).AddColumn(new TableColumn(right.Id).RightAligned()).AddColumn(new TableColumn("ratio").RightAligned());
        Row("input", Times(a.Input), Times(b.Input));
        Row("weight layers", Depth(a), Depth(b));
        Row("parameters", a.Parameters, b.Parameters);
        Row("MACs", a.Macs, b.Macs);
        Row("FLOPs (2 x MACs)", 2 * a.Macs, 2 * b.Macs);
        Row("activations, values", a.ActivationBytes / 4, b.ActivationBytes / 4);
        Row("receptive field", (long)a.ReceptiveField, (long)b.ReceptiveField);
        Row("jump", (long)a.Jump, (long)b.Jump);
        terminal.Write(view);
        return Cli.Success;

        void Row(string name, object l, object r) => view.AddRow(
            new Text(name), new Text(Cell(l)), new Text(Cell(r)),
            new Text(l is long x && r is long y && x > 0 ? ((double)y / x).ToString("0.000", CultureInfo.InvariantCulture) : ""));

        static string Cell(object value) => value is long n ? Thousands(n) : (string)value;
    }

    private static long Depth(LayerTable table) => table.Layers.Count(l => !l.Auxiliary && l.Kind.StartsWith("Conv", StringComparison.Ordinal) || l.Kind == "Linear");

    private static JsonObject ToJson(Architecture net, LayerTable table, bool aux) => new()
    {
        ["id"] = net.Id,
        ["input"] = Numbers(table.Input),
        ["parameters"] = table.Parameters,
        ["macs"] = table.Macs,
        ["output"] = Numbers(table.Output),
        ["receptiveField"] = table.ReceptiveField,
        ["jump"] = table.Jump,
        ["aligned"] = table.Aligned,
        ["layers"] = new JsonArray([.. Rows(table, aux).Select(l => (JsonNode)new JsonObject
        {
            ["name"] = l.Name,
            ["kind"] = l.Kind,
            ["output"] = Numbers(l.Output),
            ["kernel"] = Numbers(l.Kernel),
            ["stride"] = Numbers(l.Stride),
            ["padding"] = Numbers(l.Padding),
            ["parameters"] = l.Parameters,
            ["macs"] = l.Macs,
            ["receptiveField"] = l.ReceptiveField,
            ["jump"] = l.Jump,
            ["start"] = l.Start,
            ["aligned"] = l.Aligned,
        })]),
    };

    private static IEnumerable<Layer> Rows(LayerTable table, bool aux) => table.Layers.Skip(1).Where(l => aux || !l.Auxiliary);

    private static string Times(long[]? values, string separator = "x") => values is null ? "" : string.Join(separator, values);

    private static string Decimal(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
