namespace TorchSharp;

// Draws of categories in proportion to weights, as torch.multinomial makes them.
internal sealed partial class TorchGenerator
{
    /// <summary>
    /// Draws <paramref name="samples"/>.Length categories of one row of weights (not negative, not all zero).
    /// With replacement by inverting the cumulative sum; without, by the exponential race: the largest
    /// weight / Exp(1) come first (P. Efraimidis and P. Spirakis, 2006, "Weighted random sampling with a reservoir").
    /// </summary>
    internal void Multinomial(ReadOnlySpan<float> weights, Span<long> samples, bool replacement)
    {
        lock (_gate)
        {
            if (replacement)
            {
                var cumulative = new float[weights.Length];
                var sum = 0f;
                for (var i = 0; i < weights.Length; i++)
                {
                    sum += weights[i];
                    cumulative[i] = sum;
                }

                for (var i = 0; i < cumulative.Length; i++)
                {
                    cumulative[i] /= sum;
                }

                cumulative[^1] = 1;
                for (var i = 0; i < samples.Length; i++)
                {
                    samples[i] = LowerBound(cumulative, DrawUniform());
                }
            }
            else
            {
                Race(weights, samples);
            }
        }
    }

    private static int LowerBound(float[] cumulative, double uniform)
    {
        int low = 0, high = cumulative.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cumulative[middle] < uniform)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Race(ReadOnlySpan<float> weights, Span<long> samples)
    {
        var scores = new float[weights.Length];
        var order = new int[weights.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = weights[i] / (float)DrawExponential(1);
            order[i] = i;
        }

        Array.Sort(order, (a, b) => scores[b].CompareTo(scores[a]));
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = order[i];
        }
    }
}
