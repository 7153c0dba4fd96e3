// How this program starts itself anew, for a lesson's own process.

using System.Reflection;

namespace NotebookHost;

internal static class ThisProgram
{
    /// <summary>The command line that runs this program with other arguments.</summary>
    internal static IReadOnlyList<string> With(params IEnumerable<string> arguments)
    {
        var program = Environment.ProcessPath ?? DotnetHost.Path;
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [program, Assembly.GetEntryAssembly()!.Location, .. arguments]
            : [program, .. arguments];
    }
}
