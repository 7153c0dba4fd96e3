// Where the compiled cells live: a load context that can be thrown away as a whole, which finds what `#r` named.

using System.Reflection;
using System.Runtime.Loader;

namespace NotebookHost.Session;

internal sealed class CellAssemblies() : AssemblyLoadContext("cells", isCollectible: true)
{
    private readonly Dictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Remembers the file of an assembly that a cell may need.</summary>
    internal void Remember(string path) => files.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    /// <summary>The loaded or known file of that name, or null.</summary>
    internal string? Known(string simpleName) => files.GetValueOrDefault(simpleName);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        if (SessionReferences.Shipped(name) is not null)
        {
            return null;
        }

        return files.TryGetValue(name, out var path) ? LoadFromAssemblyPath(path) : null;
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (var folder in files.Values.Select(f => Path.GetDirectoryName(f)!).Distinct())
        {
            foreach (var candidate in new[] { unmanagedDllName, $"lib{unmanagedDllName}.so", $"{unmanagedDllName}.dll", $"lib{unmanagedDllName}.dylib" })
            {
                var path = Path.Combine(folder, candidate);
                if (File.Exists(path))
                {
                    return LoadUnmanagedDllFromPath(path);
                }
            }
        }

        return IntPtr.Zero;
    }
}
