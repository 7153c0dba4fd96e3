// The progress of training: one line that redraws itself on a terminal, a line now and then elsewhere, one line for each epoch in both.

using System.Diagnostics;
using System.Globalization;
using ConvNets.Training;

namespace Course;

internal sealed class TrainingScreen(Terminal terminal) : IDisposable
{
    private static readonly TimeSpan LiveInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(15);
    private readonly Stopwatch sinceLine = Stopwatch.StartNew();
    private bool drawn;

    /// <summary>Shows where training stands.</summary>
    public void Step(TrainingProgress at)
    {
        if (sinceLine.Elapsed < (terminal.IsLive ? LiveInterval : PlainInterval))
        {
            return;
        }

        sinceLine.Restart();
        drawn = terminal.Redraw(at.ToString());
    }

    /// <summary>Writes the line of a finished epoch.</summary>
    public void Epoch(EpochMetrics epoch)
    {
        Dispose();
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"epoch {epoch.Epoch,3}  train loss {epoch.TrainLoss:0.000}  {epoch.TrainTop1,6:0.0%} right  test loss {epoch.TestLoss:0.000}  {epoch.TestTop1,6:0.0%} right  {epoch.PicturesPerSecond:0} pictures/s  {epoch.Seconds:0.0} s"));
        sinceLine.Restart();
    }

    /// <summary>Removes the live line.</summary>
    public void Dispose()
    {
        if (drawn)
        {
            terminal.Clear();
            drawn = false;
        }
    }
}
