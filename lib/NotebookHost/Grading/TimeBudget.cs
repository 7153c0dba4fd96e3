namespace NotebookHost.Grading;

/// <summary>Time that several requests share.</summary>
/// <param name="total">How much there is.</param>
/// <param name="outer">A larger budget that pays too.</param>
public sealed class TimeBudget(TimeSpan total, TimeBudget? outer = null)
{
    private TimeSpan left = total;

    /// <summary>Whether nothing is left.</summary>
    public bool IsSpent => left <= TimeSpan.Zero || outer is { IsSpent: true };

    /// <summary>Takes time away.</summary>
    public void Spend(TimeSpan time)
    {
        left -= time;
        outer?.Spend(time);
    }
}
