// `course bench`: how fast the engine is on this machine.

using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Course.Bench;
using Spectre.Console;
using TorchSharp;

namespace Course.Verbs;

internal sealed class BenchVerb : Verb
{
    private readonly Argument<string?> filter = new("FILTER") { Description = "Run only what has this in its name.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> json = Values.Flag("--json", "Write JSON.");
    private readonly Option<int?> threads = Values.Threads();

    public BenchVerb() : base(
        "bench",
        "Measure the engine: matrix products, convolutions, layers, training steps, inference.",
        "course bench",
        "course bench conv",
        "course bench train --json > bench.json")
    {
        Add(filter);
        Add(json);
        Add(threads);
    }

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
        var word = parsed.GetValue(filter) ?? "";
        var rows = BenchRows.Matching(word);
        if (rows.Count == 0)
        {
            throw new UsageException($"No benchmark has \"{word}\" in its name; there are {string.Join(", ", BenchRows.Matching(null).Select(r => r.Name))}.");
        }

        if (parsed.GetValue(threads) is { } count)
        {
            torch.set_num_threads(count);
        }

        var asJson = parsed.GetValue(json);
        var peak = PeakRate.Measure(torch.get_num_threads());
        var results = new List<BenchResult>();
        foreach (var row in rows)
        {
            var live = !asJson && terminal.Redraw(row.Name);
            results.Add(BenchRunner.Measure(row, peak, token));
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
                ["peakGflops"] = Math.Round(peak, 1),
                ["benchmarks"] = new JsonArray([.. results.Select(Entry)]),
            }));
            return Cli.Success;
        }

        var table = new Table().AddColumn("benchmark");
        foreach (var heading in new[] { "median ms", "least ms", "GFLOP/s", "of peak", "garbage" })
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (var r in results)
        {
            table.AddRow(new Text(r.Name), Number(r.MedianMs, "0.00"), Number(r.LeastMs, "0.00"), Number(r.GigaflopsPerSecond, "0"), Number(r.ShareOfPeak, "0%"), Number(r.AllocatedBytes, "N0"));
        }

        terminal.Write(table);
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Measured peak: {peak:0} GFLOP/s on {torch.get_num_threads()} threads. FLOPs are 2 x MACs of convolution and linear layers; Winograd kernels do fewer, so a row may pass the peak. Garbage is in bytes of managed memory per run."));
        return Cli.Success;
    }

    private static Text Number(double value, string format) => new(value == 0 ? "-" : value.ToString(format, CultureInfo.InvariantCulture));

    private static JsonNode Entry(BenchResult r) => new JsonObject
    {
        ["name"] = r.Name,
        ["milliseconds"] = Math.Round(r.MedianMs, 3),
        ["leastMilliseconds"] = Math.Round(r.LeastMs, 3),
        ["gflops"] = Math.Round(r.GigaflopsPerSecond, 1),
        ["shareOfPeak"] = Math.Round(r.ShareOfPeak, 3),
        ["allocatedBytes"] = r.AllocatedBytes,
    };
}
