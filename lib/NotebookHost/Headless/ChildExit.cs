// Why a child process ended, in words.

using System.Diagnostics;

namespace NotebookHost.Headless;

internal static class ChildExit
{
    private const int MaximumLines = 3;

    /// <summary>The exit code as a person understands it.</summary>
    internal static string Words(int exitCode) => exitCode switch
    {
        134 => "aborted by the runtime",
        137 => "killed, perhaps for lack of memory",
        139 => "a native library crashed",
        _ => $"exit code {exitCode}",
    };

    /// <summary>The first lines of a child's error stream; the rest is read and dropped.</summary>
    internal static async Task<string> FirstWords(StreamReader reader)
    {
        var first = new List<string>();
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (first.Count < MaximumLines && line.Trim().Length > 0)
            {
                first.Add(line.Trim());
            }
        }

        return string.Join(" ", first);
    }

    /// <summary>Ends a child and what it started.</summary>
    internal static void Kill(Process child)
    {
        try
        {
            child.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }
}
