// Records the genuine signatures of what a stand-in offers:
//   dotnet run --project tests/Signatures -- STAND-IN.dll GENUINE.dll... > signatures.txt
// With one assembly, its whole public surface.

using System.Runtime.Loader;
using Signatures;

if (args.Length == 0 || args.FirstOrDefault(a => !File.Exists(a)) is not null)
{
    Console.Error.WriteLine("Name assembly files that exist: dotnet run --project tests/Signatures -- STAND-IN.dll GENUINE.dll...");
    return 2;
}

var standIn = Lines(args[..1]);
var wanted = standIn.Select(PublicSurface.Member).ToHashSet(StringComparer.Ordinal);
var lines = args.Length == 1 ? standIn : Lines(args[1..]).Where(line => wanted.Contains(PublicSurface.Member(line)));
foreach (var line in lines.Distinct().Order(StringComparer.Ordinal))
{
    Console.Out.Write(line + "\n");
}

return 0;

// Stand-in and genuine share a name, so each side has a context of its own; neighbours of its files belong to it.
static IReadOnlyList<string> Lines(string[] files)
{
    var context = new AssemblyLoadContext(null);
    var folders = files.Select(f => Path.GetDirectoryName(Path.GetFullPath(f))!).Distinct().ToArray();
    context.Resolving += (own, name) =>
        folders.Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists) is { } file ? own.LoadFromAssemblyPath(file) : null;
    return [.. files.SelectMany(file => PublicSurface.Of(context.LoadFromAssemblyPath(Path.GetFullPath(file)), _ => true))];
}
