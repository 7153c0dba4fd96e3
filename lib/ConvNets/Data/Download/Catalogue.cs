using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConvNets.Data.Download;

/// <summary>One file of a data set, as its publisher offers it.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Urls">Where it is; each is a mirror of the others.</param>
/// <param name="Bytes">Its length; null where the publisher states none.</param>
/// <param name="Sha256">Accepted check sums in hexadecimal; empty where only MD5 is known.</param>
/// <param name="Md5">Accepted check sums, as the publisher states them; more than one where it has changed the file.</param>
/// <param name="Unpack"><c>tar.gz</c> or <c>zip</c>; null for a file that is used as it is.</param>
public sealed record CatalogueFile(
    string Name, IReadOnlyList<string> Urls, long? Bytes = null, IReadOnlyList<string>? Sha256 = null, IReadOnlyList<string>? Md5 = null, string? Unpack = null);

/// <summary>A public data set.</summary>
/// <param name="Name">Short name, as commands take it.</param>
/// <param name="Title">Full name.</param>
/// <param name="About">What is in it.</param>
/// <param name="Publisher">Who made it.</param>
/// <param name="Homepage">Its page.</param>
/// <param name="Licence">Under which terms it may be used.</param>
/// <param name="Citation">How to cite it.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Folder">The folder that its archive makes; empty where there is none.</param>
/// <param name="Contains">Files and folders that must be there after unpacking.</param>
/// <param name="Files">What to download.</param>
public sealed record CatalogueEntry(
    string Name, string Title, string About, string Publisher, string Homepage, string Licence, string Citation, int Classes, string Folder,
    IReadOnlyList<string> Contains, IReadOnlyList<CatalogueFile> Files)
{
    /// <summary>Bytes to download, of the files whose length is known.</summary>
    [JsonIgnore]
    public long KnownBytes => Files.Sum(file => file.Bytes ?? 0);

    /// <summary>Bytes to download; null where the length of a file is unknown.</summary>
    [JsonIgnore]
    public long? Bytes => Files.All(file => file.Bytes is not null) ? KnownBytes : null;

    /// <summary>By what a download is checked, for a sentence: "length and SHA-256", "MD5 (length unknown)".</summary>
    [JsonIgnore]
    public string Checks => (Files.All(file => file.Sha256 is { Count: > 0 }) ? "SHA-256" : "MD5") is var sum && Bytes is null
        ? $"{sum} (length unknown)"
        : $"length and {sum}";
}

/// <summary>The public data sets that the course knows (datasets/catalogue.json).</summary>
public sealed class Catalogue
{
    /// <summary>Makes a catalogue of these entries.</summary>
    public Catalogue(IReadOnlyList<CatalogueEntry> entries) => Entries = entries;

    /// <summary>The catalogue that comes with the course.</summary>
    public static Catalogue Default { get; } = ReadDefault();

    /// <summary>All data sets.</summary>
    public IReadOnlyList<CatalogueEntry> Entries { get; }

    /// <summary>The entry of this name, or null.</summary>
    public CatalogueEntry? Find(string name) => Entries.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The entry of this name.</summary>
    /// <exception cref="DataException">There is none; the sentence lists the names.</exception>
    public CatalogueEntry Get(string name) => Find(name)
        ?? throw new DataException($"There is no data set '{name}' in the catalogue; it has {string.Join(", ", Entries.Select(entry => entry.Name))}.");

    private sealed record Document(IReadOnlyList<CatalogueEntry> Datasets);

    private static Catalogue ReadDefault()
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream("catalogue.json")!;
        return new Catalogue(JsonSerializer.Deserialize<Document>(stream, JsonSerializerOptions.Web)!.Datasets);
    }
}
