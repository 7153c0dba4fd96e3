// Finds what students handed in below the paths that a teacher names, without following links and without unpacking anything to
// the disk.

using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using NotebookHost.Documents;

namespace NotebookHost.Grading;

/// <summary>Finds and reads submissions.</summary>
public static partial class Submissions
{
    private const int MostFiles = 200;
    private const int LongestName = 80;

    private static readonly EnumerationOptions Deep = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 5,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System,
        IgnoreInaccessible = true,
    };

    private static readonly EnumerationOptions Flat = new() { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System, IgnoreInaccessible = true };

    /// <summary>
    /// The submissions of some paths: a notebook or zip file is one; a folder is one where its notebooks carry lessons' names, and
    /// else holds one for each folder and file in it.
    /// </summary>
    /// <exception cref="NotebookException">A path does not exist or holds no submission.</exception>
    public static IReadOnlyList<Submission> Find(IEnumerable<string> paths)
    {
        var found = new List<(string Name, IReadOnlyList<string> Files)>();
        foreach (var path in paths)
        {
            var before = found.Count;
            if (File.Exists(path))
            {
                found.Add((Path.GetFileNameWithoutExtension(path), [Path.GetFullPath(path)]));
            }
            else if (Directory.Exists(path))
            {
                AddFolder(found, Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
            }
            else
            {
                throw new NotebookException($"There is no file or folder {path}.");
            }

            if (found.Count == before)
            {
                throw new NotebookException($"The folder {path} holds no notebook and no zip file.");
            }
        }

        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. found.OrderBy(f => f.Name, StringComparer.Ordinal).ThenBy(f => f.Files[0], StringComparer.Ordinal).Select(f => new Submission(Unique(Name(f.Name), taken), f.Files))];
    }

    /// <summary>All notebooks of some paths as one student's.</summary>
    /// <exception cref="NotebookException">There are none.</exception>
    public static Submission One(string student, IEnumerable<string> paths)
    {
        List<string> files = [.. paths.SelectMany(p => File.Exists(p) ? [Path.GetFullPath(p)] : Directory.Exists(p) ? Notebooks(Path.GetFullPath(p)) : throw new NotebookException($"There is no file or folder {p}."))];
        return files.Count > 0 ? new(Name(student), files) : throw new NotebookException($"There is no notebook and no zip file in {string.Join(", ", paths)}.");
    }

    /// <summary>The exercise cells of a submission; a file that cannot be read becomes a note.</summary>
    public static ExerciseCells Read(Submission submission)
    {
        var cells = new ExerciseCells();
        foreach (var file in submission.Files.Take(MostFiles))
        {
            try
            {
                if (Path.GetExtension(file).Equals(".zip", StringComparison.OrdinalIgnoreCase))
                {
                    ReadZip(file, cells);
                }
                else if (new FileInfo(file).Length == 0)
                {
                    // A pipe or a device has no length either, and reading one could wait for ever.
                    cells.Notes.Add($"{Words.Printable(Path.GetFileName(file))} is empty and was not read.");
                }
                else if (new FileInfo(file).Length > ExerciseCells.LargestNotebook)
                {
                    cells.Unreadable($"{Words.Printable(Path.GetFileName(file))} has more than {ExerciseCells.LargestNotebook >> 20} MB and was not read.");
                }
                else
                {
                    cells.Add(Path.GetFileName(file), File.ReadAllBytes(file));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                cells.Unreadable($"{Words.Printable(Path.GetFileName(file))} cannot be read: {Words.Printable(exception.Message)}");
            }
        }

        return cells;
    }

    private static void AddFolder(List<(string Name, IReadOnlyList<string> Files)> found, string folder)
    {
        var own = Directory.EnumerateFiles(folder, "*", Flat).Where(IsSubmission).Order(StringComparer.Ordinal).ToList();
        var lessons = Directory.Exists(Path.Combine(folder, "notebooks")) ? Notebooks(Path.Combine(folder, "notebooks")) : [];
        if (lessons.Count > 0 || own.Exists(f => LessonName().IsMatch(Path.GetFileName(f))))
        {
            found.Add((Path.GetFileName(folder), [.. lessons, .. own.Where(f => f.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))]));
            return;
        }

        found.AddRange(own.Select(f => (Path.GetFileNameWithoutExtension(f), (IReadOnlyList<string>)[f])));
        foreach (var student in Directory.EnumerateDirectories(folder, "*", Flat).Order(StringComparer.Ordinal))
        {
            if (Notebooks(student) is { Count: > 0 } files)
            {
                found.Add((Path.GetFileName(student), files));
            }
        }
    }

    private static List<string> Notebooks(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", Deep).Where(IsSubmission)
            .Where(f => !f.Contains(".ipynb_checkpoints", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(MostFiles)];

    private static bool IsSubmission(string file) => Path.GetExtension(file).ToLowerInvariant() is ".ipynb" or ".zip";

    private static void ReadZip(string file, ExerciseCells cells)
    {
        using var archive = ZipFile.OpenRead(file);
        var read = 0;
        foreach (var entry in archive.Entries.Take(5000).Where(e => e.FullName.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase)).OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            if (entry.FullName.Contains("__MACOSX", StringComparison.Ordinal) || entry.FullName.Contains(".ipynb_checkpoints", StringComparison.Ordinal) || ++read > MostFiles)
            {
                continue;
            }

            // What a header announces is not believed: a bomb is read to its limit and no further.
            using var stream = entry.Open();
            var bytes = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int count; bytes.Length <= ExerciseCells.LargestNotebook && (count = stream.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, count);
            }

            cells.Add(entry.Name, bytes.ToArray());
        }
    }

    /// <summary>A name that is a file's name everywhere: letters, digits, dots inside, dashes.</summary>
    internal static string Name(string name)
    {
        var text = new StringBuilder();
        foreach (var rune in name.Normalize(NormalizationForm.FormC).EnumerateRunes().Take(LongestName))
        {
            text.Append(Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' or '@' or ' ' ? rune.ToString() : "_");
        }

        var safe = text.ToString().Trim(' ', '.');
        return safe.Length == 0 ? "unnamed" : Reserved().IsMatch(safe) ? "_" + safe : safe;
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");
        }

        return unique;
    }

    [GeneratedRegex(@"^\d\d-.+\.ipynb$", RegexOptions.IgnoreCase)]
    private static partial Regex LessonName();

    [GeneratedRegex(@"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
