// One verb of the command line.

using System.CommandLine;

namespace Course;

/// <summary>A verb: its options, its examples, and what it does.</summary>
internal abstract class Verb : Command
{
    protected Verb(string name, string description, params string[] examples) : base(name, description)
    {
        Examples = examples;
        HelpWithExamples.Attach(this);
    }

    /// <summary>Command lines that work as they stand, each with a few words after a <c>#</c>.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Runs the verb; gives the exit code.</summary>
    public abstract int Execute(ParseResult parsed, Terminal terminal, CancellationToken token);
}
