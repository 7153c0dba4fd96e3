// The XML documentation of an assembly, read only when somebody asks for a word of it.

using System.Globalization;
using System.Xml;
using Microsoft.CodeAnalysis;

namespace NotebookHost.Session;

internal sealed class XmlDocumentation(string assemblyPath) : DocumentationProvider
{
    private readonly Lazy<Dictionary<string, string>> members = new(() => Load(assemblyPath));

    internal static XmlDocumentation Beside(string assemblyPath) => new(assemblyPath);

    public override bool Equals(object? obj) => obj is XmlDocumentation other && other.Path == Path;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);

    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        members.Value.GetValueOrDefault(documentationMemberID) ?? "";

    private string Path => assemblyPath;

    private static Dictionary<string, string> Load(string assemblyPath)
    {
        Dictionary<string, string> found = [];
        foreach (var file in Files(assemblyPath))
        {
            try
            {
                using var reader = XmlReader.Create(file);
                while (reader.ReadToFollowing("member"))
                {
                    if (reader.GetAttribute("name") is { } name)
                    {
                        found[name] = $"<member>{reader.ReadInnerXml()}</member>";
                    }
                }
            }
            catch (XmlException)
            {
                // A broken documentation file costs its words, nothing else.
            }
        }

        return found;
    }

    /// <summary>The file beside the assembly, or those of the SDK's reference pack for the runtime's own assemblies.</summary>
    private static IEnumerable<string> Files(string assemblyPath)
    {
        var beside = System.IO.Path.ChangeExtension(assemblyPath, ".xml");
        if (File.Exists(beside))
        {
            return [beside];
        }

        var runtime = System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = System.IO.Path.GetFullPath(System.IO.Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var folder = Directory.Exists(packs) ? Directory.EnumerateDirectories(packs).Order(StringComparer.Ordinal).LastOrDefault() : null;
        if (folder is null || System.IO.Path.GetDirectoryName(assemblyPath) != runtime)
        {
            return [];
        }

        var name = System.IO.Path.GetFileNameWithoutExtension(assemblyPath);
        var documents = Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories);
        return name == "System.Private.CoreLib"
            ? documents.Where(d => System.IO.Path.GetFileName(d) is "System.Runtime.xml" or "System.Threading.xml" or "System.Collections.xml" or "System.Memory.xml" or "System.Console.xml")
            : documents.Where(d => System.IO.Path.GetFileNameWithoutExtension(d) == name);
    }
}
