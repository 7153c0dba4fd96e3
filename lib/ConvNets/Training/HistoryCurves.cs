// A training history as a run of a learning-curve chart.

using ConvNets.Plots;

namespace ConvNets.Training;

/// <summary>Turns histories into curves.</summary>
public static class HistoryCurves
{
    /// <summary>Training and test accuracy after each epoch, in percent.</summary>
    public static Run Accuracy(this History history) =>
        Of(history, epoch => 100 * epoch.TrainTop1, epoch => 100 * epoch.TestTop1);

    /// <summary>Mean cross-entropy on training and test pictures, epoch by epoch.</summary>
    public static Run Loss(this History history) => Of(history, epoch => epoch.TrainLoss, epoch => epoch.TestLoss);

    private static Run Of(History history, Func<EpochMetrics, double> train, Func<EpochMetrics, double> test) =>
        new(history.Name, [.. history.Epochs.Select(train)], [.. history.Epochs.Select(test)]);
}
