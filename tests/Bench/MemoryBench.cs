// Resident memory of training: the peak of ten steps beside PyTorch's, and its course over many steps.

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Course.Bench;
using TorchSharp;

namespace Bench;

internal static class MemoryBench
{
    private const double MiB = 1 << 20;
    private const int Steps = 10;

    /// <summary>Prints the resident memory of each training row, each in a process of its own, beside PyTorch's where there is one.</summary>
    public static int Run(string? python)
    {
        Console.WriteLine($"{"peak resident memory of ten steps, MiB",-45} {"engine",8} {"above start",12}{(python is null ? "" : $" {"PyTorch",8} {"above start",12} {"ratio",6}")}");
        foreach (var (id, batch) in BenchRows.TrainingRows)
        {
            var row = $"train {id} b{batch}";
            var own = Child(id, batch);
            var line = string.Create(CultureInfo.InvariantCulture, $"{row,-45} {own.Peak,8:0} {own.Peak - own.Baseline,12:0}");
            if (python is not null)
            {
                var other = new PyTorchTwin(python).Memory(row);
                line += string.Create(CultureInfo.InvariantCulture, $" {other.Peak,8:0} {other.Peak - other.Baseline,12:0} {(own.Peak - own.Baseline) / (other.Peak - other.Baseline),6:0.00}");
            }
            Console.WriteLine(line);
        }
        return 0;
    }

    /// <summary>Trains in this process and prints the resident memory before and at its highest.</summary>
    public static int Measure(string id, long batch)
    {
        using (var ready = torch.ones(1))
            ready.add_(1);
        var baseline = Resident();
        var step = BenchRows.TrainingStep(id, batch);
        for (var i = 0; i < Steps; i++)
        {
            using var scope = torch.NewDisposeScope();
            step();
        }
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new[] { baseline, process.PeakWorkingSet64 / MiB }));
        return 0;
    }

    /// <summary>Prints the resident memory, the pool and the garbage every so many steps.</summary>
    public static int Course(string id, long batch, int steps, bool scopes, bool adam)
    {
        Console.WriteLine($"{"step",8} {"resident MiB",13} {"tensors MiB",12} {"pool MiB",9} {"heap MiB",9} {"garbage KB/step",16} {"collections",12}");
        var step = BenchRows.TrainingStep(id, batch, adam);
        var every = Math.Max(1, steps / 20);
        var allocated = GC.GetTotalAllocatedBytes();
        for (var i = 1; i <= steps; i++)
        {
            if (scopes)
            {
                using var scope = torch.NewDisposeScope();
                step();
            }
            else
            {
                step();
            }
            if (i % every != 0) continue;
            var now = GC.GetTotalAllocatedBytes();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{i,8} {Resident(),13:0.0} {Live() / MiB,12:0.0} {Pooled() / MiB,9:0.0} {GC.GetGCMemoryInfo().TotalCommittedBytes / MiB,9:0.0} {(now - allocated) / 1024.0 / every,16:0.0} {GC.CollectionCount(0) + "/" + GC.CollectionCount(2),12}"));
            allocated = now;
        }
        return 0;
    }

#if EMBEDDED
    private static double Live() => TorchSharp.Memory.BufferPool.LiveBytes;

    private static double Pooled() => TorchSharp.Memory.BufferPool.PooledBytes;
#else
    // libtorch does not tell what its allocator holds on the CPU.
    private static double Live() => double.NaN;

    private static double Pooled() => double.NaN;
#endif

    private static double Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / MiB;
    }

    private static (double Baseline, double Peak) Child(string id, long batch)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["memory-of", id, batch.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var numbers = JsonSerializer.Deserialize<double[]>(process.StandardOutput.ReadToEnd())!;
        process.WaitForExit();
        return (numbers[0], numbers[1]);
    }
}
