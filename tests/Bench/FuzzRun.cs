using System.Diagnostics;
using ConvNets.Data.Imaging;

namespace Bench;

internal static class FuzzRun
{
    /// <summary>Feeds random mutations of the JPEG and PNG files below a folder to the decoders.</summary>
    public static void Run(string folder, int mutations)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png")
            .Order(StringComparer.Ordinal).ToArray();
        var chosen = files.Where((_, i) => i % Math.Max(1, files.Length / 500) == 0).Select(File.ReadAllBytes).ToArray();
        var clock = Stopwatch.StartNew();
        var report = DecoderFuzz.Run(chosen, mutations, seed: 1);
        Console.WriteLine($"{mutations:N0} mutations of {chosen.Length} files in {clock.Elapsed.TotalSeconds:N1} s: {report.Pictures:N0} pictures, {report.Refused:N0} sentences, slowest {report.Slowest.TotalMilliseconds:N0} ms");
    }
}
