// A progress bar for loops of one's own: it redraws in place, at most ten times a second, and leaves one line.

using System.Diagnostics;
using System.Globalization;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookHost.Display;

/// <summary>Shows how far a loop is, in a notebook's output or on a terminal.</summary>
/// <param name="label">What is being done.</param>
/// <param name="total">How many steps there are.</param>
/// <param name="unit">What is counted, for the rate: <c>pictures</c>.</param>
public sealed class ProgressBar(string label, long total, string unit = "steps") : IDisposable
{
    private const int IntervalMilliseconds = 100;

    private readonly Lock gate = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private DisplayedValue? shown;
    private long done;
    private long drawnAt = -IntervalMilliseconds;

    /// <summary>Counts steps; safe from several threads.</summary>
    public void Step(long count = 1)
    {
        Interlocked.Add(ref done, count);
        if (clock.ElapsedMilliseconds - Interlocked.Read(ref drawnAt) >= IntervalMilliseconds)
        {
            Interlocked.Exchange(ref drawnAt, clock.ElapsedMilliseconds);
            Draw(finished: false);
        }
    }

    /// <summary>Leaves one line that says how long it took, and where it stopped when that was not the end.</summary>
    public void Dispose() => Draw(finished: true);

    /// <summary>The state now.</summary>
    internal ProgressLine State(bool finished)
    {
        var count = Interlocked.Read(ref done);
        var rate = clock.Elapsed.TotalSeconds > 0 ? count / clock.Elapsed.TotalSeconds : 0;
        var fraction = finished ? 1 : total > 0 ? Math.Min(0.999, (double)count / total) : 0;
        var detail = rate >= 0.01 ? string.Create(CultureInfo.InvariantCulture, $"{(rate >= 10 ? rate.ToString("0", CultureInfo.InvariantCulture) : rate.ToString("0.##", CultureInfo.InvariantCulture))} {unit}/s") : "";
        TimeSpan? left = rate > 0 && !finished ? TimeSpan.FromSeconds(Math.Max(0, (total - count) / rate)) : null;
        return new ProgressLine(label, fraction, detail, clock.Elapsed, left)
        {
            Ending = count >= total ? "done" : string.Create(CultureInfo.InvariantCulture, $"stopped after {count:N0} of {total:N0} {unit}"),
        };
    }

    private void Draw(bool finished)
    {
        var state = State(finished);
        if (KernelInvocationContext.Current is { IsComplete: false } cell)
        {
            lock (gate)
            {
                if (shown is null)
                {
                    shown = cell.Display(state);
                }
                else
                {
                    shown.Update(state);
                }
            }
        }
        else if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r\u001b[K{state.ToText()}{(finished ? "\n" : "")}");
        }
        else if (finished)
        {
            Console.Error.WriteLine(state.ToText());
        }
    }
}
