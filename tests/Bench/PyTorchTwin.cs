using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Bench;

/// <summary>Runs one row of pytorch_twin.py with a Python that has PyTorch.</summary>
/// <param name="python">A Python, or a program that takes a script and its arguments as Python does.</param>
internal sealed class PyTorchTwin(string python)
{
    // glibc then keeps what is freed instead of giving it back and touching fresh pages in the next step.
    private static readonly string[] s_keepFreed = ["MALLOC_TRIM_THRESHOLD_", "MALLOC_TOP_PAD_", "MALLOC_MMAP_MAX_"];

    /// <summary>Median and least time of a row in milliseconds.</summary>
    public (double Median, double Least) Time(string row, bool channelsLast = false, bool keepFreed = false)
    {
        var result = Row(row, channelsLast ? ["--channels-last"] : [], keepFreed);
        return (result.GetProperty("median_ms").GetDouble(), result.GetProperty("least_ms").GetDouble());
    }

    /// <summary>Resident memory before the network is built and at its highest in ten training steps, in MiB.</summary>
    public (double Baseline, double Peak) Memory(string row)
    {
        var result = Row(row, ["--memory"], keepFreed: false);
        return (result.GetProperty("baseline_mb").GetDouble(), result.GetProperty("peak_mb").GetDouble());
    }

    /// <summary>What another script of this folder prints, line by line.</summary>
    public string[] Lines(string script, params string[] arguments) =>
        Run([Path.Combine(Path.GetDirectoryName(Script)!, script), .. arguments], keepFreed: false).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The version of PyTorch.</summary>
    public string Version() => Run([Script, "--version"], keepFreed: false).Trim();

    private JsonElement Row(string row, string[] options, bool keepFreed)
    {
        foreach (var line in Run([Script, row, .. options], keepFreed).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var result = JsonDocument.Parse(line).RootElement;
            if (result.GetProperty("name").GetString() == row)
                return result;
        }
        throw new InvalidOperationException($"{python} {Script} printed no row \"{row}\"; it needs PyTorch, and torchvision for the inference rows.");
    }

    private string Run(string[] arguments, bool keepFreed)
    {
        var start = new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true };
        start.Environment["OMP_NUM_THREADS"] = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);
        if (keepFreed)
        {
            foreach (var name in s_keepFreed)
                start.Environment[name] = name == "MALLOC_MMAP_MAX_" ? "0" : (1L << 33).ToString(CultureInfo.InvariantCulture);
        }
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
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
