// Runs one notebook in this process, cell by cell, within limits of time.

using System.Diagnostics;
using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Session;

namespace NotebookHost.Headless;

/// <summary>Runs notebooks without a person at them.</summary>
public static class NotebookRunner
{
    /// <summary>Runs a notebook and returns it with its outputs. The given notebook is not changed.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="options">Profile, data, limits.</param>
    /// <param name="progress">Listens; may be null.</param>
    /// <param name="workingDirectory">Where the notebook's relative paths start.</param>
    /// <param name="cancellationToken">Stops the running cell and ends the run.</param>
    /// <param name="finished">Called with each cell, its position counted from 1, when it has run, and again when a later cell has updated its outputs.</param>
    public static async Task<RunReport> RunAsync(
        Notebook notebook,
        RunOptions options,
        IRunProgress? progress = null,
        string? workingDirectory = null,
        CancellationToken cancellationToken = default,
        Action<int, Cell>? finished = null)
    {
        var executed = notebook.Clone();
        executed.StripOutputs();
        Parameters.Inject(executed, options);
        using var session = new CSharpSession(workingDirectory);
        var recorder = new Recorder(progress);
        List<CellFailure> failures = [];
        var clock = Stopwatch.StartNew();
        var heading = "";
        for (var i = 0; i < executed.Cells.Count; i++)
        {
            var cell = executed.Cells[i];
            heading = cell.Kind == CellKind.Markdown ? LastHeading(cell.Source) ?? heading : heading;
            if (!cell.Runs)
            {
                continue;
            }

            progress?.CellStarted(i + 1, executed.Cells.Count, heading);
            var number = session.ExecutionCount + 1;
            recorder.Begin(cell.Outputs, number);
            cell.ExecutionCount = number;
            var (limit, reason) = Limit(options, clock.Elapsed);
            using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timer.CancelAfter(limit);
            CellResult result;
            await using (timer.Token.Register(() => session.Interrupt(cancellationToken.IsCancellationRequested ? "The run was stopped." : reason)))
            {
                result = await session.RunAsync(cell.Source, recorder).ConfigureAwait(false);
            }

            var updated = recorder.TakeUpdated();
            foreach (var (at, earlier) in executed.Cells.Index().Take(i).Where(c => c.Item.Runs && updated.Contains(c.Item.Outputs)))
            {
                finished?.Invoke(at + 1, earlier);
            }

            finished?.Invoke(i + 1, cell);
            progress?.CellEnded(i + 1, result.Duration, result.Error);
            if (result.Error is { } error)
            {
                failures.Add(new CellFailure(i + 1, number, cell.Id, error));
                if (!options.GoOnAfterError || cancellationToken.IsCancellationRequested || clock.Elapsed >= options.TotalLimit)
                {
                    break;
                }
            }
        }

        return new RunReport(executed, failures, Claims.In(executed), clock.Elapsed);
    }

    private static (TimeSpan Limit, string Reason) Limit(RunOptions options, TimeSpan spent)
    {
        var left = options.TotalLimit - spent;
        return left < options.CellLimit
            ? (left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1), $"The notebook was stopped: it may take {Words(options.TotalLimit)} in all.")
            : (options.CellLimit, $"The cell was stopped: a cell may take {Words(options.CellLimit)}.");
    }

    private static string Words(TimeSpan time) => time.TotalMinutes >= 2
        ? FormattableString.Invariant($"{time.TotalMinutes:0.#} minutes")
        : FormattableString.Invariant($"{time.TotalSeconds:0.#} seconds");

    private static string? LastHeading(string markdown) => markdown.Split('\n')
        .LastOrDefault(l => l.StartsWith('#'))?.TrimStart('#').Trim();

    private sealed class Recorder(IRunProgress? progress) : OutputRecorder
    {
        public override void Stream(string name, string text)
        {
            base.Stream(name, text);
            progress?.Text(name, text);
        }

        public override void Display(DisplayOutput output)
        {
            base.Display(output);
            Tell(output.Data);
        }

        public override void Result(JsonObject data)
        {
            base.Result(data);
            Tell(data);
        }

        private void Tell(JsonObject data)
        {
            if (progress is not null && Claims.Of(data) is { } claim)
            {
                progress.Claim(claim);
            }
        }
    }
}
