// Who learned from whom: the families of networks, the idea that each brought, and what it took from its parents (lineage.json).
using System.Text.Json;

namespace ConvNets.Architectures;

/// <summary>A parent of a family.</summary>
/// <param name="Id">The parent's <see cref="Relative.Id"/>.</param>
/// <param name="Passes">What it passed on.</param>
public sealed record Ancestor(string Id, string Passes);

/// <summary>A family of networks.</summary>
/// <param name="Id">Id of the network that stands for the family in the registry.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="Idea">What it brought, in a few words.</param>
/// <param name="Branch">plain, inside, inception, residual, dense or beyond.</param>
/// <param name="Lesson">Number of the lesson that rebuilds it.</param>
/// <param name="Family">What the ids of its networks begin with.</param>
/// <param name="Parents">Where its ideas come from.</param>
public sealed record Relative(
    string Id, string Name, string Idea, string Branch, string Lesson, IReadOnlyList<string> Family, IReadOnlyList<Ancestor> Parents)
{
    /// <summary>Year of the paper.</summary>
    public int Year => Registry.Find(Id).Paper.Year;

    /// <summary>Whether a network of the registry belongs to this family.</summary>
    public bool Has(string id) => Family.Any(start => id.StartsWith(start, StringComparison.Ordinal));
}

/// <summary>The families of the course, in the order of the years.</summary>
public static class Lineage
{
    private static readonly Lazy<IReadOnlyList<Relative>> Relatives = new(Load);

    /// <summary>All families.</summary>
    public static IReadOnlyList<Relative> All => Relatives.Value;

    /// <summary>The family of a network.</summary>
    /// <exception cref="ArgumentException">No network has this id.</exception>
    public static Relative Of(string id) => All.First(relative => relative.Has(Registry.Find(id).Id));

    /// <summary>The family of a network, or null where it stands alone.</summary>
    /// <exception cref="ArgumentException">No network has this id.</exception>
    public static Relative? Find(string id) => All.FirstOrDefault(relative => relative.Has(Registry.Find(id).Id));

    private static IReadOnlyList<Relative> Load()
    {
        using var stream = typeof(Lineage).Assembly.GetManifestResourceStream("ConvNets.Architectures.lineage.json")
            ?? throw new InvalidOperationException("The lineage of the architectures is missing from the assembly; rebuild lib/ConvNets.");
        return [.. JsonSerializer.Deserialize<Tree>(stream, JsonSerializerOptions.Web)!.Relatives.OrderBy(relative => relative.Year)];
    }

    private sealed record Tree(List<Relative> Relatives);
}
