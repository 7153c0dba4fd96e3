// What training measures, per step and per epoch.

namespace ConvNets.Training;

/// <summary>One optimizer step.</summary>
/// <param name="Step">1 for the first step of the run.</param>
/// <param name="Epoch">1 for the first epoch.</param>
/// <param name="Pictures">Pictures in the batch.</param>
/// <param name="Loss">Mean loss over the batch.</param>
/// <param name="Top1">Fraction of the batch whose largest logit is the label's, 0 to 1.</param>
/// <param name="LearningRate">The rate that this step was taken with.</param>
/// <param name="RateFactor">The schedule's factor: <paramref name="LearningRate"/> over the recipe's base rate.</param>
public readonly record struct StepMetrics(long Step, int Epoch, int Pictures, double Loss, double Top1, double LearningRate, double RateFactor);

/// <summary>One pass over the training pictures, and the test that followed.</summary>
/// <param name="Epoch">1 for the first epoch.</param>
/// <param name="Step">Steps taken at its end.</param>
/// <param name="TrainLoss">Mean loss of its batches, while the weights were still moving.</param>
/// <param name="TrainTop1">Fraction right of its pictures, while the weights were still moving.</param>
/// <param name="TestLoss">Mean loss on the test pictures; NaN where nothing was tested.</param>
/// <param name="TestTop1">Fraction right of the test pictures; NaN where nothing was tested.</param>
/// <param name="LearningRate">The rate of its last step.</param>
/// <param name="Seconds">Time of the epoch with its test.</param>
/// <param name="PicturesPerSecond">Training pictures a second, without the test.</param>
public readonly record struct EpochMetrics(
    int Epoch, long Step, double TrainLoss, double TrainTop1, double TestLoss, double TestTop1, double LearningRate, double Seconds, double PicturesPerSecond);

/// <summary>How far training is, for a progress line.</summary>
/// <param name="Step">Steps taken.</param>
/// <param name="TotalSteps">Steps of the whole run.</param>
/// <param name="Epoch">Running epoch, from 1.</param>
/// <param name="Epochs">Epochs of the whole run.</param>
/// <param name="Loss">Loss, averaged over the last steps.</param>
/// <param name="Top1">Training accuracy, averaged over the last steps.</param>
/// <param name="LearningRate">Current rate.</param>
/// <param name="PicturesPerSecond">Training pictures a second of late.</param>
/// <param name="Elapsed">Time since this process began to train.</param>
/// <param name="Left">Estimated time to the end; null until there is a rate.</param>
public readonly record struct TrainingProgress(
    long Step, long TotalSteps, int Epoch, int Epochs, double Loss, double Top1, double LearningRate, double PicturesPerSecond, TimeSpan Elapsed, TimeSpan? Left)
{
    /// <summary>How much is done, 0 to 1.</summary>
    public double Fraction => TotalSteps == 0 ? 1 : (double)Step / TotalSteps;

    /// <summary>One line: place, loss, accuracy, rate and time left.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"epoch {Epoch} of {Epochs}, step {Step} of {TotalSteps}, loss {Loss:0.000}, {Top1:0%} right, {PicturesPerSecond:N0} pictures/s") + Words(Left);

    private static string Words(TimeSpan? left) => left switch
    {
        null => "",
        { TotalHours: >= 1 } t => FormattableString.Invariant($", {(int)t.TotalHours} h {t.Minutes} min left"),
        { TotalMinutes: >= 1 } t => FormattableString.Invariant($", {t.Minutes} min {t.Seconds} s left"),
        { } t => FormattableString.Invariant($", {Math.Ceiling(t.TotalSeconds):0} s left"),
    };
}
