// Records the public surface of an assembly:
//   dotnet run --project tests/Signatures -- ASSEMBLY.dll [NAMESPACE...] > signatures.txt

using System.Reflection;
using Signatures;

if (args.Length == 0 || !File.Exists(args[0]))
{
    Console.Error.WriteLine("Name an assembly file: dotnet run --project tests/Signatures -- ASSEMBLY.dll [NAMESPACE...]");
    return 2;
}

var namespaces = args[1..];
var assembly = Assembly.LoadFrom(Path.GetFullPath(args[0]));
foreach (var line in PublicSurface.Of(assembly, t => namespaces.Length == 0 || namespaces.Contains(t.Namespace)))
{
    Console.Out.Write(line + "\n");
}

return 0;
