// `course architectures`: the registry.

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ConvNets.Architectures;
using ConvNets.Geometry;
using Spectre.Console;

namespace Course.Verbs;

internal sealed class ArchitecturesVerb : Verb
{
    private readonly Option<bool> json = Values.Flag("--json", "Write JSON.");
    private readonly Option<bool> check = Values.Flag("--check", "Run every net once at the size of its paper and compare each layer's output size with the table (about a minute).");

    public ArchitecturesVerb() : base(
        "architectures",
        "List the registry: id, paper, year, input, parameters, MACs, receptive field.",
        "course architectures",
        "course architectures --json | jq '.[] | select(.year == 2015) | .id'",
        "course architectures --check                 # a real forward pass against every table")
    {
        Add(json);
        Add(check);
    }

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
        if (parsed.GetValue(check))
        {
            return Check(terminal, token);
        }

        if (parsed.GetValue(json))
        {
            terminal.Out.WriteLine(Json.Text(new JsonArray([.. Registry.All.Select(Entry)])));
            return Cli.Success;
        }

        var table = new Table().AddColumns("id", "paper", "year", "input").AddColumn(new TableColumn("parameters").RightAligned())
            .AddColumn(new TableColumn("MACs").RightAligned()).AddColumn(new TableColumn("field").RightAligned());
        foreach (var a in Registry.All)
        {
            var figures = Registry.Table(a.Id);
            table.AddRow(
                new Text(a.Id), new Text(a.Paper.Title), new Text(a.Paper.Year.ToString(CultureInfo.InvariantCulture)), new Text(string.Join('x', a.Input)),
                new Text(Json.Thousands(figures.Parameters)), new Text(Json.Thousands(figures.Macs)), new Text(figures.ReceptiveField.ToString("0.##", CultureInfo.InvariantCulture)));
        }

        terminal.Write(table);
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Registry.All.Count} architectures. MACs are multiply-accumulates of convolution and linear layers at that input; FLOPs = 2 x MACs. The field is in input pixels."));
        return Cli.Success;
    }

    private static int Check(Terminal terminal, CancellationToken token)
    {
        var wrong = 0;
        foreach (var architecture in Registry.All)
        {
            token.ThrowIfCancellationRequested();
            var watch = Stopwatch.StartNew();
            using var net = architecture.Create();
            var disagreements = ForwardCheck.Of(net, architecture.Input);
            wrong += disagreements.Count > 0 ? 1 : 0;
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{architecture.Id,-30} {string.Join('x', architecture.Input),-10} {watch.Elapsed.TotalSeconds,6:0.0} s  {(disagreements.Count == 0 ? "agrees" : string.Join(" ", disagreements))}"));
        }

        terminal.Out.WriteLine(wrong == 0
            ? $"The tables of all {Registry.All.Count} architectures agree with a forward pass, layer by layer."
            : $"{wrong} of {Registry.All.Count} tables disagree with the forward pass.");
        return wrong == 0 ? Cli.Success : Cli.Failure;
    }

    private static JsonNode Entry(Architecture a)
    {
        var figures = Registry.Table(a.Id);
        return new JsonObject
        {
            ["id"] = a.Id,
            ["name"] = a.Name,
            ["paper"] = a.Paper.Title,
            ["authors"] = a.Paper.Authors,
            ["year"] = a.Paper.Year,
            ["input"] = Json.Numbers(a.Input),
            ["parameters"] = figures.Parameters,
            ["macs"] = figures.Macs,
            ["receptiveField"] = figures.ReceptiveField,
        };
    }
}
