using System.Text;
using Course.Grading;

namespace Tests;

public sealed class ReleaseTests : IDisposable
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("course-release-").FullName, "edition");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    [Fact]
    public void The_students_edition_holds_no_line_of_a_hidden_check_or_a_solution_in_text_or_binary()
    {
        Assert.Equal(0, Answer.To("release", "--out", folder).Code);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).ToList();
        Assert.DoesNotContain(files, StudentEdition.IsTeachers);
        Assert.DoesNotContain(files, f => f.Split('/').Intersect([".git", "bin", "obj", ".course"]).Any());
        Assert.Contains("Course.sln", files);
        Assert.Contains("tests/Exercises/10.depth/Stub.cs", files);
        Assert.Contains("tests/Exercises/10.depth/Checks.cs", files);

        // What only the teacher's files say, in the two encodings that a binary may hold.
        var contents = files.ConvertAll(f => File.ReadAllBytes(Path.Combine(folder, f)));
        var open = string.Join("\n", contents.Select(c => Encoding.UTF8.GetString(c)));
        var secrets = Repository.Files(Path.Combine("tests", "Exercises"), "*.cs")
            .Where(f => Path.GetFileName(f) is "Hidden.cs" || Path.GetFileName(Path.GetDirectoryName(f)) is "Wrong")
            .SelectMany(f => File.ReadLines(f).Select(l => l.Trim()).Where(l => l.StartsWith("[Check(", StringComparison.Ordinal) || l.StartsWith("// wrong:", StringComparison.Ordinal)))
            .Distinct().ToList();
        Assert.True(secrets.Count > 20);
        Assert.All(secrets, s => Assert.DoesNotContain(s, open, StringComparison.Ordinal));
        // Nor a solution as a whole, however it is spaced.
        var squeezed = string.Concat(open.Where(c => !char.IsWhiteSpace(c)));
        var solutions = Repository.Files(Path.Combine("tests", "Exercises"), "Reference.cs").ToList();
        Assert.True(solutions.Count > 70);
        Assert.All(solutions, f => Assert.DoesNotContain(string.Concat(File.ReadLines(f).Skip(1).SelectMany(l => l).Where(c => !char.IsWhiteSpace(c))), squeezed, StringComparison.Ordinal));
        var wide = secrets.Take(40).Select(s => Encoding.Unicode.GetBytes(s)).ToList();
        Assert.All(contents, c => Assert.All(wide, w => Assert.Equal(-1, c.AsSpan().IndexOf(w))));
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_refused()
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "mine.txt"), "");
        Answer.To("release", "--out", folder).IsOneSentence(2, "not empty");
    }
}
