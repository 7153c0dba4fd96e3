// What `course learn` asks for.

namespace NotebookHost.Web;

/// <summary>The settings of the course's server.</summary>
public sealed record LearnOptions
{
    /// <summary>The port that is tried first when none is asked for.</summary>
    public const int DefaultPort = 8740;

    /// <summary>The folder with the lessons; it is only read.</summary>
    public required string Notebooks { get; init; }

    /// <summary>The learner's folder, where copies of lessons and the files of cells go.</summary>
    public required string Work { get; init; }

    /// <summary>The port; 0 takes any free one, null the default one or else any free one.</summary>
    public int? Port { get; init; }

    /// <summary>The command line of a session's process; null means this program with its hidden verb.</summary>
    public IReadOnlyList<string>? SessionCommand { get; init; }

    /// <summary>Where the learner's signing key lies; null takes the system's folder for settings.</summary>
    public string? Settings { get; init; }
}
