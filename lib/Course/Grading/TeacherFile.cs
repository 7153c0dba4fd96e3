// Late days and points by hand: a CSV file that belongs to the teacher. Grading reads it and never writes it.

using System.Globalization;
using System.Text;

namespace Course.Grading;

/// <summary>Points that a teacher gave or took.</summary>
/// <param name="Student">The student, as in grades.csv.</param>
/// <param name="Exercise">The exercise, or empty for the whole submission.</param>
/// <param name="Points">Points, negative for those taken.</param>
/// <param name="Reason">Why.</param>
internal sealed record Adjustment(string Student, string Exercise, double Points, string Reason);

internal static class TeacherFile
{
    /// <summary>The file's name in the results folder.</summary>
    public const string Name = "teacher.csv";

    /// <summary>The adjustments of <c>student,exercise,points,reason</c> lines; none where there is no file.</summary>
    /// <exception cref="CheckFailedException">A line is not of this form.</exception>
    public static IReadOnlyList<Adjustment> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var adjustments = new List<Adjustment>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var fields = Fields(line);
            if (line.Trim().Length == 0 || fields is ["student", ..])
            {
                continue;
            }

            if (fields.Count < 3 || !double.TryParse(fields[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var points) || !double.IsFinite(points))
            {
                throw new CheckFailedException($"{path}, line {number}: a line is student,exercise,points,reason, for example \"ada,10.depth,-1,late\"; the exercise may be empty.");
            }

            // A name that grades.csv protects with an apostrophe is meant without it.
            adjustments.Add(new(fields[0].TrimStart('\''), fields[1], points, fields.Count > 3 ? fields[3] : ""));
        }

        return adjustments;
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (quoted && line[i] == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }

        fields.Add(field.ToString().Trim());
        return fields;
    }
}
