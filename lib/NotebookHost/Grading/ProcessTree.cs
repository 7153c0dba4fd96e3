// What a child process and its own children use, read from /proc where there is one.

using System.Diagnostics;
using System.Globalization;

namespace NotebookHost.Grading;

/// <summary>Processor time, memory, threads and number of the processes below one.</summary>
internal readonly record struct ProcessUse(TimeSpan Processor, long Resident, int Threads, int Processes);

internal static class ProcessTree
{
    private static readonly double Tick = 1.0 / 100;

    internal static ProcessUse Of(Process root)
    {
        if (!OperatingSystem.IsLinux())
        {
            root.Refresh();
            return root.HasExited ? default : new(root.TotalProcessorTime, root.WorkingSet64, root.Threads.Count, 1);
        }

        var use = default(ProcessUse);
        Add(root.Id, ref use, 0);
        return use;
    }

    /// <summary>Whether every thread of a process and its children waits for something; false where the system does not say.</summary>
    internal static bool IsWaiting(Process root) => OperatingSystem.IsLinux() && IsWaiting(root.Id, 0);

    private static bool IsWaiting(int id, int depth)
    {
        try
        {
            return depth <= 16
                && Directory.EnumerateDirectories($"/proc/{id}/task").All(t => State(File.ReadAllText(t + "/stat")) is not ('R' or 'D'))
                && File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(c => IsWaiting(int.Parse(c, CultureInfo.InvariantCulture), depth + 1));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Something has just ended: that is no waiting.
            return false;
        }
    }

    // After the name in parentheses, which may hold anything.
    private static char State(string stat) => stat[stat.LastIndexOf(')') + 2];

    private static void Add(int id, ref ProcessUse use, int depth)
    {
        if (depth > 16 || use.Processes > 256)
        {
            return;
        }

        try
        {
            // After the name in parentheses: state, parent, ... user time 14, system time 15, threads 20, resident pages 24.
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = Number(fields[11]) + Number(fields[12]);
            use = new(
                use.Processor + TimeSpan.FromSeconds(ticks * Tick),
                use.Resident + (Number(fields[21]) * Environment.SystemPageSize),
                use.Threads + (int)Number(fields[17]),
                use.Processes + 1);
            foreach (var child in File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Add(int.Parse(child, CultureInfo.InvariantCulture), ref use, depth + 1);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has just ended.
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
