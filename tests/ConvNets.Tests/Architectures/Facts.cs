// The published figures (figures.json) and the second count (counts.json, written by count.py).
using System.Text.Json;

namespace ConvNets.Tests.Architectures;

/// <summary>What is known of one network at its published input.</summary>
public sealed record Figure(
    string Id, long Classes, bool Auxiliary, long? Parameters, long? Macs, double? ReceptiveField, double? Jump, double? Padding,
    double[][] Stages, string Source);

/// <summary>One row of the second count.</summary>
public sealed record Count(long Parameters, long Macs, double? ReceptiveField, double? Jump, double? Padding);

internal static class Facts
{
    public static readonly IReadOnlyList<Figure> Figures = Read<List<Figure>>("figures.json");

    public static readonly IReadOnlyDictionary<string, Count> Counts = Read<Dictionary<string, Count>>("counts.json");

    private static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Architectures", file)), JsonSerializerOptions.Web)!;
}
