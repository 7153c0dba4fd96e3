// The folder of a grading run. A student's JSON is its memory: it is written when the student is done, and a run that finds it
// with the same digest leaves that student alone.

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ConvNets.Training;
using NotebookHost.Grading;

namespace Course.Grading;

internal sealed class ResultsFolder(string folder)
{
    /// <summary>The formats that can be written.</summary>
    public static readonly string[] Formats = ["csv", "gradescope", "classroom", "junit", "json", "html"];

    private const string SeedFile = "seed.txt";

    private const string StudentsFolder = "students";

    private string Students => Path.Combine(folder, StudentsFolder);

    /// <summary>The seed of this folder's grading: given, remembered, or drawn once and remembered.</summary>
    /// <exception cref="CheckFailedException">The file holds no number; another one would grade everybody again, with other inputs.</exception>
    public int Seed(int? given)
    {
        var path = Path.Combine(folder, SeedFile);
        var seed = given ?? (File.Exists(path) ? Remembered(path) : RandomNumberGenerator.GetInt32(2, int.MaxValue));
        Write(SeedFile, seed.ToString(CultureInfo.InvariantCulture) + "\n");
        return seed;
    }

    private static int Remembered(string path) =>
        int.TryParse(File.ReadAllText(path).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new CheckFailedException($"{path} must hold the seed of this folder's random inputs, a whole number: write there what the files in {StudentsFolder}/ name as \"seed\", or pass --seed.");

    /// <summary>The result that is there for a student and this digest, or null.</summary>
    public SubmissionResult? Known(string student, string digest) =>
        PathOf(student) is var path && File.Exists(path) && GradingJson.Read<SubmissionResult>(File.ReadAllText(path)) is { } known && known.Digest == digest ? known : null;

    /// <summary>All results that are there.</summary>
    /// <exception cref="CheckFailedException">A file holds something else; left out in silence, a student would lose the points.</exception>
    public IReadOnlyList<SubmissionResult> All() => Directory.Exists(Students)
        ? [.. Directory.EnumerateFiles(Students, "*.json").Order(StringComparer.Ordinal).Select(Whole)]
        : [];

    private static SubmissionResult Whole(string path) =>
        GradingJson.Read<SubmissionResult>(File.ReadAllText(path)) is { Student.Length: > 0, Digest: not null, Notes: not null, Exercises: not null } result
            ? result
            : throw new CheckFailedException($"{path} is no result that course grade wrote; remove it and grade that submission again.");

    /// <summary>Keeps a student's result.</summary>
    public void Keep(SubmissionResult result) => Write(Path.Combine(StudentsFolder, result.Student + ".json"), GradingJson.ToPage(result));

    /// <summary>Writes the reports.</summary>
    public void Report(ClassResults results, IReadOnlyCollection<string> formats)
    {
        foreach (var format in formats)
        {
            switch (format)
            {
                case "csv":
                    Write("grades.csv", CsvReport.Write(results));
                    break;
                case "junit":
                    AtomicFile.Write(Path.Combine(folder, "junit.xml"), s => s.Write(JUnitReport.Write(results)));
                    break;
                case "json":
                    Write("results.json", GradingJson.ToPage(new { results.Rows }));
                    break;
                case "gradescope":
                    Each(results, "gradescope", ".json", JsonReports.Gradescope);
                    break;
                case "classroom":
                    Each(results, "classroom", ".json", JsonReports.Classroom);
                    break;
                case "html":
                    Each(results, "html", ".html", HtmlReports.Student);
                    Write("index.html", HtmlReports.Overview(results, r => "html/" + Uri.EscapeDataString(r.Student) + ".html"));
                    break;
            }
        }
    }

    private void Each(ClassResults results, string name, string ending, Func<StudentRow, ClassResults, string> write)
    {
        foreach (var row in results.Rows)
        {
            Write(Path.Combine(name, row.Student + ending), write(row, results));
        }
    }

    private string PathOf(string student) => Path.Combine(Students, student + ".json");

    private void Write(string name, string text) => AtomicFile.Write(Path.Combine(folder, name), s => s.Write(Encoding.UTF8.GetBytes(text)));
}
