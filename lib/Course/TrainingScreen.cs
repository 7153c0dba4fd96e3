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
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"epoch {at.Epoch}/{at.Epochs}  step {at.Step}/{at.TotalSteps}  loss {at.Loss:0.000}  {at.Top1:0.0%} right  rate {at.LearningRate:0.####}  {at.PicturesPerSecond:0} pictures/s  {Left(at.Left)}");
        drawn = terminal.Redraw(line);
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

    /// <summary>Words for the time that is left.</summary>
    public static string Left(TimeSpan? time) => time switch
    {
        null => "",
        { TotalHours: >= 1 } t => string.Create(CultureInfo.InvariantCulture, $"{(int)t.TotalHours} h {t.Minutes} min left"),
        { TotalMinutes: >= 1 } t => string.Create(CultureInfo.InvariantCulture, $"{t.Minutes} min {t.Seconds} s left"),
        { } t => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(t.TotalSeconds):0} s left"),
    };
}
