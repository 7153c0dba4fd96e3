// Copies the course without what students must not see. Where git knows which files belong to the course, only those are copied;
// the history itself never is.

using System.Diagnostics;

namespace Course.Grading;

internal static class StudentEdition
{
    private static readonly string[] Leftovers = [".git", "bin", "obj", "out", "runs", "results", "release", ".course", ".vs", ".idea", "TestResults", "node_modules", ".ipynb_checkpoints"];

    /// <summary>Whether a file, by its path from the course's folder with <c>/</c>, stays with the teacher.</summary>
    public static bool IsTeachers(string path)
    {
        var parts = path.Split('/');
        return parts is ["tests", "Exercises", "Proof" or "Hostile" or "templates" or "README.md", ..]
            or ["tests", "Course.Tests" or "Bench", "Grading", ..]
            or ["tests", "Exercises", _, "Hidden.cs" or "Reference.cs"]
            or ["tests", "Exercises", _, "Wrong", ..];
    }

    /// <summary>Writes the edition.</summary>
    /// <returns>The number of files.</returns>
    /// <exception cref="UsageException">The folder is not empty, or lies where the copy would copy itself.</exception>
    public static int Write(string course, string target, CancellationToken token)
    {
        target = Path.GetFullPath(target);
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
        {
            throw new UsageException($"The folder {target} is not empty; name a new one.");
        }

        var count = 0;
        foreach (var path in Files(course).Where(p => !IsTeachers(p)))
        {
            token.ThrowIfCancellationRequested();
            var from = Path.Combine(course, path);
            if (!File.Exists(from) || Path.GetFullPath(from).StartsWith(target + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                continue;
            }

            var to = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
            count++;
        }

        return count;
    }

    private static IReadOnlyList<string> Files(string course) => Tracked(course) ?? Walk(course);

    private static string[]? Tracked(string course)
    {
        if (!Path.Exists(Path.Combine(course, ".git")))
        {
            return null;
        }

        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", course, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]) { RedirectStandardOutput = true, RedirectStandardError = true });
            var listed = git!.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? [.. listed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static IReadOnlyList<string> Walk(string course) =>
        [.. Directory.EnumerateFiles(course, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(course, f).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(p => !p.Split('/').Intersect(Leftovers).Any())
            .Order(StringComparer.Ordinal)];
}
