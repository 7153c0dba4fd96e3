// Runs lessons on real pictures and keeps what came out in the table of notebooks/README.md, one row for each lesson:
// when, on what, with how many seeds, where, how long, how many claims held, and which of them turned out otherwise than on the painted pictures.

using System.Globalization;
using System.Text.Json;
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
    /// <param name="names">Lessons by number or name.</param>
    public static int Run(string data, string profile, string? painted, IReadOnlyList<string> names)
    {
        var before = painted is null ? null : Painted(painted);
        var folder = NotebooksFolder.Find(null);
        var settings = LessonSettings.From(profile, data);
        var split = settings.OpenData();
        var pictures = string.Create(CultureInfo.InvariantCulture, $"{split.Name}, {split.Train.Count} + {split.Test.Count} pictures, profile {profile}");
        var failed = 0;
        foreach (var lesson in Lesson.Find(folder, names))
        {
            var course = HeadlessCourse.RunAsync(new CourseOptions
            {
                Notebooks = folder,
                Lessons = [lesson.Name],
                Run = new RunOptions { Profile = profile, Data = Path.GetFullPath(data) },
                ChildCommand = ["dotnet", "exec", typeof(Cli).Assembly.Location, ChildProcess.Verb],
            }).GetAwaiter().GetResult();
            var row = Row(course.Lessons[0], pictures, before);
            Write(Path.Combine(folder, "README.md"), lesson, row);
            Console.WriteLine(row);
            foreach (var claim in Claims(course.Lessons[0]).Where(claim => !claim.Holds))
            {
                Console.WriteLine($"  {claim}");
            }

            failed += course.Succeeded ? 0 : 1;
        }

        return failed == 0 ? 0 : 1;
    }

    /// <summary>The text of a README with the row of a lesson put in its place, in the order of the lessons.</summary>
    public static string With(string readme, string lesson, string row)
    {
        var start = readme.IndexOf(Begin, StringComparison.Ordinal);
        var end = readme.IndexOf(End, StringComparison.Ordinal);
        if (start < 0 || end < start)
        {
            throw new NotebookException($"The README of the lessons has no lines \"{Begin}\" and \"{End}\"; put them where the table belongs.");
        }

        var rows = readme[(start + Begin.Length)..end].Split('\n')
            .Where(line => line.StartsWith("| [", StringComparison.Ordinal) && !line.Contains($"({lesson}.ipynb)", StringComparison.Ordinal))
            .Append(row).Order(StringComparer.Ordinal);
        return readme[..(start + Begin.Length)] + "\n\n" + Head + string.Join('\n', rows) + "\n\n" + readme[end..];
    }

    private static void Write(string path, Lesson lesson, string row) => File.WriteAllText(path, With(File.ReadAllText(path), lesson.Name, row));

    private static string Row(LessonOutcome outcome, string pictures, IReadOnlyDictionary<string, bool>? painted)
    {
        var claims = Claims(outcome);
        var held = outcome.Report.Succeeded
            ? $"{claims.Count(claim => claim.Holds)} of {claims.Count}"
            : $"stopped at cell {outcome.Report.Failures[0].Number}";
        return string.Create(CultureInfo.InvariantCulture,
            $"| [{outcome.Lesson.Title}]({outcome.Lesson.Name}.ipynb) | {DateTime.UtcNow:yyyy-MM-dd} | {pictures} | {claims.Select(claim => claim.Seeds).DefaultIfEmpty(1).Max()} | {Machine()} | {outcome.Report.Duration.TotalMinutes:0.0} | {held} | {Otherwise(claims, painted)} |");
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

    private static Dictionary<string, bool> Painted(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.GetProperty("claims").EnumerateArray()
            .ToDictionary(claim => claim.GetProperty("id").GetString()!, claim => claim.GetProperty("holds").GetBoolean());
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
