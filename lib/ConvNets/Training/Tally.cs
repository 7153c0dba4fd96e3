// Counts right answers, losses and confusions batch by batch.

using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ConvNets.Training;

/// <summary>The sums behind an <see cref="Evaluation"/>.</summary>
internal sealed class Tally(IReadOnlyList<string> classes)
{
    private readonly long[,] confusion = new long[classes.Count, classes.Count];
    private long count;
    private long right1;
    private long right5;
    private double loss;

    /// <summary>Counts a batch of logits [N, classes] and labels [N].</summary>
    public void Add(Tensor logits, Tensor labels)
    {
        loss += F.cross_entropy(logits, labels, reduction: nn.Reduction.Sum).item<float>();
        var scores = new Scores(logits, labels);
        for (var row = 0; row < scores.Count; row++)
        {
            var rank = scores.Rank(row);
            right1 += rank == 0 ? 1 : 0;
            right5 += rank < 5 ? 1 : 0;
            if (scores.Best(row) is var best and >= 0 && best < classes.Count)
            {
                confusion[scores.Label(row), best]++;
            }
        }

        count += scores.Count;
    }

    public Evaluation Result() => new(count, loss / count, (double)right1 / count, (double)right5 / count, confusion, classes);
}
