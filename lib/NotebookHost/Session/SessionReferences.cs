// The assemblies that a cell's code may use: the .NET runtime's own and the kit's. Read once for a process; only their
// metadata is kept in memory.

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
        return
        [
            .. Platform.Value
                .Where(a => Path.GetDirectoryName(a.Value) == runtime || Kit.Contains(a.Key))
                .Where(a => !a.Key.StartsWith("Microsoft.VisualBasic", StringComparison.Ordinal))
                .OrderBy(a => a.Key, StringComparer.Ordinal)
                .Select(a => Read(a.Value)),
        ];
    });

    /// <summary>What every session starts with.</summary>
    internal static IReadOnlyList<MetadataReference> All => Standard.Value;

    /// <summary>The file of an assembly that this program already carries, or null.</summary>
    internal static string? Shipped(string simpleName) => Platform.Value.GetValueOrDefault(simpleName)
        ?? (File.Exists(Path.Combine(AppContext.BaseDirectory, simpleName + ".dll")) ? Path.Combine(AppContext.BaseDirectory, simpleName + ".dll") : null);

    internal static MetadataReference? Standing(string path) => All.FirstOrDefault(r => r.Display == path);

    internal static PortableExecutableReference Read(string path)
    {
        using var stream = File.OpenRead(path);
        var module = ModuleMetadata.CreateFromStream(stream, PEStreamOptions.PrefetchMetadata);
        return AssemblyMetadata.Create(module).GetReference(XmlDocumentation.Beside(path), filePath: path, display: path);
    }
}
