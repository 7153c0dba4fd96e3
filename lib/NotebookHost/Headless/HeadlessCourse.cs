// Runs the lessons of the course, each in its own process, and writes what they produced: executed notebooks, pages, the index,
// the claims. A lesson that fails costs no other lesson anything.

using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ConvNets.Training;
using NotebookHost.Documents;
using NotebookHost.Html;
using NotebookHost.Session;

namespace NotebookHost.Headless;

/// <summary>The headless run of the course.</summary>
public static class HeadlessCourse
{
    /// <summary>Runs lessons and writes their files.</summary>
    /// <exception cref="NotebookException">A lesson or the folder does not exist.</exception>
    public static async Task<CourseReport> RunAsync(CourseOptions options, ICourseProgress? progress = null, CancellationToken cancellationToken = default)
    {
        var lessons = Lesson.Find(options.Notebooks, options.Lessons);
        var jobs = Math.Clamp(options.Jobs, 1, lessons.Count);
        var clock = Stopwatch.StartNew();
        var outcomes = new LessonOutcome?[lessons.Count];
        await Parallel.ForAsync(0, lessons.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, async (i, _) =>
        {
            var lesson = lessons[i];
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            progress?.LessonStarted(lesson);
            var report = await RunAsync(lesson, options, jobs, progress, cancellationToken).ConfigureAwait(false);
            outcomes[i] = new LessonOutcome(lesson, report);
            if (options.Out is { } folder)
            {
                report.Notebook.Save(Path.Combine(folder, lesson.Name + ".ipynb"));
                WritePage(folder, lessons, i, report.Notebook);
            }

            progress?.LessonEnded(outcomes[i]!);
        }).ConfigureAwait(false);

        var course = new CourseReport([.. outcomes.OfType<LessonOutcome>()], clock.Elapsed);
        if (options.Out is { } target)
        {
            WriteClaims(Path.Combine(target, "claims.json"), options, course);
            WriteText(Path.Combine(target, "index.html"), CoursePage.Write(course, options.Run, options.Notebooks));
            foreach (var sheet in MarkdownPage.Find(options.Notebooks))
            {
                WriteText(Path.Combine(target, Path.GetFileNameWithoutExtension(sheet) + ".html"), MarkdownPage.Write(sheet, new PageLink("index.html", "all lessons")));
            }
        }

        return course;
    }

    private static async Task<RunReport> RunAsync(Lesson lesson, CourseOptions options, int jobs, ICourseProgress? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await LessonProcess.RunAsync(
                lesson.Path,
                options.Run,
                progress is null ? null : new OfLesson(lesson, progress),
                jobs,
                options.ChildCommand,
                cancellationToken).ConfigureAwait(false);
        }
        catch (NotebookException exception)
        {
            var error = new CellError("NotebookException", exception.Message, [exception.Message], null);
            return new RunReport(Notebook.Create(), [new CellFailure(0, 0, null, error)], [], TimeSpan.Zero);
        }
    }

    /// <summary>Writes the page of an executed notebook.</summary>
    public static void WritePage(Notebook notebook, string path, string? folder = null) => WriteText(path, LessonPage.Write(notebook, null, folder));

    private static void WritePage(string folder, IReadOnlyList<Lesson> lessons, int i, Notebook notebook)
    {
        var links = new PageLinks(
            new PageLink("index.html", "all lessons"),
            i > 0 ? Link(lessons[i - 1]) : null,
            i + 1 < lessons.Count ? Link(lessons[i + 1]) : null);
        WriteText(Path.Combine(folder, lessons[i].Name + ".html"), LessonPage.Write(notebook, links, Path.GetDirectoryName(lessons[i].Path)));
    }

    private static PageLink Link(Lesson lesson) => new(lesson.Name + ".html", lesson.Title);

    private static void WriteClaims(string path, CourseOptions options, CourseReport course)
    {
        var claims = course.Lessons.SelectMany(l => l.Report.Claims).Select(c => Claim.FromJson(c.ToJsonString())).ToList();
        new ClaimsFile(
            PageFrame.Version,
            DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            options.Run.Profile,
            options.Run.Data.Length > 0 ? options.Run.Data : "embedded",
            claims).Save(path);
    }

    private static void WriteText(string path, string text) =>
        AtomicFile.Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    private sealed class OfLesson(Lesson lesson, ICourseProgress progress) : IRunProgress
    {
        public void CellStarted(int cell, int cells, string heading) => progress.CellStarted(lesson, cell, cells, heading);

        public void Text(string stream, string text) => progress.Text(lesson, stream, text);

        public void Claim(JsonObject claim) => progress.Claim(lesson, claim);

        public void CellEnded(int cell, TimeSpan duration, CellError? error) => progress.CellEnded(lesson, cell, duration, error);
    }
}
