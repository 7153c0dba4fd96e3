// How this program starts its children: they talk over their standard streams, and none of them takes the machine down.

using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NotebookHost.Headless;

internal static class ChildStart
{
    /// <summary>The variable that limits the managed memory of a .NET process, in percent of the machine's, hexadecimal.</summary>
    internal const string MemoryVariable = "DOTNET_GCHeapHardLimitPercent";

    // Code that eats all memory gets an exception near three quarters of the machine's, before the machine suffers.
    private const int MemoryPercent = 75;

    /// <summary>The limit of one of several processes that run at a time, as <see cref="MemoryVariable"/> takes it.</summary>
    internal static string MemoryLimit(int processes = 1) => Math.Max(10, MemoryPercent / Math.Max(1, processes)).ToString("x", CultureInfo.InvariantCulture);

    /// <summary>A child whose three streams are pipes that carry UTF-8.</summary>
    /// <param name="command">Its command line.</param>
    /// <param name="folder">Its working directory; this process's own when null.</param>
    /// <param name="processors">How many processors it may use; 0 for all.</param>
    internal static ProcessStartInfo Piped(IReadOnlyList<string> command, string? folder = null, int processors = 0)
    {
        var encoding = new UTF8Encoding(false);
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = encoding,
            StandardOutputEncoding = encoding,
            UseShellExecute = false,
            WorkingDirectory = folder ?? "",
        };
        if (processors > 0)
        {
            start.Environment["DOTNET_PROCESSOR_COUNT"] = processors.ToString(CultureInfo.InvariantCulture);
        }

        return start;
    }

    /// <summary>Limits the memory of a child to its share, unless the user's own limit stands in the environment.</summary>
    internal static void LimitMemory(ProcessStartInfo start, int processes = 1)
    {
        if (!start.Environment.ContainsKey("DOTNET_GCHeapHardLimit"))
        {
            start.Environment.TryAdd(MemoryVariable, MemoryLimit(processes));
        }
    }

    /// <summary>When memory runs out all the same, Linux should end that process and not the one that watches it.</summary>
    internal static void OfferToTheSystem(int process)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            File.WriteAllText($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/oom_score_adj", "800");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A system that does not allow it chooses by itself.
        }
    }
}
