// Counting right answers from logits. Equal logits rank by index, so that a net that answers everything alike is not called right;
// what is not a number ranks before the label, so that a net that diverged is not called right either.

using static TorchSharp.torch;

namespace ConvNets.Training;

/// <summary>Logits on the CPU, beside their labels.</summary>
internal readonly struct Scores
{
    private readonly float[] values;
    private readonly long[] labels;
    private readonly int width;

    public Scores(Tensor logits, Tensor labels)
    {
        using var plain = logits.detach();
        using var flat = plain.to(ScalarType.Float32);
        using var near = flat.cpu();
        using var whole = near.contiguous();
        values = whole.data<float>().ToArray();
        using var nearLabels = labels.cpu();
        this.labels = nearLabels.data<long>().ToArray();
        width = values.Length / Math.Max(1, this.labels.Length);
    }

    public int Count => labels.Length;

    public int Label(int row) => (int)labels[row];

    /// <summary>The class with the largest logit; -1 where no logit is a number.</summary>
    public int Best(int row)
    {
        var scores = values.AsSpan(row * width, width);
        var best = -1;
        for (var c = 0; c < width; c++)
        {
            best = !float.IsNaN(scores[c]) && (best < 0 || scores[c] > scores[best]) ? c : best;
        }

        return best;
    }

    /// <summary>How many classes rank before the label.</summary>
    public int Rank(int row)
    {
        var scores = values.AsSpan(row * width, width);
        var label = Label(row);
        var rank = 0;
        for (var c = 0; c < width; c++)
        {
            rank += scores[c] < scores[label] || (scores[c] == scores[label] && c >= label) ? 0 : 1;
        }

        return rank;
    }

    /// <summary>Rows whose label ranks first.</summary>
    public int CountRight()
    {
        var right = 0;
        for (var row = 0; row < Count; row++)
        {
            right += Rank(row) == 0 ? 1 : 0;
        }

        return right;
    }
}
