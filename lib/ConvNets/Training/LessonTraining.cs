// One experiment of a lesson: build a net from the seed, train it by a recipe, report as it goes.

using ConvNets.Data;
using static TorchSharp.torch;

namespace ConvNets.Training;

/// <summary>Trains a lesson's nets under its settings.</summary>
public static class LessonTraining
{
    /// <summary>Builds a net after seeding the generator with the recipe's seed, and trains it.</summary>
    /// <param name="settings">Batch size and data of the lesson.</param>
    /// <param name="name">Name of the run in legends and reports.</param>
    /// <param name="build">Makes the net: [N, C, H, W] to logits [N, classes].</param>
    /// <param name="recipe">How to train.</param>
    /// <param name="data">What to train and test on.</param>
    /// <param name="report">Takes a line of progress, about twice a second; a notebook updates a display with it.</param>
    /// <param name="augment">Pad, crop and mirror the training pictures.</param>
    /// <param name="testEachEpoch">Test after every epoch, for a learning curve, or after the last one alone, which is sooner done.</param>
    /// <param name="token">Stops after the running step.</param>
    public static History Fit(
        this LessonSettings settings, string name, Func<nn.Module<Tensor, Tensor>> build, TrainingRecipe recipe, DataSplit data,
        Action<string>? report = null, bool augment = true, bool testEachEpoch = true, CancellationToken token = default)
    {
        manual_seed(recipe.Seed);
        using var model = build();
        return settings.Fit(name, model, recipe, data, report, augment, testEachEpoch, token);
    }

    /// <summary>Trains a net that the caller keeps.</summary>
    /// <inheritdoc cref="Fit(LessonSettings, string, Func{nn.Module{Tensor, Tensor}}, TrainingRecipe, DataSplit, Action{string}?, bool, bool, CancellationToken)"/>
    public static History Fit(
        this LessonSettings settings, string name, nn.Module<Tensor, Tensor> model, TrainingRecipe recipe, DataSplit data,
        Action<string>? report = null, bool augment = true, bool testEachEpoch = true, CancellationToken token = default)
    {
        var trainer = new Trainer(
            model, recipe, Loaders.Train(data, settings.BatchSize, recipe.Seed, augment), Loaders.Test(data, TestBatch))
        {
            Name = name,
            TestEachEpoch = testEachEpoch,
            OnStep = report is null ? null : LiveCurve.Of(name, report),
        };
        var history = trainer.Fit(token: token);
        report?.Invoke($"{name}: trained in {history.Seconds:0} s");
        return history;
    }

    private const int TestBatch = 256;
}
