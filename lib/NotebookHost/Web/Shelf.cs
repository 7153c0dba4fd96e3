// The lessons of the course and the rooms that are open. A request names a lesson; only the names that are in the course's
// folder lead to a file.

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Headless;

namespace NotebookHost.Web;

/// <summary>All lessons by name, and the open ones.</summary>
internal sealed class Shelf : IDisposable
{
    private const int MaximumSessions = 8;

    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);

    private readonly LearnOptions options;
    private readonly TrustKey key;
    private readonly IReadOnlyList<string> command;
    private readonly ConcurrentDictionary<string, Lazy<LessonRoom>> rooms = new(StringComparer.Ordinal);
    private readonly Timer sweeping;

    internal Shelf(LearnOptions options)
    {
        this.options = options;
        key = TrustKey.Load(options.Settings);
        command = options.SessionCommand ?? ThisProgram.With(SessionChild.Verb);
        Lessons = Lesson.All(options.Notebooks);
        View = new LessonView(Lessons, options.Notebooks);
        Directory.CreateDirectory(options.Work);
        sweeping = new Timer(_ => Sweep(), null, Forgotten, TimeSpan.FromMinutes(1));
    }

    internal IReadOnlyList<Lesson> Lessons { get; }

    internal LessonView View { get; }

    /// <summary>The folder of the lessons.</summary>
    internal string Folder => options.Notebooks;

    internal Lesson? Find(string? name) => Lessons.FirstOrDefault(l => l.Name == name);

    /// <summary>The room of a lesson, opened when it is not.</summary>
    /// <exception cref="NotebookException">The lesson's file is not a notebook.</exception>
    internal LessonRoom Room(Lesson lesson) => rooms.GetOrAdd(lesson.Name, _ => new Lazy<LessonRoom>(() => new LessonRoom(lesson, Copy(lesson), View, Start))).Value;

    /// <summary>The learner's copy of a lesson, read from the disk.</summary>
    internal WorkingCopy Copy(Lesson lesson) => WorkingCopy.Open(lesson, options.Work, key);

    /// <summary>The file to show of a lesson: the learner's, else the course's.</summary>
    internal string Shown(Lesson lesson) => WorkingCopy.PathIn(options.Work, lesson) is var own && File.Exists(own) ? own : lesson.Path;

    /// <inheritdoc/>
    public void Dispose()
    {
        sweeping.Dispose();
        foreach (var room in rooms.Values.Where(r => r.IsValueCreated))
        {
            room.Value.Dispose();
        }
    }

    private SessionProcess Start(LessonRoom room, Action<JsonObject> take, Action<string> ended)
    {
        LessonRoom[] living = [.. rooms.Values.Where(r => r.IsValueCreated && r.Value != room && r.Value.HasSession).Select(r => r.Value)];
        if (living.Length >= MaximumSessions)
        {
            var oldest = living.Where(r => r.IsIdle).MinBy(r => r.LeftAt)
                ?? throw new IOException($"{MaximumSessions} lessons are open, as many as can be at once: close one of them and restart the session here.");
            _ = Task.Run(oldest.CloseSession);
        }

        return SessionProcess.Start(command, options.Notebooks, options.Work, take, ended);
    }

    private void Sweep()
    {
        foreach (var room in rooms.Values.Where(r => r.IsValueCreated).Select(r => r.Value))
        {
            if (room.HasSession && room.IsIdle && DateTime.UtcNow - room.LeftAt > Forgotten)
            {
                room.CloseSession();
            }
        }
    }
}
