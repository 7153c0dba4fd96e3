// Negatives on the fly: from each picture a few random or the most offending background windows join the batch.
// Sermanet et al., 2014, "OverFeat", section 5: in the place of bootstrapping passes over the whole set.
namespace ConvNets.Insight;

/// <summary>Chooses background windows.</summary>
public static class NegativeMining
{
    /// <summary>The windows that look least like background: those whose largest class score is highest.</summary>
    /// <param name="scores">Score of each window for its best class.</param>
    /// <param name="isBackground">Which windows hold no object.</param>
    /// <param name="count">How many to choose.</param>
    public static IReadOnlyList<int> MostOffending(IReadOnlyList<double> scores, IReadOnlyList<bool> isBackground, int count) =>
        [.. Enumerable.Range(0, scores.Count).Where(i => isBackground[i]).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(count)];

    /// <summary>Random background windows.</summary>
    public static IReadOnlyList<int> Random(IReadOnlyList<bool> isBackground, int count, Random random)
    {
        var negatives = Enumerable.Range(0, isBackground.Count).Where(i => isBackground[i]).ToArray();
        random.Shuffle(negatives);
        return negatives[..Math.Min(count, negatives.Length)];
    }
}
