// `course --version`.

using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Course;

internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <summary>The kit's version without its commit.</summary>
    public static string Version { get; } =
        typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(Version);
        return Cli.Success;
    }
}
