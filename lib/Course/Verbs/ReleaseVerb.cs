// `course release`: the edition that students get, without hidden checks, solutions and wrong solutions, and without the history
// that would hold them.

using System.CommandLine;
using Course.Grading;

namespace Course.Verbs;

internal sealed class ReleaseVerb : Verb
{
    private readonly Option<string?> output = Values.Text("--out", "DIR", "Where the edition goes; a new or empty folder.", "out/release");

    public ReleaseVerb() : base(
        "release",
        "Write the students' edition of the course: nothing hidden or solved in it.",
        "course release --out ../course-for-students") => Add(output);

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
        var target = Place.ForFolder(parsed.GetValue(output)!, output.Name);
        var count = StudentEdition.Write(CourseFolder.Of(CourseFolder.Exercises()), target, token);
        terminal.Out.WriteLine($"{count} files in {target}; no hidden check and no solution among them.");
        return Cli.Success;
    }
}
