// What a run of the course tells while it works.

using System.Text.Json.Nodes;
using NotebookHost.Session;

namespace NotebookHost.Headless;

/// <summary>Listens to a run of the course. With several jobs, calls of different lessons come from different threads.</summary>
public interface ICourseProgress
{
    /// <summary>A lesson starts.</summary>
    void LessonStarted(Lesson lesson);

    /// <summary>A cell starts; see <see cref="IRunProgress.CellStarted"/>.</summary>
    void CellStarted(Lesson lesson, int cell, int cells, string heading);

    /// <summary>The lesson wrote text.</summary>
    void Text(Lesson lesson, string stream, string text);

    /// <summary>The lesson displayed a claim.</summary>
    void Claim(Lesson lesson, JsonObject claim);

    /// <summary>A cell ended.</summary>
    void CellEnded(Lesson lesson, int cell, TimeSpan duration, CellError? error);

    /// <summary>A lesson ended; its files are written.</summary>
    void LessonEnded(LessonOutcome outcome);
}
