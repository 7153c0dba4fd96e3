// The assemblies that a cell's code may use: the .NET runtime's own and the kit's. Read once for a process; only their
// metadata is kept in memory. Each costs every cell about 150 bytes, so that those which only forward to others stay out.

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace NotebookHost.Session;

internal static class SessionReferences
{
    private static readonly string[] Kit =
    [
        "ConvNets", "NotebookHost", "TorchSharp", "Plotly.NET", "Plotly.NET.CSharp", "Microsoft.Data.Analysis", "Apache.Arrow",
        "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.AspNetCore.Html.Abstractions",
        "FSharp.Core", "DynamicObj", "Giraffe.ViewEngine", "SkiaSharp", "Google.Protobuf",
    ];

    private static readonly Lazy<Dictionary<string, string>> Platform = new(() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(p => Path.GetFileNameWithoutExtension(p), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<IReadOnlyList<MetadataReference>> Standard = new(() =>
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var found = Platform.Value
            .Where(a => Path.GetDirectoryName(a.Value) == runtime || Kit.Contains(a.Key))
            .Where(a => !a.Key.StartsWith("Microsoft.VisualBasic", StringComparison.Ordinal))
            .ToDictionary(a => a.Key, a => (Path: a.Value, Module: Module(a.Value)), StringComparer.OrdinalIgnoreCase);

        // Those that offer types, and what these name themselves.
        var needed = new Queue<string>(found.Where(a => OffersTypes(a.Value.Module.GetMetadataReader())).Select(a => a.Key));
        var kept = new SortedSet<string>(needed, StringComparer.Ordinal);
        while (needed.TryDequeue(out var name))
        {
            foreach (var other in Named(found[name].Module.GetMetadataReader()).Where(found.ContainsKey))
            {
                if (kept.Add(other))
                {
                    needed.Enqueue(other);
                }
            }
        }

        return [.. kept.Select(name => Reference(found[name].Path, found[name].Module))];
    });

    /// <summary>What every session starts with.</summary>
    internal static IReadOnlyList<MetadataReference> All => Standard.Value;

    /// <summary>The file of an assembly that this program already carries, or null.</summary>
    internal static string? Shipped(string simpleName) => Platform.Value.GetValueOrDefault(simpleName)
        ?? (File.Exists(Path.Combine(AppContext.BaseDirectory, simpleName + ".dll")) ? Path.Combine(AppContext.BaseDirectory, simpleName + ".dll") : null);

    internal static MetadataReference? Standing(string path) => All.FirstOrDefault(r => r.Display == path);

    internal static PortableExecutableReference Read(string path) => Reference(path, Module(path));

    private static PortableExecutableReference Reference(string path, ModuleMetadata module) =>
        AssemblyMetadata.Create(module).GetReference(XmlDocumentation.Beside(path), filePath: path, display: path);

    private static ModuleMetadata Module(string path)
    {
        using var stream = File.OpenRead(path);
        return ModuleMetadata.CreateFromStream(stream, PEStreamOptions.PrefetchMetadata);
    }

    private static bool OffersTypes(MetadataReader reader) =>
        reader.TypeDefinitions.Any(t => (reader.GetTypeDefinition(t).Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public);

    private static IEnumerable<string> Named(MetadataReader reader) =>
        reader.AssemblyReferences.Select(r => reader.GetString(reader.GetAssemblyReference(r).Name));
}
