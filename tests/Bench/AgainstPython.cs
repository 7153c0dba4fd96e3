using System.Diagnostics;
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
    public static int Run(string python, string? filter, bool json)
    {
        var peak = PeakRate.Measure(Environment.ProcessorCount);
        if (!json) Console.WriteLine($"{"row",-55} {"engine ms",10} {"PyTorch ms",11} {"ratio",6} {"GFLOP/s",8}");
        foreach (var row in BenchRows.Matching(filter))
        {
            var engine = BenchRunner.Measure(row, peak, CancellationToken.None);
            var twin = Twin(python, row.Name);
            if (json)
            {
                Console.WriteLine(JsonSerializer.Serialize(new { name = row.Name, engineMs = engine.MedianMs, pytorchMs = twin.Median, engineLeastMs = engine.LeastMs, pytorchLeastMs = twin.Least }));
                continue;
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Name,-55} {engine.MedianMs,10:0.00} {twin.Median,11:0.00} {engine.MedianMs / twin.Median,6:0.00} {engine.GigaflopsPerSecond,8:0}"));
        }
        return 0;
    }

    private static (double Median, double Least) Twin(string python, string row)
    {
        var start = new ProcessStartInfo(python, [Script, row]) { RedirectStandardOutput = true };
        start.Environment["OMP_NUM_THREADS"] = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var result = JsonDocument.Parse(line);
            if (result.RootElement.GetProperty("name").GetString() == row)
                return (result.RootElement.GetProperty("median_ms").GetDouble(), result.RootElement.GetProperty("least_ms").GetDouble());
        }
        throw new InvalidOperationException($"{python} {Script} printed no row \"{row}\"; it needs PyTorch, and torchvision for the inference rows.");
    }

    private static string Script
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var path = Path.Combine(folder.FullName, "tests", "Bench", "pytorch_twin.py");
                if (File.Exists(path)) return path;
            }
            throw new FileNotFoundException("tests/Bench/pytorch_twin.py was not found above the program; run it from a checkout.");
        }
    }
}
