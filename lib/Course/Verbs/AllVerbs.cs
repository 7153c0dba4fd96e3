// The verbs that this build has.

using System.CommandLine;

namespace Course.Verbs;

internal static class AllVerbs
{
    /// <summary>Makes every verb, in the order of the help page.</summary>
    public static IEnumerable<Command> Create() =>
    [
        new RunVerb(),
        new ArchitecturesVerb(),
        new InspectVerb(),
        new TrainVerb(),
        new ForwardVerb(),
        new ExportVerb(),
        DataVerbs.Create(),
        new LearnVerb(),
        KernelVerbs.Create(),
        new ExercisesVerb(),
        new GradeVerb(),
        new ReleaseVerb(),
        new BenchVerb(),
        new LessonProcessVerb(),
        new SessionProcessVerb(),
    ];
}
