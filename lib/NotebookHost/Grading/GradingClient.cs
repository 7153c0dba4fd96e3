// The other side of a grading process: starts it, asks it, and says in a sentence when it broke down.

using System.Diagnostics;
using System.Reflection;
using NotebookHost.Documents;
using NotebookHost.Headless;

namespace NotebookHost.Grading;

/// <summary>A grading process that answers one request at a time.</summary>
public sealed class GradingClient : IDisposable
{
    private readonly Lock gate = new();
    private readonly string root;
    private readonly int processors;
    private Process? process;

    /// <summary>Prepares it; it starts with the first request.</summary>
    /// <param name="root">The folder tests/Exercises.</param>
    /// <param name="processors">How many processors it may use; 0 for all.</param>
    public GradingClient(string root, int processors = 0) => (this.root, this.processors) = (root, processors);

    /// <summary>Whether the first request has to wait for the SDK to build the checks.</summary>
    public bool MustBuild => process is null && CheckBooks.IsStale(root);

    /// <summary>What keeps submissions in; empty before the first request.</summary>
    public string Isolation { get; private set; } = "";

    /// <summary>Asks, and waits for the answer.</summary>
    /// <exception cref="NotebookException">The process broke down, or cannot answer; the message is a sentence.</exception>
    public GradingAnswer Ask(GradingRequest request)
    {
        lock (gate)
        {
            Ensure();
            try
            {
                process!.StandardInput.WriteLine(GradingJson.ToLine(request));
                process.StandardInput.Flush();
            }
            catch (IOException)
            {
                // What it said before it ended is read below.
            }

            return Receive();
        }
    }

    /// <summary>Ends the process; the next request starts a fresh one.</summary>
    public void End()
    {
        lock (gate)
        {
            if (process is null)
            {
                return;
            }

            try
            {
                // It ends its own children when its input ends.
                process.StandardInput.Close();
                if (!process.WaitForExit(3000))
                {
                    process.Kill(entireProcessTree: true);
                }
            }
            catch (Exception exception) when (exception is InvalidOperationException or IOException)
            {
                // It has ended already.
            }

            process.Dispose();
            process = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => End();

    private void Ensure()
    {
        if (process is { HasExited: false })
        {
            return;
        }

        process?.Dispose();
        string[] command = [.. Program(), GradingProcess.Verb, root];
        process = Process.Start(ChildStart.Piped(command, processors: processors)) ?? throw new NotebookException("The grading process did not start.");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        Isolation = Receive().Isolation ?? "";
    }

    private GradingAnswer Receive()
    {
        var answer = process!.StandardOutput.ReadLine() is { } line ? GradingJson.Read<GradingAnswer>(line) : null;
        if (answer is null)
        {
            process.WaitForExit(2000);
            var code = process.HasExited ? $" (exit code {process.ExitCode})" : "";
            process.Dispose();
            process = null;
            throw new NotebookException($"The grading process broke down{code}; this is a fault of the checks, not of a submission.");
        }

        return answer.Error is { } error ? throw new NotebookException(error) : answer;
    }

    // Inside another program (a test), the command line is its library.
    private static string[] Program()
    {
        var entry = Assembly.GetEntryAssembly()?.Location ?? "";
        var beside = Path.Combine(AppContext.BaseDirectory, "course.dll");
        return [DotnetHost.Path, "exec", Path.GetFileName(entry) == "course.dll" || !File.Exists(beside) ? entry : beside];
    }
}
