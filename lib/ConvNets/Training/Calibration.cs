// How hard the embedded data set is: models from a linear one to a residual net, trained on it in minutes. The table in datasets/README.md is
// this one's output; when the generator changes, run it again.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ConvNets.Architectures;
using ConvNets.Blocks;
using ConvNets.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Training;

/// <summary>What one model reached.</summary>
/// <param name="Model">The model and how it was trained.</param>
/// <param name="Parameters">Number of its parameters.</param>
/// <param name="Epochs">Passes over the training pictures.</param>
/// <param name="Train">Fraction of the training pictures classified right, without augmentation.</param>
/// <param name="Test">Fraction of the test pictures classified right.</param>
/// <param name="Drawings">Fraction of the drawings (the other domain) classified right by the same model.</param>
/// <param name="Time">Time of training.</param>
public sealed record CalibrationRow(string Model, long Parameters, int Epochs, double Train, double Test, double Drawings, TimeSpan Time);

/// <summary>Measures the embedded data set with models of growing strength.</summary>
public static class Calibration
{
    private sealed record Trial(string Name, Func<Module<Tensor, Tensor>> Make, int Epochs, double Rate, bool Augment, int? Pictures = null);

    private static readonly Trial[] Trials =
    [
        new("linear", () => Sequential(Flatten(), Linear(3 * 32 * 32, 10)), 10, 0.003, false),
        new("3 convolutions, max pooling", () => Small(batchNorm: false, maxPool: true), 10, 0.02, false),
        new("3 convolutions, stride 2, batch norm", () => Small(batchNorm: true, maxPool: false), 10, 0.05, false),
        new("3 convolutions, max pooling, batch norm", () => Small(batchNorm: true, maxPool: true), 10, 0.05, false),
        new("the same, augmented", () => Small(batchNorm: true, maxPool: true), 10, 0.05, true),
        new("the same on 1,000 pictures", () => Small(batchNorm: true, maxPool: true), 50, 0.05, false, 1000),
        new("the same on 1,000 pictures, augmented", () => Small(batchNorm: true, maxPool: true), 50, 0.05, true, 1000),
        new("resnet-8, augmented", () => new CifarResNet(8), 12, 0.1, true),
        new("plain-20, augmented", () => new CifarResNet(20, ShortcutOption.Plain), 12, 0.1, true),
        new("resnet-20, not augmented", () => new CifarResNet(20), 12, 0.1, false),
        new("resnet-20, augmented", () => new CifarResNet(20), 12, 0.1, true),
    ];

    /// <summary>Trains every model and yields its row as soon as it is there.</summary>
    /// <param name="train">Training pictures, 32x32.</param>
    /// <param name="test">Test pictures, and as many drawings.</param>
    /// <param name="seed">Of pictures, initial weights and order.</param>
    /// <param name="difficulty">Of the pictures.</param>
    /// <param name="only">Part of a model's name; null for all.</param>
    public static IEnumerable<CalibrationRow> Run(
        int train = 5000, int test = 1000, int seed = 1, double difficulty = EmbeddedPictures.DefaultDifficulty, string? only = null)
    {
        var photos = Datasets.Embedded(train, test, seed, difficulty: difficulty);
        var drawings = photos with { Test = Datasets.Embedded(0, test, seed, domain: Domain.Drawing, difficulty: difficulty).Test };
        foreach (var trial in Trials.Where(trial => only is null || trial.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            var given = photos.Take(trial.Pictures < train ? trial.Pictures : null);
            var seen = given with { Test = given.Train.Take(Math.Min(test, given.Train.Count)) };
            manual_seed(seed);
            using var model = trial.Make();
            var clock = Stopwatch.StartNew();
            var recipe = TrainingRecipe.Short(trial.Epochs, trial.Rate) with { Seed = seed };
            new Trainer(model, recipe, Loaders.Train(given, 64, seed, trial.Augment)).Fit();
            var time = clock.Elapsed;
            yield return new CalibrationRow(
                trial.Name, model.parameters().Sum(p => p.numel()), trial.Epochs, Top1(model, seen), Top1(model, given), Top1(model, drawings with { Train = given.Train }), time);
        }
    }

    /// <summary>The rows as a Markdown table.</summary>
    public static string Markdown(IEnumerable<CalibrationRow> rows)
    {
        var text = new StringBuilder("| model | parameters | epochs | train | test | drawings | seconds |\n| --- | --: | --: | --: | --: | --: | --: |\n");
        foreach (var row in rows)
            text.Append(Line(row)).Append('\n');
        return text.ToString();
    }

    /// <summary>One row of the table.</summary>
    public static string Line(CalibrationRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Model} | {row.Parameters:N0} | {row.Epochs} | {100 * row.Train:0.0}% | {100 * row.Test:0.0}% | {100 * row.Drawings:0.0}% | {row.Time.TotalSeconds:0} |");

    private static double Top1(Module<Tensor, Tensor> model, DataSplit data) => Evaluate.On(model, Loaders.Test(data, 250)).Top1;

    private static Module<Tensor, Tensor> Small(bool batchNorm, bool maxPool)
    {
        var layers = new List<Module<Tensor, Tensor>>();
        long from = 3;
        foreach (var width in new long[] { 16, 32, 64 })
        {
            layers.Add(Conv2d(from, width, 3, stride: maxPool ? 1 : 2, padding: 1, bias: !batchNorm));
            if (batchNorm)
                layers.Add(BatchNorm2d(width));
            layers.Add(ReLU());
            if (maxPool)
                layers.Add(MaxPool2d(2));
            from = width;
        }
        layers.Add(Flatten());
        layers.Add(Linear(64 * 4 * 4, 10));
        return Sequential(layers);
    }
}
