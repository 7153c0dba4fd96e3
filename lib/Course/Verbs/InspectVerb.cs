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

    private readonly Option<string?> picture = Values.Text("--picture", "FILE", "Also draw receptive field growth and costs to FILE.svg, or to FILE.html with the graph of layers.");
    private readonly Option<bool> check = Values.Flag("--check", "Also run the net once and compare every layer's output size with the table.");

    public InspectVerb() : base(
        "inspect",
        "Show the layer table: output size, kernel, stride, padding, parameters, MACs, receptive field, jump, start.",
        "course inspect resnet-50",
        "course inspect vgg-d --input 3x384x384",
        "course inspect resnet-34 --against plain-34",
        "course inspect resnet-50 --input 3x64x64 --picture resnet-50.svg   # layers that already see the whole picture",
        "course inspect alexnet-grouped --json")
    {
        Add(id);
        Add(input);
        Add(json);
        Add(aux);
        Add(against);
        Add(picture);
        Add(check);
    }

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
        var net = Known.Find(parsed.GetRequiredValue(id));
        var size = parsed.GetValue(input) is { Length: > 0 } given ? given : null;
        var withAux = parsed.GetValue(aux);
        var file = parsed.GetValue(picture);
        if (file is not null && Path.GetExtension(file).ToLowerInvariant() is not (".svg" or ".html"))
        {
            throw new UsageException($"--picture takes a file that ends in .svg or .html, not \"{file}\".");
        }

        if (parsed.GetValue(against) is { } other)
        {
            if (file is not null)
            {
                throw new UsageException("--picture draws one net; leave --against out, or draw each of the two.");
            }

            if (parsed.GetValue(check))
            {
                throw new UsageException("--check runs one net; leave --against out, or check each of the two.");
            }

            return Compare(terminal, parsed.GetValue(json), net, Known.Find(other), size, withAux);
        }

        if (file is not null)
        {
            Place.ForFile(file, picture.Name);
        }

        try
        {
            var table = Registry.Table(net.Id, size, auxiliary: withAux);
            Show(terminal, parsed.GetValue(json), net, table, withAux);
            if (file is not null)
            {
                NetworkPicture.Save(file, net, table);
                (parsed.GetValue(json) ? terminal.Error : terminal.Out).WriteLine($"Wrote {file}");
            }

            return parsed.GetValue(check) ? Check(terminal, net, table.Input) : Cli.Success;
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

            throw Known.Refused(net, size ?? net.Input, refusal);
        }
    }

    private static int Check(Terminal terminal, Architecture net, long[] input)
    {
        using var network = net.Create(inChannels: input[0]);
        var disagreements = ForwardCheck.Of(network, input);
        foreach (var sentence in disagreements)
        {
            terminal.Error.WriteLine(sentence);
        }

        if (disagreements.Count == 0)
        {
            terminal.Error.WriteLine("A forward pass agrees with every row.");
        }

        return disagreements.Count == 0 ? Cli.Success : Cli.Failure;
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
        WriteResolutions(terminal, table);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"parameters       {table.Parameters:N0}"));
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"MACs             {table.Macs:N0} (FLOPs {2 * table.Macs:N0} = 2 x MACs) at {string.Join('x', table.Input)}"));
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"receptive field  {table.ReceptiveField:0.##} pixels, jump {table.Jump:0.##}{(table.Aligned ? "" : ", paths not aligned")}"));
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"activations      {Memory(table.ActivationBytes)} a picture in training, {Memory(table.PeakActivationBytes)} at the peak of a forward pass"));
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

        var unproductive = table.Unproductive.Select(layer => layer.Id).ToHashSet();
        foreach (var layer in Rows(table, aux))
        {
            view.AddRow(
                new Text(layer.Name), new Text(layer.Kind), new Text(Times(layer.Output)), new Text(Times(layer.Kernel)), new Text(Times(layer.Stride)), new Text(Times(layer.Padding, ",")),
                new Text(Thousands(layer.Parameters)), new Text(Thousands(layer.Macs)), new Text(Decimal(layer.ReceptiveField) + (layer.Aligned ? "" : "*") + (unproductive.Contains(layer.Id) ? "!" : "")), new Text(Decimal(layer.Jump)), new Text(Decimal(layer.Start)));
        }

        terminal.Write(view);
        if (Rows(table, aux).Any(l => !l.Aligned))
        {
            terminal.Out.WriteLine("* the union over paths that are not centred on the same pixels");
        }

        if (unproductive.Count > 0)
        {
            terminal.Out.WriteLine($"! unproductive at this size: the layer's input already sees the whole picture of {table.Input[1]}x{table.Input[2]}");
        }
    }

    // The receptive field against the picture, and what each resolution costs. A bar of the field ends where it covers the picture.
    private static void WriteResolutions(Terminal terminal, LayerTable table)
    {
        if (table.Input.Length != 3)
        {
            return;
        }

        const int width = 24;
        var side = Math.Max(table.Input[1], table.Input[2]);
        var view = new Table().AddColumns("maps", "steps").AddColumn(new TableColumn("field").RightAligned()).AddColumn($"of the picture's {side} pixels")
            .AddColumn(new TableColumn("parameters").RightAligned()).AddColumn(new TableColumn("").RightAligned())
            .AddColumn(new TableColumn("MACs").RightAligned()).AddColumn(new TableColumn("").RightAligned());
        foreach (var r in table.Resolutions)
        {
            var covered = (int)Math.Round(width * Math.Min(1, r.ReceptiveField / side));
            view.AddRow(
                new Text($"{r.Channels}x{r.Height}x{r.Width}"), new Text($"{r.Steps}"), new Text(Decimal(r.ReceptiveField)),
                new Text(new string('█', covered) + new string('░', width - covered) + (r.ReceptiveField > side ? " whole" : "")),
                new Text(Thousands(r.Parameters)), new Text(Share(r.Parameters, table.Parameters)), new Text(Thousands(r.Macs)), new Text(Share(r.Macs, table.Macs)));
        }

        terminal.Write(view);

        static string Share(long part, long whole) => whole == 0 ? "" : ((double)part / whole).ToString("0.0%", CultureInfo.InvariantCulture);
    }

    private static int Compare(Terminal terminal, bool asJson, Architecture left, Architecture right, long[]? input, bool aux)
    {
        var (a, b) = (Table(left), Table(right));
        if (asJson)
        {
            terminal.Out.WriteLine(Text(new JsonArray(ToJson(left, a, aux), ToJson(right, b, aux))));
            return Cli.Success;
        }

        var view = new Spectre.Console.Table().AddColumn("").AddColumn(new TableColumn(left.Id).RightAligned()).AddColumn(new TableColumn(right.Id).RightAligned()).AddColumn(new TableColumn("ratio").RightAligned());
        Row("input", Times(a.Input), Times(b.Input));
        Row("weight layers", Depth(a), Depth(b));
        Row("parameters", a.Parameters, b.Parameters);
        Row("MACs", a.Macs, b.Macs);
        Row("FLOPs (2 x MACs)", 2 * a.Macs, 2 * b.Macs);
        Row("activations, values", a.ActivationBytes / 4, b.ActivationBytes / 4);
        Row("receptive field", (long)a.ReceptiveField, (long)b.ReceptiveField);
        Row("jump", (long)a.Jump, (long)b.Jump);
        Row("unproductive convolutions", (long)a.Unproductive.Count(), (long)b.Unproductive.Count());
        terminal.Write(view);
        return Cli.Success;

        LayerTable Table(Architecture net)
        {
            try
            {
                return Registry.Table(net.Id, input, auxiliary: aux);
            }
            catch (ShapeException refusal)
            {
                throw Known.Refused(net, input ?? net.Input, refusal);
            }
        }

        void Row(string name, object l, object r) => view.AddRow(
            new Text(name), new Text(Cell(l)), new Text(Cell(r)),
            new Text(l is long x && r is long y && x > 0 ? ((double)y / x).ToString("0.000", CultureInfo.InvariantCulture) : ""));

        static string Cell(object value) => value is long n ? Thousands(n) : (string)value;
    }

    private static long Depth(LayerTable table) => table.Layers.Count(l => l.Kind.StartsWith("Conv", StringComparison.Ordinal) || l.Kind is "Linear" or nameof(ConvNets.Layers.ResidualLstm));

    private static JsonObject ToJson(Architecture net, LayerTable table, bool aux) => ToJson(net, table, aux, [.. table.Unproductive.Select(layer => layer.Id)]);

    private static JsonObject ToJson(Architecture net, LayerTable table, bool aux, HashSet<int> unproductive) => new()
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
            ["unproductive"] = unproductive.Contains(l.Id),
        })]),
    };

    private static IEnumerable<Layer> Rows(LayerTable table, bool aux) => table.Layers.Skip(1).Where(l => aux || !l.Auxiliary);

    private static string Times(long[]? values, string separator = "x") => values is null ? "" : string.Join(separator, values);

    private static string Memory(long bytes) => bytes < 1e6
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");

    private static string Decimal(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
