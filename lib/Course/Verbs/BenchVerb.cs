// `course bench`: how fast the engine is on this machine.

using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;
using TorchSharp;

namespace Course.Verbs;

internal sealed class BenchVerb : Verb
{
    private readonly Argument<string?> filter = new("FILTER") { Description = "Run only what has this in its name.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> json = Values.Flag("--json", "Write JSON.");
    private readonly Option<int?> threads = Values.Whole("--threads", "N", "Threads of the engine (default: all cores).");

    public BenchVerb() : base("bench", "Measure the engine: matrix products, convolutions, layers, whole training steps.", "course bench", "course bench conv", "course bench step --json")
    {
        Add(filter);
        Add(json);
        Add(threads);
    }

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
        var word = parsed.GetValue(filter) ?? "";
        var chosen = Benchmark.All.Where(b => b.Name.Contains(word, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (chosen.Length == 0)
        {
            throw new UsageException($"No benchmark has \"{word}\" in its name; there are {string.Join(", ", Benchmark.All.Select(b => b.Name))}.");
        }

        if (parsed.GetValue(threads) is { } count)
        {
            torch.set_num_threads(count);
        }

        var asJson = parsed.GetValue(json);
        var results = new List<Measurement>();
        foreach (var benchmark in chosen)
        {
            var live = !asJson && terminal.Redraw(benchmark.Name);
            results.Add(benchmark.Run(token));
            if (live)
            {
                terminal.Clear();
            }
        }

        if (asJson)
        {
            terminal.Out.WriteLine(Json.Text(new JsonObject
            {
                ["threads"] = torch.get_num_threads(),
                ["benchmarks"] = new JsonArray([.. results.Select(r => (JsonNode)new JsonObject { ["name"] = r.Name, ["milliseconds"] = r.Milliseconds, ["rate"] = r.Rate, ["unit"] = r.Unit, ["runs"] = r.Runs })]),
            }));
            return Cli.Success;
        }

        var table = new Table().AddColumn("benchmark").AddColumn(new TableColumn("ms").RightAligned()).AddColumn(new TableColumn("rate").RightAligned()).AddColumns("unit").AddColumn(new TableColumn("runs").RightAligned());
        foreach (var r in results)
        {
            table.AddRow(
                new Text(r.Name), new Text(r.Milliseconds.ToString("0.00", CultureInfo.InvariantCulture)), new Text(r.Rate.ToString("0.0", CultureInfo.InvariantCulture)),
                new Text(r.Unit), new Text(r.Runs.ToString(CultureInfo.InvariantCulture)));
        }

        terminal.Write(table);
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Medians on {torch.get_num_threads()} threads. A convolution counts forward and both gradients, 2 FLOP a multiply-accumulate."));
        return Cli.Success;
    }
}
