// What `course run` asks for.

namespace NotebookHost.Headless;

/// <summary>The settings of a run of the course.</summary>
public sealed record CourseOptions
{
    /// <summary>The folder with the lessons, <c>NN-name.ipynb</c>.</summary>
    public required string Notebooks { get; init; }

    /// <summary>The lessons to run, by number or name; empty means all. A path to a notebook file counts as well.</summary>
    public IReadOnlyList<string> Lessons { get; init; } = [];

    /// <summary>Where executed notebooks, pages and claims go; null writes nothing.</summary>
    public string? Out { get; init; }

    /// <summary>How many lessons run at once.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Profile, data and limits of each lesson.</summary>
    public RunOptions Run { get; init; } = new();

    /// <summary>The command line of a lesson's process; null means this program with its hidden verb.</summary>
    public IReadOnlyList<string>? ChildCommand { get; init; }
}
