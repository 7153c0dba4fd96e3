// The entry of the command line: finds the verb, runs it, and turns every failure into one sentence and an exit code.

using System.CommandLine;
using System.CommandLine.Help;
using Course.Verbs;

namespace Course;

/// <summary>The command line of the course.</summary>
public static class Cli
{
    /// <summary>Exit code of success.</summary>
    public const int Success = 0;

    /// <summary>Exit code of a failed check: a lesson, a net or a file that is not as it should be.</summary>
    public const int Failure = 1;

    /// <summary>Exit code of a command line that asks for what there is not.</summary>
    public const int WrongUsage = 2;

    /// <summary>Exit code after Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The words after <c>course</c>.</param>
    /// <param name="stdout">Where results go.</param>
    /// <param name="stderr">Where errors go, one sentence each.</param>
    /// <param name="token">Asks the verb to stop and to keep what is done.</param>
    /// <returns>0 on success, 1 on a failed check, 2 on wrong usage, 130 when stopped.</returns>
    public static int Run(string[] args, TextWriter stdout, TextWriter stderr, CancellationToken token = default)
    {
        try
        {
            var root = CreateRoot();
            args = args is ["help", .. var words] ? [.. words, "--help"] : args;
            var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Action is HelpWithExamples && parsed is { CommandResult.Command: not Verb, UnmatchedTokens: [var unknown, ..] } && !unknown.StartsWith('-'))
            {
                throw new UsageException(UsageErrors.Unknown(unknown, parsed.CommandResult.Command));
            }

            if (parsed.Action is HelpAction or VersionAction or HelpWithExamples)
            {
                return parsed.Invoke(new InvocationConfiguration { Output = stdout, Error = stderr });
            }

            if (args.Length == 0)
            {
                root.Parse(["--help"]).Invoke(new InvocationConfiguration { Output = stdout, Error = stderr });
                stderr.WriteLine("Say what to do: course VERB, with one of the verbs above.");
                return WrongUsage;
            }

            if (UsageErrors.In(parsed) is { } sentence)
            {
                stderr.WriteLine(sentence);
                return WrongUsage;
            }

            return parsed.CommandResult.Command is Verb verb
                ? verb.Execute(parsed, new Terminal(stdout, stderr), token)
                : throw new UsageException(UsageErrors.MissingVerb(parsed.CommandResult.Command));
        }
        catch (Exception e)
        {
            return Report(e, stderr, token);
        }
    }

    private static int Report(Exception e, TextWriter stderr, CancellationToken token)
    {
        try
        {
            return Tell(e, stderr, token);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // Nobody listens on stderr; the exit code is left.
            return Failure;
        }
    }

    private static int Tell(Exception e, TextWriter stderr, CancellationToken token)
    {
        if (Environment.GetEnvironmentVariable("COURSE_DEBUG") is not (null or "" or "0"))
        {
            stderr.WriteLine(e);
        }

        if (e is OperationCanceledException && token.IsCancellationRequested)
        {
            stderr.WriteLine("Stopped; what was done until now is kept.");
            return Interrupted;
        }

        stderr.WriteLine(Sentences.Of(e));
        return e is UsageException ? WrongUsage : Failure;
    }

    private static RootCommand CreateRoot()
    {
        var root = new RootCommand("Convolutional networks rebuilt in C#: lessons, architectures, training.");
        HelpWithExamples.Attach(root);
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction();
        foreach (var verb in AllVerbs.Create())
        {
            root.Add(verb);
        }

        return root;
    }
}
