namespace NotebookHost.Grading;

/// <summary>Time that several requests share.</summary>
/// <param name="total">How much there is.</param>
/// <param name="outer">A larger budget that pays too.</param>
public sealed class TimeBudget(TimeSpan total, TimeBudget? outer = null)
{
    // One request may take an eighth of what is left: loops without end in a few exercises leave time for all the others, and loops
    // in every exercise still end.
    private const int Parts = 8;
    private static readonly TimeSpan LeastShare = TimeSpan.FromSeconds(0.5);

    private TimeSpan left = total;

    /// <summary>Whether nothing is left.</summary>
    public bool IsSpent => left <= TimeSpan.Zero || outer is { IsSpent: true };

    /// <summary>What one request may take of it.</summary>
    /// <param name="wanted">The most that it may take where there is plenty.</param>
    public TimeSpan Share(TimeSpan wanted)
    {
        var share = left / Parts < LeastShare ? LeastShare : left / Parts;
        return share < wanted ? share : wanted;
    }

    /// <summary>Takes time away.</summary>
    public void Spend(TimeSpan time)
    {
        left -= time;
        outer?.Spend(time);
    }
}
