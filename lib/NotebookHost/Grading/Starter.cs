// Starts child processes on one thread that lives as long as this program: a child that ends with its parent ends, on Linux, with
// the thread that started it.

using System.Collections.Concurrent;
using System.Diagnostics;

namespace NotebookHost.Grading;

internal static class Starter
{
    private static readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process?> Started)> Requests = Begin();

    /// <summary>Starts a process; null where none was started.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The system refuses.</exception>
    internal static Process? Start(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Requests.Add((start, started));
        return started.Task.GetAwaiter().GetResult();
    }

    private static BlockingCollection<(ProcessStartInfo, TaskCompletionSource<Process?>)> Begin()
    {
        var requests = new BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process?> Started)>();
        new Thread(() =>
        {
            foreach (var (start, started) in requests.GetConsumingEnumerable())
            {
                try
                {
                    started.SetResult(Process.Start(start));
                }
                catch (Exception exception)
                {
                    started.SetException(exception);
                }
            }
        })
        { IsBackground = true, Name = "sandbox starter" }.Start();
        return requests;
    }
}
