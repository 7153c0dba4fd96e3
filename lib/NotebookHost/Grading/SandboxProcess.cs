// The child's side: a process that holds no expected value and no name of a check. It answers requests on its standard input
// with plain data on its standard output, until that input ends. As compiler it turns cells into images and runs none of them;
// as runner it loads images and calls what they hold.

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace NotebookHost.Grading;

/// <summary>The entry point of a sandboxed process.</summary>
public static class SandboxProcess
{
    /// <summary>The hidden verb of the command line that calls <see cref="Main"/>.</summary>
    public const string Verb = "sandbox-process";

    /// <summary>The number in the message that says that the process has come up.</summary>
    internal const long Ready = 0;

    /// <summary>The argument of a process that compiles.</summary>
    internal const string Compiler = "compiler";

    /// <summary>The argument of a process that compiles whatever the language allows.</summary>
    internal const string CompilerOfAll = "compiler-of-all";

    /// <summary>Answers requests until the pipe closes.</summary>
    /// <param name="role">What it is for: to compile, or, by any other word, to run.</param>
    /// <returns>The exit code.</returns>
    public static int Main(string role)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var requests = Console.OpenStandardInput();
        using var answers = Console.OpenStandardOutput();
        var said = new LimitedWriter();
        Console.SetIn(TextReader.Null);
        Console.SetOut(said);
        Console.SetError(said);
        var compiler = role is Compiler or CompilerOfAll ? new CellCompiler(role == Compiler) : null;
        compiler?.Compile("static int Warm(int n) => Enumerable.Range(0, n).Select(i => i + 1).Sum();");
        var cells = new Dictionary<int, LoadedCell>();
        Frames.Write(answers, PlainData.Bytes([Ready, "", "ready"]));
        foreach (var bytes in Received(requests))
        {
            var request = PlainData.Values(bytes);
            var (nonce, verb, arguments) = ((long)request[0]!, (string)request[1]!, request[2..]);
            object?[] answer;
            try
            {
                answer = verb switch
                {
                    "compile" => compiler!.Compile((string)arguments[0]!),
                    "open" => Open(cells, arguments),
                    "close" => Close(cells, (int)arguments[0]!),
                    _ => cells[(int)arguments[0]!].Answer(verb, arguments[1..]),
                };
            }
            catch (SubmissionException exception)
            {
                answer = ["mismatch", exception.Message];
            }
            catch (WireException exception)
            {
                answer = ["mismatch", exception.Message];
            }
            catch (Exception exception)
            {
                answer = Thrown.Describe(exception);
            }

            Frames.Write(answers, PlainData.Bytes([nonce, said.Take(), .. answer]));
        }

        return 0;
    }

    // Read on a thread of their own: when the grader is gone, a cell that never ends ends with it.
    private static IEnumerable<byte[]> Received(Stream requests)
    {
        var received = new BlockingCollection<byte[]>();
        new Thread(() =>
        {
            try
            {
                while (Frames.Read(requests) is { } bytes)
                {
                    received.Add(bytes);
                }
            }
            catch (Exception exception) when (exception is IOException or WireException)
            {
                // The pipe broke: that is the end, too.
            }

            // Not by an exit: a cell may have put something in its way.
            Process.GetCurrentProcess().Kill();
        })
        { IsBackground = true, Name = "requests" }.Start();
        return received.GetConsumingEnumerable();
    }

    private static object?[] Open(Dictionary<int, LoadedCell> cells, object?[] arguments)
    {
        var number = (int)arguments[0]!;
        cells[number] = new LoadedCell((byte[])arguments[1]!, (byte[])arguments[2]!, (string)arguments[3]!, (string)arguments[4]!);
        return ["value", null];
    }

    private static object?[] Close(Dictionary<int, LoadedCell> cells, int number)
    {
        if (cells.Remove(number, out var cell))
        {
            cell.Dispose();
        }

        return ["value", null];
    }
}
