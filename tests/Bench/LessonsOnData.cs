// Runs lessons on real pictures and keeps what came out in the table of notebooks/README.md, one row for each lesson:
// when, on what, with how many seeds, where, how long, how many claims held, and which of them turned out otherwise than on the painted pictures.

using System.Globalization;
using System.Text;
using ConvNets.Training;
using Course;
using NotebookHost.Documents;
using NotebookHost.Headless;

namespace Bench;

internal static class LessonsOnData
{
    private const string Begin = "<!-- begin real data -->";
    private const string End = "<!-- end real data -->";
    private const string Head = "| lesson | date | data | seeds | machine | minutes | claims held | otherwise than on painted pictures |\n| --- | --- | --- | --: | --- | --: | --: | --- |\n";

    /// <summary>Runs the lessons, all where none is named; each row is written as soon as its lesson ends.</summary>
    /// <param name="data">Folder of the real pictures.</param>
    /// <param name="profile">smoke, quick or full.</param>
    /// <param name="painted">claims.json of a run on the painted pictures, which the real ones are compared with; null to list what did not hold.</param>
    /// <param name="missing">Whether to leave out the lessons that have a row: a run that was broken off goes on.</param>
    /// <param name="names">Lessons by number or name.</param>
    public static int Run(string data, string profile, string? painted, bool missing, IReadOnlyList<string> names)
    {
        var before = painted is null ? null : Painted(painted, profile);
        var folder = NotebooksFolder.Find();
        var readme = Path.Combine(folder, "README.md");
        var pictures = $"{LessonSettings.From(profile, data).OpenData().Name}, {profile}";
        var failed = 0;
        foreach (var lesson in Lesson.Find(folder, names).Where(lesson => !missing || !HasRow(File.ReadAllText(readme), lesson.Name)))
        {
            Console.WriteLine($"{lesson.Name} ...");
            var outcome = LessonRuns.Run(folder, lesson.Path, profile, data);
            if (!outcome.Report.Succeeded)
            {
                Console.WriteLine($"  {LessonRuns.Why(outcome)}; its row stays as it was.");
                failed++;
                continue;
            }

            var row = Row(outcome, pictures, before);
            var text = With(File.ReadAllText(readme), lesson.Name, row);
            AtomicFile.Write(readme, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            Console.WriteLine(row);
            foreach (var claim in Claims(outcome).Where(claim => !claim.Holds))
            {
                Console.WriteLine($"  {claim}");
            }
        }

        return failed == 0 ? 0 : 1;
    }

    /// <summary>The text of a README with the row of a lesson put in its place, in the order of the lessons.</summary>
    public static string With(string readme, string lesson, string row)
    {
        var (start, end) = Place(readme);
        var rows = Rows(readme[start..end]).Where(line => !IsOf(lesson, line)).Append(row).Order(StringComparer.Ordinal);
        return readme[..start] + "\n\n" + Head + string.Join('\n', rows) + "\n\n" + readme[end..];
    }

    private static bool HasRow(string readme, string lesson)
    {
        var (start, end) = Place(readme);
        return Rows(readme[start..end]).Any(line => IsOf(lesson, line));
    }

    private static IEnumerable<string> Rows(string table) => table.Split('\n').Where(line => line.StartsWith("| [", StringComparison.Ordinal));

    private static bool IsOf(string lesson, string row) => row.Contains($"({lesson}.ipynb)", StringComparison.Ordinal);

    private static (int Start, int End) Place(string readme)
    {
        var start = readme.IndexOf(Begin, StringComparison.Ordinal);
        var end = readme.IndexOf(End, StringComparison.Ordinal);
        return start >= 0 && end > start
            ? (start + Begin.Length, end)
            : throw new NotebookException($"The README of the lessons has no lines \"{Begin}\" and \"{End}\"; put them where the table belongs.");
    }

    private static string Row(LessonOutcome outcome, string pictures, IReadOnlyDictionary<string, bool>? painted)
    {
        var claims = Claims(outcome);
        return string.Create(CultureInfo.InvariantCulture,
            $"| [{outcome.Lesson.Title}]({outcome.Lesson.Name}.ipynb) | {DateTime.UtcNow:yyyy-MM-dd} | {pictures} | {claims.Select(claim => claim.Seeds).DefaultIfEmpty(1).Max()} | {Machine()} | {outcome.Report.Duration.TotalMinutes:0.0} | {claims.Count(claim => claim.Holds)} of {claims.Count} | {Otherwise(claims, painted)} |");
    }

    /// <summary>Which claims turned out otherwise than on the painted pictures; where those are unknown, which did not hold.</summary>
    public static string Otherwise(IReadOnlyList<Claim> claims, IReadOnlyDictionary<string, bool>? painted)
    {
        static string Names(string what, IEnumerable<Claim> claims) =>
            string.Join(", ", claims.Select(claim => $"`{claim.Id[(claim.Id.IndexOf('.') + 1)..]}`")) is { Length: > 0 } names ? $"{what}: {names}" : "";
        string[] parts = painted is null || !claims.Any(claim => painted.ContainsKey(claim.Id))
            ? [Names("did not hold", claims.Where(claim => !claim.Holds))]
            :
            [
                Names("only here", claims.Where(claim => claim.Holds && painted.TryGetValue(claim.Id, out var held) && !held)),
                Names("not here", claims.Where(claim => !claim.Holds && painted.TryGetValue(claim.Id, out var held) && held)),
            ];
        return string.Join("; ", parts.Where(part => part.Length > 0)) is { Length: > 0 } text ? text : "nothing";
    }

    // A run on other pictures or of another size is no measure for this one.
    private static Dictionary<string, bool> Painted(string path, string profile)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"There is no file {path}; `course run --out DIR` writes DIR/claims.json.");
        }

        var file = ClaimsFile.Load(path);
        return file is { Data: "embedded" } && file.Profile == profile
            ? file.Claims.ToDictionary(claim => claim.Id, claim => claim.Holds)
            : throw new UsageException($"{path} was measured on {file.Data} in profile {file.Profile}; a run on the painted pictures in profile {profile} is needed.");
    }

    private static List<Claim> Claims(LessonOutcome outcome) => [.. outcome.Report.Claims.Select(claim => Claim.FromJson(claim.ToJsonString()))];

    private static string Machine()
    {
        const string facts = "/proc/cpuinfo";
        var name = File.Exists(facts)
            ? File.ReadLines(facts).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
            : null;
        return $"{Environment.ProcessorCount} cores, {name ?? System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString()}";
    }
}
