// A learner's progress: a file that is whole at every moment, read and written under a lock, so that a notebook and a terminal can
// both keep it.

using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using ConvNets.Training;

namespace NotebookHost.Grading;

/// <summary>What is known of an exercise.</summary>
/// <param name="Best">The most points reached.</param>
/// <param name="Attempts">How many different cells were checked and lost points.</param>
/// <param name="Digest">What names the cell and the checks of the last result.</param>
/// <param name="Last">The last result.</param>
public sealed record ExerciseProgress(int Best, int Attempts, string Digest, ExerciseResult Last)
{
    /// <summary>How many hints have been earned by trying; the hints themselves stay readable in the lesson.</summary>
    public int Hints => Math.Min(Attempts, 3);
}

/// <summary>The file .course/progress.json beside the lessons.</summary>
/// <param name="folder">The course's folder.</param>
public sealed class Progress(string folder)
{
    private readonly string path = Path.Combine(folder, ".course", "progress.json");

    /// <summary>What the file says; nothing where there is none or it was damaged by hand.</summary>
    public IReadOnlyDictionary<string, ExerciseProgress> Read() =>
        File.Exists(path) && GradingJson.Read<SortedDictionary<string, ExerciseProgress>>(File.ReadAllText(path)) is { } known
            ? known
            : new SortedDictionary<string, ExerciseProgress>(StringComparer.Ordinal);

    /// <summary>Keeps a result.</summary>
    /// <returns>What is known of the exercise now.</returns>
    public ExerciseProgress Keep(ExerciseResult result, string digest)
    {
        using var turn = Turn();
        var all = new SortedDictionary<string, ExerciseProgress>(Read().ToDictionary(), StringComparer.Ordinal);
        var before = all.GetValueOrDefault(result.Id);
        var tried = result.Verdict is not (Verdict.Passed or Verdict.NotAttempted) && before?.Digest != digest ? 1 : 0;
        var now = new ExerciseProgress(Math.Max(before?.Best ?? 0, result.Points), (before?.Attempts ?? 0) + tried, digest, result);
        all[result.Id] = now;
        Write(all);
        return now;
    }

    /// <summary>Forgets an exercise.</summary>
    public void Forget(string id)
    {
        using var turn = Turn();
        var all = new SortedDictionary<string, ExerciseProgress>(Read().ToDictionary(), StringComparer.Ordinal);
        if (all.Remove(id))
        {
            Write(all);
        }
    }

    /// <summary>What names a cell as it is graded today: its text and the checks.</summary>
    public static string Digest(ExerciseFolder exercise, string source)
    {
        var checks = new StringBuilder(source).Append('\0');
        foreach (var name in (string[])["Checks.cs", "Hidden.cs", "exercise.json"])
        {
            var file = Path.Combine(exercise.Folder, name);
            checks.Append(File.Exists(file) ? File.ReadAllText(file) : "").Append('\0');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(checks.ToString())))[..16];
    }

    private void Write(SortedDictionary<string, ExerciseProgress> all) =>
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(GradingJson.ToPage(all))));

    // A lock that a crash cannot leave behind: the system lets go of it with the process.
    private FileStream? Turn()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(5); Thread.Sleep(20))
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                // Another process writes.
            }
        }

        return null;
    }
}
