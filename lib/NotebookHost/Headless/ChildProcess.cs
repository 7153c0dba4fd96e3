// The child's side: runs the notebook that its standard input names and tells its progress on standard output. It ends when its
// parent ends.

using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Session;

namespace NotebookHost.Headless;

/// <summary>The entry point of a lesson's own process.</summary>
public static class ChildProcess
{
    /// <summary>The hidden verb of the command line that calls <see cref="Main"/>.</summary>
    public const string Verb = "lesson-process";

    /// <summary>Runs one notebook; all arguments come over standard input.</summary>
    /// <returns>The exit code: 0 when the run came to its end, whatever the cells said.</returns>
    public static int Main(string[] args)
    {
        _ = args;
        var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
        using var input = new StreamReader(Console.OpenStandardInput());
        if (input.ReadLine() is not { } line || ChildMessages.Read(line) is not { } job || (string?)job["path"] is not { } path)
        {
            Console.Error.WriteLine($"{Verb} is started by \"course run\", not by hand.");
            return 2;
        }

        ChildFailures.Watch();
        using var stop = new CancellationTokenSource();
        new Thread(() => Listen(input, stop)) { IsBackground = true, Name = "parent" }.Start();
        try
        {
            Environment.CurrentDirectory = Path.GetDirectoryName(Path.GetFullPath(path))!;
            var told = new Teller(output);
            var options = ChildMessages.Options(job);
            return ChildFailures.Serve(async () =>
            {
                var report = await NotebookRunner.RunAsync(Notebook.Load(path), options, told, Environment.CurrentDirectory, stop.Token, told.Outputs).ConfigureAwait(false);
                told.Send(new JsonObject { ["event"] = "done", ["seconds"] = report.Duration.TotalSeconds });
            });
        }
        catch (NotebookException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }
    }

    private static void Listen(TextReader input, CancellationTokenSource stop)
    {
        while (input.ReadLine() is { } line)
        {
            if ((string?)ChildMessages.Read(line)?["event"] == "stop")
            {
                stop.Cancel();
            }
        }

        // The parent is gone: nobody waits for the rest.
        Environment.Exit(3);
    }

    private sealed class Teller(TextWriter output) : IRunProgress
    {
        private readonly Lock gate = new();

        public void Send(JsonObject message)
        {
            lock (gate)
            {
                output.WriteLine(ChildMessages.Line(message));
            }
        }

        public void CellStarted(int cell, int cells, string heading) =>
            Send(new JsonObject { ["event"] = "started", ["cell"] = cell, ["cells"] = cells, ["heading"] = heading });

        public void Text(string stream, string text) => Send(new JsonObject { ["event"] = "text", ["stream"] = stream, ["text"] = text });

        public void Claim(JsonObject claim) => Send(new JsonObject { ["event"] = "claim", ["claim"] = claim.DeepClone() });

        public void CellEnded(int cell, TimeSpan duration, CellError? error) => Send(new JsonObject
        {
            ["event"] = "ended",
            ["cell"] = cell,
            ["seconds"] = duration.TotalSeconds,
            ["error"] = error is null ? null : ChildMessages.Of(error),
        });

        public void Outputs(int cell, Cell executed) => Send(new JsonObject
        {
            ["event"] = "outputs",
            ["cell"] = cell,
            ["count"] = executed.ExecutionCount,
            ["outputs"] = executed.Outputs.DeepClone(),
        });
    }
}
