// Where the lessons are.

using System.Text.RegularExpressions;

namespace Course;

internal static partial class NotebooksFolder
{
    /// <summary>The folder given, or the notebooks folder found from here upwards, or from the executable upwards.</summary>
    /// <exception cref="UsageException">There is none with lessons.</exception>
    public static string Find(string? given = null)
    {
        if (given is not null)
        {
            return HoldsLessons(given) ? given : throw new UsageException($"The folder {(given.Length == 0 ? "\"\"" : given)} holds no lessons; their names are like 10-residual-learning.ipynb.");
        }

        foreach (var start in (string[])[Environment.CurrentDirectory, AppContext.BaseDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var candidate = Path.Combine(folder.FullName, "notebooks");
                if (HoldsLessons(candidate))
                {
                    return candidate;
                }
            }
        }

        throw new UsageException("There is no notebooks folder with lessons here or above; run the command inside the course's folder.");
    }

    private static bool HoldsLessons(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.ipynb").Any(f => LessonName().IsMatch(Path.GetFileName(f)));

    [GeneratedRegex(@"^\d\d-.+\.ipynb$")]
    private static partial Regex LessonName();
}
