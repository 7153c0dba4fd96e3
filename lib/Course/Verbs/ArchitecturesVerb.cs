// `course architectures`: the registry.

using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ConvNets.Architectures;
using Spectre.Console;

namespace Course.Verbs;

internal sealed class ArchitecturesVerb : Verb
{
    private readonly Option<bool> json = Values.Flag("--json", "Write JSON.");

    public ArchitecturesVerb() : base(
        "architectures",
        "List the registry: id, paper, year, input, parameters, MACs, receptive field.",
        "course architectures",
        "course architectures --json | jq '.[] | select(.year == 2015) | .id'") => Add(json);

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
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
