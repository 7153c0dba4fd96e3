using System.Globalization;
using System.Text.Json;
using Course.Bench;

namespace Bench;

/// <summary>Runs the engine's rows and their PyTorch twins one after another and prints the ratios side by side.</summary>
internal static class AgainstPython
{
    /// <param name="python">A Python that has PyTorch.</param>
    /// <param name="filter">Only rows whose name contains this.</param>
    /// <param name="json">One JSON object per row instead of a table.</param>
    /// <param name="best">Also the best of PyTorch's settings: channels-last, an allocator that keeps freed memory, both.</param>
    public static int Run(string python, string? filter, bool json, bool best)
    {
        var twin = new PyTorchTwin(python);
        var peak = PeakRate.Measure(Environment.ProcessorCount);
        if (!json)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"PyTorch {twin.Version()}, {Environment.ProcessorCount} threads, measured peak {peak:0} GFLOP/s"));
            Console.WriteLine($"{"row",-55} {"engine ms",10} {"GFLOP/s",8} {"PyTorch ms",11} {"ratio",6}{(best ? $" {"best ms",9} {"ratio",6}" : "")}");
        }
        var ratios = new List<(double Default, double Best)>();
        foreach (var row in BenchRows.Matching(filter))
        {
            var engine = BenchRunner.Measure(row, peak, CancellationToken.None);
            var (median, least) = twin.Time(row.Name);
            var bestOf = median;
            if (best)
            {
                foreach (var (last, keep) in new[] { (true, false), (false, true), (true, true) })
                    bestOf = Math.Min(bestOf, twin.Time(row.Name, last, keep).Median);
            }
            ratios.Add((engine.MedianMs / median, engine.MedianMs / bestOf));
            if (json)
            {
                Console.WriteLine(JsonSerializer.Serialize(new
                {
                    name = row.Name,
                    engineMs = engine.MedianMs,
                    pytorchMs = median,
                    engineLeastMs = engine.LeastMs,
                    pytorchLeastMs = least,
                    pytorchBestMs = best ? bestOf : (double?)null,
                }));
                continue;
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Name,-55} {engine.MedianMs,10:0.00} {engine.GigaflopsPerSecond,8:0} {median,11:0.00} {ratios[^1].Default,6:0.00}{(best ? string.Create(CultureInfo.InvariantCulture, $" {bestOf,9:0.00} {ratios[^1].Best,6:0.00}") : "")}"));
        }
        if (!json)
            Console.WriteLine($"{ratios.Count(r => r.Default <= 1)} of {ratios.Count} rows at or under PyTorch{(best ? $", {ratios.Count(r => r.Best <= 1)} at or under its best setting" : "")}.");
        return 0;
    }
}
