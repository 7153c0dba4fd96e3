// A net's class probabilities for every picture of a set, and their average over crops, scales and nets.
// Averages are of softmax outputs, as in Krizhevsky et al., 2012, section 4.1; Simonyan and Zisserman, 2015, sections 3.2 and 4.

using ConvNets.Data;
using static TorchSharp.torch;

namespace ConvNets.Training;

/// <summary>Class probabilities by picture. Averaged ones come from <see cref="Mean"/>.</summary>
/// <example><code>
/// var single = Predictions.Of(net, new BatchLoader(test, 64, at256, shuffle: false));
/// var ten = Predictions.Of(net, new BatchLoader(test, 8, at256, shuffle: false, views: new TenCrop(224)));
/// var scales = Predictions.Mean(ten, Predictions.Of(net, new BatchLoader(test, 8, at384, shuffle: false, views: new TenCrop(224))));
/// Console.WriteLine(scales.Evaluate());
/// </code></example>
public sealed class Predictions
{
    private readonly ImageSet set;
    private readonly float[]?[] rows;

    private Predictions(ImageSet set, float[]?[] rows) => (this.set, this.rows) = (set, rows);

    /// <summary>The probabilities of one picture, <c>[classes]</c>; null where it could not be read and was skipped.</summary>
    public float[]? this[int picture] => rows[picture];

    /// <summary>Predictions of a net; where the loader makes several views of a picture, the mean of their softmaxes.</summary>
    /// <param name="model">Takes [N, C, H, W], gives logits [N, classes]; its training mode is restored.</param>
    /// <param name="loader">The pictures, without augmentation, in any order.</param>
    /// <param name="token">Stops between two batches.</param>
    public static Predictions Of(nn.Module<Tensor, Tensor> model, BatchLoader loader, CancellationToken token = default)
    {
        var training = model.training;
        model.eval();
        using var place = Compute.Lend(model);
        try
        {
            return Of(pictures => nn.functional.softmax(model.call(pictures.to(Compute.Device)), 1), loader, token);
        }
        finally
        {
            model.train(training);
        }
    }

    /// <summary>Predictions of a function from pictures [N, C, H, W] to probabilities [N, classes], such as a dense evaluation.</summary>
    public static Predictions Of(Func<Tensor, Tensor> probabilities, BatchLoader loader, CancellationToken token = default)
    {
        using var _ = no_grad();
        var rows = new float[]?[loader.Set.Count];
        foreach (var batch in loader.Epoch(0, token))
        {
            token.ThrowIfCancellationRequested();
            using (batch)
            using (NewDisposeScope())
            {
                var mean = OverViews(probabilities(batch.Images), batch.Count).to(ScalarType.Float32).cpu().contiguous();
                var values = mean.data<float>().ToArray();
                var classes = values.Length / batch.Count;
                for (var i = 0; i < batch.Count; i++)
                {
                    rows[batch.Indices[i]] = values[(i * classes)..((i + 1) * classes)];
                }
            }
        }

        return new Predictions(loader.Set, rows);
    }

    /// <summary>The mean over scales, kinds of crops or nets; all must be of the same pictures.</summary>
    /// <exception cref="ArgumentException">There is nothing to average, or the sets or numbers of classes differ.</exception>
    public static Predictions Mean(params IReadOnlyList<Predictions> predictions)
    {
        if (predictions.Count == 0)
        {
            throw new ArgumentException("A mean of predictions needs at least one of them.", nameof(predictions));
        }

        var first = predictions[0];
        if (predictions.FirstOrDefault(other => !other.set.Labels.SequenceEqual(first.set.Labels)) is { } different)
        {
            throw new ArgumentException($"Predictions of {first.set.Name} and of {different.set.Name} cannot be averaged: their pictures differ.", nameof(predictions));
        }

        var rows = new float[]?[first.rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var seen = predictions.Select(p => p.rows[i]).OfType<float[]>().ToList();
            if (seen.Any(row => row.Length != seen[0].Length))
            {
                throw new ArgumentException($"Predictions of {string.Join(" and ", seen.Select(row => row.Length).Distinct())} classes cannot be averaged.", nameof(predictions));
            }

            rows[i] = seen.Count == 0 ? null : [.. Enumerable.Range(0, seen[0].Length).Select(c => seen.Average(row => row[c]))];
        }

        return new Predictions(first.set, rows);
    }

    /// <summary>How well these predictions classify; the loss is the mean of -log p of the label.</summary>
    public Evaluation Evaluate()
    {
        var known = Enumerable.Range(0, rows.Length).Where(i => rows[i] is not null).ToArray();
        var tally = new Tally(set.Classes);
        if (known.Length > 0)
        {
            using var scope = NewDisposeScope();
            var classes = rows[known[0]]!.Length;
            var logits = tensor(known.SelectMany(i => rows[i]!).ToArray(), [known.Length, classes]).clamp_min(float.Epsilon).log();
            tally.Add(logits, tensor(known.Select(i => (long)set.Labels[i]).ToArray()));
        }

        return tally.Result();
    }

    /// <summary>The mean of probabilities [N V, classes] over the V views of each of N pictures.</summary>
    internal static Tensor OverViews(Tensor probabilities, long pictures) => probabilities.shape[0] == pictures
        ? probabilities
        : probabilities.reshape(pictures, -1, probabilities.shape[1]).mean([1]);
}
