// Processor time and memory of a process and all processes below it, sampled from /proc while they run.

using System.Diagnostics;
using System.Globalization;

namespace Bench;

/// <summary>Samples a tree of processes from a thread of its own.</summary>
internal sealed class ProcessSamples : IDisposable
{
    private const double Tick = 1.0 / 100;

    private readonly int root;
    private readonly Func<string, bool> own;
    private readonly Thread thread;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Dictionary<(int Id, string Start), double> processor = [];
    private readonly List<(TimeSpan At, long Own, long All)> memory = [];
    private volatile bool stopped;

    /// <summary>Begins.</summary>
    /// <param name="root">The process.</param>
    /// <param name="own">Which command lines count as the program's own; the others count for all only.</param>
    public ProcessSamples(Process root, Func<string, bool> own)
    {
        (this.root, this.own) = (root.Id, own);
        thread = new Thread(Watch) { IsBackground = true };
        thread.Start();
    }

    /// <summary>Seconds of all processes that were seen; each lacks what it took after its last sample.</summary>
    public double Processor
    {
        get
        {
            lock (processor)
            {
                return processor.Values.Sum();
            }
        }
    }

    /// <summary>Resident bytes of the program's own processes and of all, over time.</summary>
    public IReadOnlyList<(TimeSpan At, long Own, long All)> Memory
    {
        get
        {
            lock (processor)
            {
                return [.. memory];
            }
        }
    }

    public void Dispose()
    {
        stopped = true;
        thread.Join();
    }

    private void Watch()
    {
        for (; !stopped; Thread.Sleep(100))
        {
            var (mine, all) = (0L, 0L);
            Add(root, 0, ref mine, ref all);
            lock (processor)
            {
                memory.Add((clock.Elapsed, mine, all));
            }
        }
    }

    private void Add(int id, int depth, ref long mine, ref long all)
    {
        try
        {
            // After the name in parentheses: state, parent, ... user time 14, system time 15, start 22, resident pages 24.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            lock (processor)
            {
                processor[(id, fields[19])] = (Number(fields[11]) + Number(fields[12])) * Tick;
            }

            var resident = Number(fields[21]) * Environment.SystemPageSize;
            all += resident;
            mine += own(File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ')) ? resident : 0;
            foreach (var child in depth > 8 ? [] : File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(OfThreads(id)))
            {
                Add(int.Parse(child, CultureInfo.InvariantCulture), depth + 1, ref mine, ref all);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has just ended.
        }
    }

    // A child belongs to the thread that started it.
    private static IEnumerable<string> OfThreads(int id) => Directory.EnumerateDirectories($"/proc/{id}/task")
        .Where(t => Path.GetFileName(t) != id.ToString(CultureInfo.InvariantCulture))
        .SelectMany(t => File.ReadAllText(t + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
