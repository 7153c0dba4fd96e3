// A kernel whose front end is gone ends, too.

using System.Diagnostics;

namespace NotebookHost.Jupyter;

internal static class ParentWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Watches the process that Jupyter names in JPY_PARENT_PID.</summary>
    internal static void Start(TaskCompletionSource gone)
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), out var parent) || parent <= 1)
        {
            return;
        }

        _ = Task.Run(async () =>
        {
            while (!gone.Task.IsCompleted)
            {
                await Task.Delay(Interval).ConfigureAwait(false);
                try
                {
                    using var process = Process.GetProcessById(parent);
                }
                catch (ArgumentException)
                {
                    gone.TrySetResult();
                    // A cell that cannot be stopped must not outlive the front end.
                    await Task.Delay(Interval).ConfigureAwait(false);
                    Environment.Exit(0);
                }
            }
        });
    }
}
