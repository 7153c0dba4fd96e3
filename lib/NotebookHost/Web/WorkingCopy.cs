// The learner's own copy of a lesson. It is written with the first change, whole or not at all; the course's file is never
// touched, and what a reset replaces is kept beside it.

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ConvNets.Training;
using NotebookHost.Documents;
using NotebookHost.Headless;

namespace NotebookHost.Web;

/// <summary>What a save found.</summary>
internal enum SaveResult
{
    /// <summary>The file is on the disk.</summary>
    Saved,

    /// <summary>The change was made on a version that another window has replaced since.</summary>
    Outdated,

    /// <summary>Another program has changed the file since.</summary>
    ChangedOutside,
}

/// <summary>A lesson as the learner left it. Not thread-safe: its room takes turns.</summary>
internal sealed class WorkingCopy
{
    private const int MaximumCells = 2000;
    private const string HiddenFolder = ".course";

    private readonly Lesson lesson;
    private readonly string folder;
    private readonly TrustKey key;
    private DateTime written;

    private WorkingCopy(Lesson lesson, string folder, TrustKey key)
    {
        (this.lesson, this.folder, this.key) = (lesson, folder, key);
        Notebook = null!;
        Load();
    }

    /// <summary>The document.</summary>
    internal Notebook Notebook { get; private set; }

    /// <summary>Counts the changes, so that two windows do not overwrite each other.</summary>
    internal int Revision { get; private set; }

    /// <summary>Whether the outputs come from this learner's own sessions, or the learner said that they are to be trusted.</summary>
    internal bool Trusted { get; private set; }

    /// <summary>Whether the learner has a file of this lesson.</summary>
    internal bool Exists => File.Exists(FilePath);

    /// <summary>Whether the course's lesson is another one than the copy began with.</summary>
    internal bool Outdated { get; private set; }

    /// <summary>The learner's file.</summary>
    internal string FilePath => PathIn(folder, lesson);

    private string Signatures => Path.Combine(folder, HiddenFolder, lesson.Name + ".signatures");

    internal static string PathIn(string folder, Lesson lesson) => Path.Combine(folder, lesson.Name + ".ipynb");

    /// <summary>Opens the learner's file, or the course's where there is none yet.</summary>
    /// <exception cref="NotebookException">The file is not a notebook.</exception>
    internal static WorkingCopy Open(Lesson lesson, string folder, TrustKey key) => new(lesson, folder, key);

    /// <summary>The course's own lesson, without outputs.</summary>
    internal Notebook Original()
    {
        var notebook = Notebook.Load(lesson.Path);
        notebook.StripOutputs();
        return notebook;
    }

    /// <summary>Takes the cells as a window has them (id, type, source; in order) and writes the file.</summary>
    /// <exception cref="FormatException">The cells are not what they should be.</exception>
    internal SaveResult Apply(JsonArray cells, int basedOn, bool overwrite = false)
    {
        if (!overwrite && basedOn != Revision)
        {
            return SaveResult.Outdated;
        }

        if (basedOn != Revision && Exists)
        {
            KeepBackup();
        }

        if (cells.Count > MaximumCells)
        {
            throw new FormatException($"A lesson has at most {MaximumCells} cells.");
        }

        var known = Notebook.Cells.Where(c => c.Id is not null).GroupBy(c => c.Id!).ToDictionary(g => g.Key, g => g.First());
        List<Cell> arranged = [];
        HashSet<string> seen = [];
        foreach (var cell in cells.Select(c => c as JsonObject ?? throw new FormatException("A cell is a JSON object.")))
        {
            var id = (string?)cell["id"] ?? "";
            if (!IsId(id) || !seen.Add(id))
            {
                throw new FormatException($"\"{id}\" is not the id of one cell.");
            }

            var kind = (string?)cell["type"] switch
            {
                "code" => CellKind.Code,
                "markdown" => CellKind.Markdown,
                "raw" => CellKind.Raw,
                _ => throw new FormatException("A cell is code, markdown or raw."),
            };
            var source = ((string?)cell["source"] ?? "").ReplaceLineEndings("\n");
            if (known.TryGetValue(id, out var present))
            {
                present.Become(kind);
                if (present.Source != source)
                {
                    present.Source = source;
                }

                arranged.Add(present);
            }
            else
            {
                arranged.Add(Cell.Create(kind, source, id));
            }
        }

        Notebook.Arrange(arranged);
        Revision++;
        return Save(overwrite);
    }

    /// <summary>Writes the file.</summary>
    /// <param name="overwrite">Whether a file that another program changed may be replaced (it is kept as a backup).</param>
    internal SaveResult Save(bool overwrite = false)
    {
        if (File.Exists(FilePath) && File.GetLastWriteTimeUtc(FilePath) != written)
        {
            if (!overwrite)
            {
                return SaveResult.ChangedOutside;
            }

            KeepBackup();
        }

        var bytes = Encoding.UTF8.GetBytes(Notebook.ToJson());
        if (Trusted)
        {
            key.Note(Signatures, bytes);
        }

        AtomicFile.Write(FilePath, stream => stream.Write(bytes));
        written = File.GetLastWriteTimeUtc(FilePath);
        return SaveResult.Saved;
    }

    /// <summary>Begins anew with the course's lesson; the file so far is kept as a backup.</summary>
    internal void Reset()
    {
        if (Exists)
        {
            KeepBackup();
            File.Delete(FilePath);
        }

        Load();
        Revision++;
    }

    /// <summary>Reads the file again, after another program changed it.</summary>
    internal void Reload()
    {
        Load();
        Revision++;
    }

    /// <summary>Takes the outputs for the learner's own from now on.</summary>
    internal void Trust()
    {
        Trusted = true;
        Save();
    }

    private void Load()
    {
        var original = Original();
        var fingerprint = Fingerprint(original);
        if (Exists)
        {
            Notebook = Notebook.Load(FilePath);
            Trusted = key.Knows(Signatures, File.ReadAllBytes(FilePath)) || Notebook.Cells.All(c => c.Kind != CellKind.Code || c.Outputs.Count == 0);
            Outdated = (string?)(Notebook.Metadata["course"] as JsonObject)?["lesson"] is { } begun && begun != fingerprint;
            written = File.GetLastWriteTimeUtc(FilePath);
        }
        else
        {
            Notebook = original;
            Notebook.Metadata["course"] = new JsonObject { ["lesson"] = fingerprint };
            Trusted = true;
            Outdated = false;
            written = default;
        }

        foreach (var cell in Notebook.Cells.Where(c => c.Id is null || !IsId(c.Id)))
        {
            // Files older than nbformat 4.5 have no ids.
            cell.Json["id"] = Guid.NewGuid().ToString("N")[..8];
        }
    }

    private void KeepBackup()
    {
        var backups = Path.Combine(folder, HiddenFolder, "backups");
        Directory.CreateDirectory(backups);
        var time = DateTime.UtcNow.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        File.Copy(FilePath, Path.Combine(backups, $"{lesson.Name}-{time}.ipynb"), overwrite: true);
    }

    private static string Fingerprint(Notebook notebook)
    {
        var text = string.Join('\u001f', notebook.Cells.Select(c => $"{c.Id}\u001e{c.Kind}\u001e{c.Source}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    // nbformat: 1 to 64 characters out of letters, digits, - and _.
    private static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
