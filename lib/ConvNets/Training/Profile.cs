// How much of an experiment to run: the same cells, other settings.

namespace ConvNets.Training;

/// <summary>The size of a run.</summary>
public enum Profile
{
    /// <summary>Seconds a lesson: shows that everything runs; its numbers mean little.</summary>
    Smoke,

    /// <summary>At most 90 seconds a lesson on 2 cores, embedded data: the effects show.</summary>
    Quick,

    /// <summary>Minutes to hours: real data, several seeds, long training.</summary>
    Full,
}
