// The engine's rows here and in another build of the course, such as one over the genuine TorchSharp, one after another.

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Course.Bench;

namespace Bench;

internal static class AgainstBuild
{
    /// <param name="course">The other build's <c>course</c>: the program in its folder, or one that takes its arguments.</param>
    /// <param name="filter">Only rows whose name contains this.</param>
    public static int Run(string course, string? filter)
    {
        var peak = PeakRate.Measure(Environment.ProcessorCount);
        Console.WriteLine($"{"row",-55} {"here, ms",10} {"there, ms",10} {"ratio",6}");
        foreach (var row in BenchRows.Matching(filter))
        {
            var here = BenchRunner.Measure(row, peak, CancellationToken.None).MedianMs;
            var there = There(course, row.Name);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Name,-55} {here,10:0.00} {there,10:0.00} {here / there,6:0.00}"));
        }

        return 0;
    }

    private static double There(string course, string row)
    {
        using var process = Process.Start(new ProcessStartInfo(course, ["bench", row, "--json"]) { RedirectStandardOutput = true })!;
        using var json = JsonDocument.Parse(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        return json.RootElement.GetProperty("benchmarks").EnumerateArray().Single(b => b.GetProperty("name").GetString() == row).GetProperty("milliseconds").GetDouble();
    }
}
