// The progress of a run of lessons: the running cells on one live line, a line for each finished lesson, errors at once.

using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using NotebookHost.Headless;
using NotebookHost.Session;

namespace Course;

/// <summary>Shows how far the lessons are.</summary>
internal sealed class LessonScreen(Terminal terminal, int count) : ICourseProgress, IDisposable
{
    private static readonly TimeSpan LiveInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(20);
    private readonly Lock gate = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Stopwatch sinceLine = Stopwatch.StartNew();
    private readonly SortedDictionary<string, Running> running = new(StringComparer.Ordinal);
    private int ended;
    private bool drawn;

    /// <inheritdoc/>
    public void LessonStarted(Lesson lesson) => Change(() => running[lesson.Name] = new Running(clock.Elapsed), force: true);

    /// <inheritdoc/>
    public void CellStarted(Lesson lesson, int cell, int cells, string heading) => Change(() =>
    {
        if (running.TryGetValue(lesson.Name, out var state))
        {
            (state.Cell, state.Cells, state.Heading) = (cell, cells, heading);
        }
    });

    /// <inheritdoc/>
    public void Text(Lesson lesson, string stream, string text) => Change(() => { });

    /// <inheritdoc/>
    public void Claim(Lesson lesson, JsonObject claim) => Change(() => { });

    /// <inheritdoc/>
    public void CellEnded(Lesson lesson, int cell, TimeSpan duration, CellError? error) => Change(() => { });

    /// <inheritdoc/>
    public void LessonEnded(LessonOutcome outcome) => Change(
        () =>
        {
            running.Remove(outcome.Lesson.Name);
            ended++;
            Dispose();
            var claims = outcome.Report.Claims;
            var held = claims.Count(c => (bool?)c["holds"] == true);
            terminal.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(outcome.Report.Succeeded ? "ok    " : "FAILED")} {outcome.Lesson.Name,-32} {outcome.Report.Duration.TotalSeconds,7:0.0} s  {(claims.Count > 0 ? $"{held} of {claims.Count} claims held" : "")}").TrimEnd());
            foreach (var failure in outcome.Report.Failures)
            {
                Show(outcome.Lesson, failure);
            }
        },
        force: true);

    /// <summary>Removes the live line.</summary>
    public void Dispose()
    {
        if (drawn)
        {
            terminal.Clear();
            drawn = false;
        }
    }

    // The traceback says it all: error, lines, the code underlined. Its first line moves up, behind the name of the lesson.
    private void Show(Lesson lesson, CellFailure failure)
    {
        var cell = failure.Number.ToString(CultureInfo.InvariantCulture);
        var place = failure.Number == 0 ? "" : failure.Error.Line is { } line ? $", cell {cell}, line {line.ToString(CultureInfo.InvariantCulture)}" : $", cell {cell}";
        var message = Sentences.OneLine(failure.Error.Message);
        var prefix = $"cell[{cell}], line {failure.Error.Line?.ToString(CultureInfo.InvariantCulture)}: ";
        message = message.StartsWith(prefix, StringComparison.Ordinal) ? message[prefix.Length..] : message;
        terminal.Error.WriteLine($"{lesson.Name}{place}: {message}");
        foreach (var text in failure.Error.Traceback.Skip(1))
        {
            terminal.Error.WriteLine("    " + Ansi.Strip(text));
        }
    }

    private void Change(Action change, bool force = false)
    {
        lock (gate)
        {
            change();
            Draw(force && terminal.IsLive);
        }
    }

    private void Draw(bool force)
    {
        if (running.Count == 0 || (!force && sinceLine.Elapsed < (terminal.IsLive ? LiveInterval : PlainInterval)))
        {
            return;
        }

        sinceLine.Restart();
        var parts = running.Select(r => string.Create(
            CultureInfo.InvariantCulture,
            $"{r.Key}{(r.Value.Cells > 0 ? $"  cell {r.Value.Cell}/{r.Value.Cells}" : "")}{(r.Value.Heading.Length > 0 ? $"  {r.Value.Heading}" : "")}  {(clock.Elapsed - r.Value.Began).TotalSeconds:0} s"));
        drawn = terminal.Redraw(string.Create(CultureInfo.InvariantCulture, $"[{ended}/{count} done]  {string.Join("  |  ", parts)}"));
    }

    private sealed class Running(TimeSpan began)
    {
        public TimeSpan Began => began;

        public int Cell { get; set; }

        public int Cells { get; set; }

        public string Heading { get; set; } = "";
    }
}
