namespace NotebookHost.Grading;

/// <summary>What one child process may use.</summary>
public sealed record SandboxLimits
{
    /// <summary>Processor time of the compiler for one cell.</summary>
    public TimeSpan Compile { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A request may take this many times its processor time on the clock, so that a busy machine costs nobody points. Fewer where
    /// the system does not say whether a process computes or waits.
    /// </summary>
    public double Patience { get; init; } = OperatingSystem.IsLinux() ? 8 : 3;

    /// <summary>Time on the clock that is added to that.</summary>
    public TimeSpan Slack { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Time on the clock in which no thread of the process was seen ready to run: then it waits for what never comes.</summary>
    public TimeSpan Waiting { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Processor time of a whole submission, its compiling and its processes' starts included.</summary>
    public TimeSpan Submission { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Timeouts of a whole submission after which nothing more of it is asked; each makes the limit of the next requests an eighth shorter.</summary>
    public int Timeouts { get; init; } = 60;

    /// <summary>Whether the allow-list over syntax and symbols holds; off only where tests prove that the walls hold without it.</summary>
    internal bool Policy { get; init; } = true;

    /// <summary>Processor time of the process from its start to its end.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Bytes of the managed heap.</summary>
    public long Heap { get; init; } = 1L << 30;

    /// <summary>Bytes of resident memory of the process and its children.</summary>
    public long Resident { get; init; } = 3L << 29;

    /// <summary>Threads of the process and its children.</summary>
    public int Threads { get; init; } = 64;

    /// <summary>Processes that it may start.</summary>
    public int Processes { get; init; }

    /// <summary>Bytes of the largest file that it may write.</summary>
    public long FileSize { get; init; } = 16 << 20;

    /// <summary>Open files.</summary>
    public int OpenFiles { get; init; } = 256;

    /// <summary>Characters of a cell's source.</summary>
    public int Source { get; init; } = 64 << 10;

    /// <summary>Brackets inside brackets: a parser's stack and time grow with them.</summary>
    public int Nesting { get; init; } = 100;

    /// <summary>Whether a process has used so much that another submission could come to its end by what earlier ones took.</summary>
    internal bool AreNearFor(TimeSpan processor, long resident) => processor > Total / 4 || resident > Resident / 2;

    /// <summary>The limits of a course.</summary>
    public static SandboxLimits Default { get; } = new();
}
