namespace NotebookHost.Grading;

/// <summary>Time that several requests share. What a request may take depends on how many timed out before, which is the same on every run, not on the clock.</summary>
/// <param name="total">How much processor time there is.</param>
/// <param name="timeouts">After so many timeouts nothing more is asked.</param>
/// <param name="outer">A larger budget that pays too.</param>
public sealed class TimeBudget(TimeSpan total, int timeouts, TimeBudget? outer = null)
{
    // Loops without end in a few exercises leave time for all the others, and loops in every exercise end soon.
    private const double Shrink = 7.0 / 8;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(0.5);

    private TimeSpan left = total;
    private int missed;

    /// <summary>Whether nothing is left.</summary>
    public bool IsSpent => left <= TimeSpan.Zero || missed >= timeouts || outer is { IsSpent: true };

    /// <summary>What one request may take: an eighth less after each timeout, half a second at least.</summary>
    /// <param name="wanted">What it may take before the first.</param>
    public TimeSpan Share(TimeSpan wanted)
    {
        var share = wanted * Math.Pow(Shrink, missed);
        return share > Least ? share : wanted < Least ? wanted : Least;
    }

    /// <summary>Takes time away.</summary>
    public void Spend(TimeSpan time)
    {
        left -= time;
        outer?.Spend(time);
    }

    /// <summary>Counts a timeout.</summary>
    public void Miss()
    {
        missed++;
        outer?.Miss();
    }
}
