// The hidden verb by which `course run` starts a lesson in a process of its own.

using System.CommandLine;
using NotebookHost.Headless;

namespace Course.Verbs;

internal sealed class LessonProcessVerb : Verb
{
    public LessonProcessVerb() : base(ChildProcess.Verb, "Run one lesson for course run.") => Hidden = true;

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token) => ChildProcess.Main([]);
}
