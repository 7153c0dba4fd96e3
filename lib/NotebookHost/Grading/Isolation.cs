// The command line of a child process, and what keeps it in.

using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace NotebookHost.Grading;

/// <summary>How children are started.</summary>
public sealed class Isolation
{
    private static readonly Lazy<bool> Prlimit = new(() => Works("prlimit", "--core=0", "--", "true"));

    private readonly string program;

    private Isolation(string program) => this.program = program;

    /// <summary>In words, for reports.</summary>
    public string Description => Prlimit.Value ? "own process, resource limits" : "own process";

    /// <summary>The best isolation that this system has.</summary>
    /// <param name="program">The <c>course.dll</c> that children run; the running program when null.</param>
    public static Isolation Best(string? program = null) => new(program ?? Assembly.GetEntryAssembly()!.Location);

    internal ProcessStartInfo Start(SandboxLimits limits, string scratch)
    {
        List<string> command = [];
        if (Prlimit.Value)
        {
            command.AddRange(
                "prlimit", "--core=0", $"--cpu={(long)Math.Ceiling(limits.Total.TotalSeconds)}",
                $"--fsize={limits.FileSize}", $"--nofile={limits.OpenFiles}", "--");
        }

        command.AddRange(DotnetHost.Path, "exec", program, SandboxProcess.Verb);
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = scratch,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Environment(limits, scratch))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static IEnumerable<(string Name, string Value)> Environment(SandboxLimits limits, string scratch) =>
    [
        ("PATH", "/usr/bin:/bin"),
        ("HOME", scratch),
        ("TMPDIR", scratch),
        ("DOTNET_ROOT", Path.GetDirectoryName(DotnetHost.Path) ?? ""),
        ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        ("DOTNET_EnableDiagnostics", "0"),
        ("DOTNET_gcServer", "0"),
        ("DOTNET_gcConcurrent", "0"),
        ("DOTNET_TieredPGO", "0"),
        // Its double mapping needs files of any size.
        ("DOTNET_EnableWriteXorExecute", "0"),
        ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"),
        ("DOTNET_GCHeapHardLimit", limits.Heap.ToString("x", CultureInfo.InvariantCulture)),
    ];

    internal static bool Works(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true });
            return process is not null && process.WaitForExit(5000) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
