// What `#r "..."` means: an assembly that this program carries, by name or by any path to a file of that name (so that a lesson
// may name the kit's build output and still shares its types), else the file itself.

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotebookHost.Session;

internal sealed class ReferenceResolver(string workingDirectory, Action<string> remember) : MetadataReferenceResolver
{
    private readonly Dictionary<string, PortableExecutableReference> read = new(StringComparer.Ordinal);

    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        var isFile = reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || reference.EndsWith(".exe", StringComparison.OrdinalIgnoreCase);
        var simpleName = isFile ? Path.GetFileNameWithoutExtension(reference.Replace('\\', '/')) : reference.Split(',')[0];
        var path = SessionReferences.Shipped(simpleName);
        if (path is null && isFile)
        {
            var folder = baseFilePath is null || !Path.IsPathRooted(baseFilePath) ? workingDirectory : Path.GetDirectoryName(baseFilePath)!;
            path = Path.GetFullPath(Path.Combine(folder, reference.Replace('\\', '/')));
        }

        return path is null || !File.Exists(path) ? [] : [Get(path)];
    }

    // What the standing assemblies use of others inside is nothing that a cell can see.
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        !SessionReferences.All.Contains(definition) && SessionReferences.Shipped(referenceIdentity.Name) is { } path ? Get(path) : null;

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>Reads an assembly once, and tells the session where its code is.</summary>
    internal PortableExecutableReference Get(string path)
    {
        remember(path);
        if (SessionReferences.Standing(path) is PortableExecutableReference standing)
        {
            return standing;
        }

        if (!read.TryGetValue(path, out var reference))
        {
            read[path] = reference = SessionReferences.Read(path);
        }

        return reference;
    }
}
