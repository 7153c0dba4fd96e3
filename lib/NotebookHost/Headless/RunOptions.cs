// How a notebook is run without a person at it.

namespace NotebookHost.Headless;

/// <summary>The settings of a headless run.</summary>
public sealed record RunOptions
{
    /// <summary><c>smoke</c>, <c>quick</c> or <c>full</c>: how much work the lesson does.</summary>
    public string Profile { get; init; } = "quick";

    /// <summary>The folder with real data; empty for the embedded data set.</summary>
    public string Data { get; init; } = "";

    /// <summary>The seed of every random number.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The longest time for one cell.</summary>
    public TimeSpan CellLimit { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The longest time for the notebook.</summary>
    public TimeSpan TotalLimit { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Whether the cells after a failed one still run.</summary>
    public bool GoOnAfterError { get; init; }
}
