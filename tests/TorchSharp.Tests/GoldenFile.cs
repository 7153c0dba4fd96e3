using System.Text.Json;

namespace Tests;

/// <summary>The golden files that the Python scripts beside them made with PyTorch.</summary>
internal static class GoldenFile
{
    /// <summary>The path of a golden file in the source tree.</summary>
    internal static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "tests", "TorchSharp.Tests", "Golden", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException($"No golden file {name} above {AppContext.BaseDirectory}.");
    }

    /// <summary>Reads a golden JSON file.</summary>
    internal static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllBytes(Find(name))).RootElement;

    internal static long[] Longs(this JsonElement element, string key)
        => [.. element.GetProperty(key).EnumerateArray().Select(v => v.GetInt64())];

    internal static double[] Doubles(this JsonElement element, string key)
        => [.. element.GetProperty(key).EnumerateArray().Select(v => v.GetDouble())];

    /// <summary>Numbers written as strings, because they need all 64 bits.</summary>
    internal static ulong[] Words(this JsonElement element, string key)
        => [.. element.GetProperty(key).EnumerateArray().Select(v => ulong.Parse(v.GetString()!))];
}
