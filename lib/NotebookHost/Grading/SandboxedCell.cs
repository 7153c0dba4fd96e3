// One exercise cell behind the wall: compiled once by the compiler's process, loaded into the runner's, and loaded again when the
// runner had to be replaced.

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace NotebookHost.Grading;

/// <summary>The processes that a grader keeps: one that compiles and never runs a cell, one that runs and never compiles.</summary>
public sealed class SandboxPair : IDisposable
{
    private readonly ConcurrentDictionary<string, object?[]> compiled = new();

    /// <summary>Prepares the two; they start when they are needed.</summary>
    public SandboxPair(Isolation isolation, SandboxLimits limits) =>
        (Compiler, Runner) = (new(isolation, limits, limits.Policy ? SandboxProcess.Compiler : SandboxProcess.CompilerOfAll), new(isolation, limits));

    private SandboxPair(SandboxPair other, Isolation isolation) => (Compiler, Runner, compiled) = (other.Compiler, new(isolation, other.Runner.Limits), other.compiled);

    internal Sandbox Compiler { get; }

    internal Sandbox Runner { get; }

    /// <summary>A pair with a runner of its own and the same compiler.</summary>
    public SandboxPair WithOwnRunner(Isolation isolation) => new(this, isolation);

    /// <summary>Starts both processes.</summary>
    public void WarmUp()
    {
        Compiler.WarmUp();
        Runner.WarmUp();
    }

    /// <summary>Forgets compiled cells, ends the runner and a compiler that has worked much, so that the next submission meets nothing of this one.</summary>
    public void Forget()
    {
        compiled.Clear();
        Runner.End();
        Compiler.EndIfWorn();
    }

    /// <summary>The compiled cell, or the reason why there is none.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="submission">The budget that pays.</param>
    internal object?[] Compile(string source, TimeBudget? submission = null)
    {
        var limits = Compiler.Limits;
        if (source.Length > limits.Source)
        {
            return ["refused", $"the cell has {source.Length} characters, at most {limits.Source} are taken"];
        }

        if (limits.Policy && Depth(source) > limits.Nesting)
        {
            return ["refused", $"the cell nests more than {limits.Nesting} brackets"];
        }

        return compiled.GetOrAdd(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(source))), _ =>
        {
            try
            {
                return Compiler.Ask("compile", [source], submission?.Share(limits.Compile) ?? limits.Compile)[1..];
            }
            catch (FaultException exception)
            {
                if (exception.Kind == FaultKind.Timeout)
                {
                    submission?.Miss();
                }

                return ["invalid", exception.Kind == FaultKind.Timeout ? "the compiler did not come to an end" : "the compiler broke down over this code"];
            }
            finally
            {
                submission?.Spend(Compiler.LastTime);
            }
        });
    }

    // Brackets in texts and comments count too; nobody has that many.
    private static int Depth(string source)
    {
        var (depth, deepest) = (0, 0);
        foreach (var c in source)
        {
            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Compiler.Dispose();
        Runner.Dispose();
    }
}

/// <summary>A cell of a submission, asked with plain data.</summary>
/// <param name="sandboxes">The processes.</param>
/// <param name="source">The cell's text.</param>
/// <param name="limit">Processor time of one request; all requests together may take four times that, and two may time out.</param>
/// <param name="submission">The time of the whole submission; null where there is no limit.</param>
public sealed class SandboxedCell(SandboxPair sandboxes, string source, TimeSpan limit, TimeBudget? submission = null) : IDisposable
{
    /// <summary>How many times the time of one request all requests may take.</summary>
    internal const int Parts = 4;

    private const int Timeouts = 2;

    private static int numbers;

    private readonly int number = Interlocked.Increment(ref numbers);
    private readonly TimeBudget budget = new(limit * Parts, Timeouts, submission);
    private object?[]? image;
    private int generation;

    /// <summary>What the code printed in answering the last request.</summary>
    public string Printed { get; private set; } = "";

    /// <summary>Asks for something; see the runner's verbs.</summary>
    /// <param name="verb">What is asked.</param>
    /// <param name="arguments">Plain data.</param>
    /// <returns>Plain data.</returns>
    /// <exception cref="FaultException">There is no answer; the exception says why.</exception>
    public object? Ask(string verb, params object?[] arguments)
    {
        if (budget.IsSpent)
        {
            throw new FaultException(FaultKind.Timeout, $"Not asked: the time of this {(submission is { IsSpent: true } ? "submission" : "exercise")} was used up before, or too much of it timed out.");
        }

        image ??= sandboxes.Compile(source, submission);
        if (image is not ["compiled", byte[], byte[], string, string])
        {
            throw image is ["refused", string refusal]
                ? new FaultException(FaultKind.Refused, Sentence(refusal))
                : new FaultException(FaultKind.Invalid, "The cell does not compile: " + (image is [_, string reason, ..] ? reason : "") + ".");
        }

        return sandboxes.Runner.Together(() =>
        {
            sandboxes.Runner.WarmUp();
            if (generation != sandboxes.Runner.Generation)
            {
                if (generation != 0 && verb is not ("call" or "module"))
                {
                    throw new FaultException(FaultKind.Crashed, "The module is gone: the process of the submission had to be ended.");
                }

                generation = sandboxes.Runner.Generation;
                Value(Timed("open", [number, .. image[1..]]));
            }

            return Value(Timed(verb, [number, .. arguments]));
        });
    }

    /// <summary>Lets go of the cell; the process stays.</summary>
    public void Dispose()
    {
        if (generation != 0 && generation == sandboxes.Runner.Generation)
        {
            try
            {
                Timed("close", [number]);
            }
            catch (FaultException)
            {
                // Gone is gone.
            }
        }
    }

    private object?[] Timed(string verb, object?[] arguments)
    {
        try
        {
            return sandboxes.Runner.Ask(verb, arguments, submission?.Share(limit) ?? limit);
        }
        catch (FaultException fault) when (fault.Kind == FaultKind.Timeout)
        {
            budget.Miss();
            throw;
        }
        finally
        {
            budget.Spend(sandboxes.Runner.LastTime);
        }
    }

    private object? Value(object?[] answer)
    {
        Printed = Words.Printable((string)answer[0]!);
        switch (answer[1..])
        {
            case ["value", var value]:
                return value;
            case ["mismatch", string sentence]:
                throw new FaultException(FaultKind.Mismatch, Words.Printable(sentence));
            case ["threw", string[] types, string message, int line]:
                throw Threw(types, Words.Printable(message), line);
            default:
                sandboxes.Runner.End();
                throw new FaultException(FaultKind.Protocol, "The process of the submission sent what is no answer.");
        }
    }

    private static FaultException Threw(string[] types, string message, int line)
    {
        var name = types.Length > 0 ? Words.Printable(types[0]).Split('.')[^1] : "an exception";
        var place = line > 0 ? $" in line {line} of the cell" : "";
        return types is [Stub, ..]
            ? new FaultException(FaultKind.NotAttempted, $"Not written yet: {message}") { Types = types, Said = message }
            : new FaultException(FaultKind.Threw, $"The code threw {name}{place}: {message}") { Types = types, Said = message };
    }

    // The exception by which a stub says that nothing is written yet.
    private const string Stub = "System.NotImplemented" + "Exception";

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..] + ".";
}
