// The parent's side: one lesson in a process of its own, so that a crash, a full stack or a full memory costs that lesson only.
// The parent keeps the document: what the child sent before its end is never lost.

using System.Diagnostics;
using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Session;

namespace NotebookHost.Headless;

/// <summary>Runs a notebook in a child process.</summary>
public static class LessonProcess
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    /// <summary>The command that starts a child: this program with the hidden verb.</summary>
    public static IReadOnlyList<string> DefaultCommand() => ThisProgram.With(ChildProcess.Verb);

    /// <summary>Runs the notebook file and returns it with the outputs that the child produced.</summary>
    /// <param name="path">The notebook file; it is not changed.</param>
    /// <param name="options">Profile, data, limits.</param>
    /// <param name="progress">Listens; may be null.</param>
    /// <param name="jobs">How many lessons run at a time: they share the processors and the memory.</param>
    /// <param name="command">The command line of the child; <see cref="DefaultCommand"/> when null.</param>
    /// <param name="cancellationToken">Stops the child.</param>
    /// <exception cref="NotebookException">The file is missing or not a notebook.</exception>
    public static async Task<RunReport> RunAsync(
        string path,
        RunOptions options,
        IRunProgress? progress = null,
        int jobs = 1,
        IReadOnlyList<string>? command = null,
        CancellationToken cancellationToken = default)
    {
        var notebook = Notebook.Load(path);
        notebook.StripOutputs();
        Parameters.Inject(notebook, options);
        command ??= DefaultCommand();
        var start = ChildStart.Piped(command, Path.GetDirectoryName(Path.GetFullPath(path))!, jobs > 1 ? Math.Max(1, Environment.ProcessorCount / jobs) : 0);
        ChildStart.LimitMemory(start, jobs);
        var clock = Stopwatch.StartNew();
        using var child = Process.Start(start) ?? throw new NotebookException($"The process of the lesson did not start: {command[0]}.");
        ChildStart.OfferToTheSystem(child.Id);
        var state = new State(notebook, progress);
        var errors = ChildExit.FirstWords(child.StandardError);
        await child.StandardInput.WriteLineAsync(ChildMessages.Line(ChildMessages.Job(Path.GetFullPath(path), options)).AsMemory(), CancellationToken.None).ConfigureAwait(false);
        await child.StandardInput.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        using var limit = new CancellationTokenSource(options.TotalLimit + Grace);
        await using var stopping = cancellationToken.Register(() =>
        {
            Tell(child);
            limit.CancelAfter(Grace);
        });
        await using var killing = limit.Token.Register(() => ChildExit.Kill(child));
        while (await child.StandardOutput.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
        {
            state.Take(line);
        }

        await child.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        var said = await errors.ConfigureAwait(false);
        if (!state.Done)
        {
            state.Died(limit.IsCancellationRequested
                ? "The lesson did not stop in time and was ended."
                : $"The process of the lesson ended unexpectedly ({ChildExit.Words(child.ExitCode)}).{(said.Length > 0 ? " It said: " + said : "")}");
        }

        return new RunReport(notebook, state.Failures, Claims.In(notebook), clock.Elapsed);
    }

    private static void Tell(Process child)
    {
        try
        {
            child.StandardInput.WriteLine(ChildMessages.Line(new JsonObject { ["event"] = "stop" }));
            child.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended already.
        }
    }

    private sealed class State(Notebook notebook, IRunProgress? progress)
    {
        private int running;

        public bool Done { get; private set; }

        public List<CellFailure> Failures { get; } = [];

        public void Take(string line)
        {
            if (ChildMessages.Read(line) is not { } message)
            {
                progress?.Text("stdout", line + "\n");
                return;
            }

            var cell = (int?)message["cell"] ?? 0;
            switch ((string?)message["event"])
            {
                case "started":
                    running = cell;
                    progress?.CellStarted(cell, (int?)message["cells"] ?? notebook.Cells.Count, (string?)message["heading"] ?? "");
                    break;
                case "text":
                    progress?.Text((string?)message["stream"] ?? "stdout", (string?)message["text"] ?? "");
                    break;
                case "claim" when message["claim"] is JsonObject claim:
                    progress?.Claim(claim);
                    break;
                case "outputs" when message["outputs"] is JsonArray outputs:
                    notebook.Cells[cell - 1].ExecutionCount = (int?)message["count"];
                    notebook.Cells[cell - 1].Json["outputs"] = outputs.DeepClone();
                    break;
                case "ended":
                    running = 0;
                    var error = ChildMessages.Error(message["error"]);
                    if (error is not null)
                    {
                        Failures.Add(CellFailure.Of(notebook, cell, error));
                    }

                    progress?.CellEnded(cell, TimeSpan.FromSeconds((double?)message["seconds"] ?? 0), error);
                    break;
                case "done":
                    Done = true;
                    break;
            }
        }

        public void Died(string sentence)
        {
            var error = new CellError("ProcessEnded", sentence, [$"\u001b[31m\u001b[1mProcessEnded\u001b[0m: {sentence}"], null);
            var cell = running > 0 ? running : notebook.Cells.Count;
            if (cell > 0 && notebook.Cells[cell - 1].Kind == CellKind.Code)
            {
                notebook.Cells[cell - 1].Outputs.Add(OutputRecorder.ErrorOutput(error));
            }

            Failures.Add(CellFailure.Of(notebook, cell, error));
            if (running > 0)
            {
                progress?.CellEnded(cell, TimeSpan.Zero, error);
            }
        }
    }
}
