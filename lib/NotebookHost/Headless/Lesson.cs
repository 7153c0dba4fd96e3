// A lesson: a notebook file of the course.

using NotebookHost.Documents;

namespace NotebookHost.Headless;

/// <summary>A notebook of the course.</summary>
/// <param name="Name">The file's name without ending, <c>10-residual-learning</c>.</param>
/// <param name="Path">The file.</param>
/// <param name="Title">The first heading.</param>
public sealed record Lesson(string Name, string Path, string Title)
{
    /// <summary>The lessons of a folder, in their order.</summary>
    /// <exception cref="NotebookException">There is no such folder, or it holds no lesson.</exception>
    public static IReadOnlyList<Lesson> All(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new NotebookException($"There is no folder {folder}; the lessons are the files notebooks/NN-name.ipynb of the course.");
        }

        Lesson[] found = [.. Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal).Select(Of)];
        return found.Length > 0 ? found : throw new NotebookException($"The folder {folder} holds no .ipynb file.");
    }

    /// <summary>The lessons that the user named, by number (<c>10</c>), name, or path; all of them when none is named.</summary>
    /// <exception cref="NotebookException">A name fits no lesson.</exception>
    public static IReadOnlyList<Lesson> Find(string folder, IReadOnlyList<string> names)
    {
        if (names.Count > 0 && names.All(n => n.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) || n.EndsWith(".dib", StringComparison.OrdinalIgnoreCase)))
        {
            return [.. names.Select(Of)];
        }

        var all = All(folder);
        return names.Count == 0 ? all : [.. names.Select(name => Match(all, name) ?? throw Unknown(all, name))];
    }

    private static Lesson? Match(IReadOnlyList<Lesson> all, string name) =>
        name.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) && File.Exists(name) ? Of(name)
        : all.FirstOrDefault(l => l.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? all.FirstOrDefault(l => l.Name.Split('-')[0] == (int.TryParse(name, out var number) ? number.ToString("00", System.Globalization.CultureInfo.InvariantCulture) : name))
        ?? all.FirstOrDefault(l => l.Name.Split('-', 2) is [_, var rest] && rest.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static NotebookException Unknown(IReadOnlyList<Lesson> all, string name) =>
        new($"There is no lesson \"{name}\". Lessons: {string.Join(", ", all.Select(l => l.Name))}.");

    private static Lesson Of(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return new Lesson(name, System.IO.Path.GetFullPath(path), TitleOf(path) ?? name);
    }

    // A file that is no notebook is told when its turn comes; the others still run.
    private static string? TitleOf(string path)
    {
        try
        {
            return Notebook.Load(path).Title;
        }
        catch (Exception e) when (File.Exists(path) && e is NotebookException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>What came of a lesson.</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="Report">The executed notebook, its failures and claims.</param>
public sealed record LessonOutcome(Lesson Lesson, RunReport Report);

/// <summary>What came of the course.</summary>
/// <param name="Lessons">The lessons in their order.</param>
/// <param name="Duration">The time it took.</param>
public sealed record CourseReport(IReadOnlyList<LessonOutcome> Lessons, TimeSpan Duration)
{
    /// <summary>Whether every cell of every lesson ran to its end.</summary>
    public bool Succeeded => Lessons.All(l => l.Report.Succeeded);
}
