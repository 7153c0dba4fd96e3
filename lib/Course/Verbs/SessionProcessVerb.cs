// The hidden verb by which `course learn` starts the session of an open lesson.

using System.CommandLine;
using NotebookHost.Web;

namespace Course.Verbs;

internal sealed class SessionProcessVerb : Verb
{
    public SessionProcessVerb() : base(SessionChild.Verb, "Run the cells of one lesson for course learn.") => Hidden = true;

    public override int Execute(ParseResult parsed, Terminal terminal, CancellationToken token) => SessionChild.Main();
}
