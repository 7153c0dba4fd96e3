// Training histories as the course's learning curves.

using ConvNets.Plots;
using Plotly.NET;

namespace ConvNets.Training;

/// <summary>Charts of training histories.</summary>
public static class HistoryCharts
{
    /// <summary>Accuracy in per cent after each epoch, on training and test pictures.</summary>
    public static Run Accuracy(this History history) => Curve(history, e => 100 * e.TrainTop1, e => 100 * e.TestTop1);

    /// <summary>Error in per cent after each epoch, on training and test pictures.</summary>
    public static Run Error(this History history) => Curve(history, e => 100 * (1 - e.TrainTop1), e => 100 * (1 - e.TestTop1));

    /// <summary>Mean loss of each epoch, on training and test pictures.</summary>
    public static Run Loss(this History history) => Curve(history, e => e.TrainLoss, e => e.TestLoss);

    /// <summary>Training error in per cent of each step, averaged over the last <paramref name="window"/> steps.</summary>
    public static Run StepError(this History history, int window = 20)
    {
        var values = new double[history.Steps.Count];
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += 1 - history.Steps[i].Top1;
            sum -= i >= window ? 1 - history.Steps[i - window].Top1 : 0;
            values[i] = 100 * sum / Math.Min(i + 1, window);
        }

        return new Run(history.Name, values, []);
    }

    /// <summary>The learning curves of runs in one chart.</summary>
    /// <param name="histories">The runs, each with a <see cref="History.Name"/>.</param>
    /// <param name="title">Title of the chart.</param>
    public static GenericChart LearningCurves(this IEnumerable<History> histories, string title) =>
        Plot.LearningCurves(title, [.. histories.Select(Accuracy)]);

    private static Run Curve(History history, Func<EpochMetrics, double> train, Func<EpochMetrics, double> test)
    {
        var tested = history.Epochs.Any(e => !double.IsNaN(e.TestTop1));
        return new Run(history.Name, [.. history.Epochs.Select(train)], tested ? [.. history.Epochs.Select(test)] : []);
    }
}
