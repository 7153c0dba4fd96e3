using System.Xml.Linq;

namespace Tests;

public class GradeTests(GradedClass graded) : IClassFixture<GradedClass>
{
    private static int Worth => GradedClass.Exercises.Sum(e => e.Points);

    [Fact]
    public void Everybody_has_a_row_with_the_points_that_the_work_deserves()
    {
        Assert.Equal("", graded.Graded.Error);
        Assert.Equal(0, graded.Graded.Code);
        Assert.Contains("Isolation: ", graded.Graded.Out);
        var rows = graded.Text("grades.csv").TrimEnd('\n').Split('\n');
        Assert.Equal(6, rows.Length);
        Assert.StartsWith("student,points,worth,by hand,total,10.", rows[0]);
        Assert.StartsWith($"ada,{Worth},{Worth},-1.5,{Worth - 1.5},", rows[2]);
        Assert.StartsWith($"bob,0,{Worth},1,1,", rows[3]);
        Assert.StartsWith($"eve,0,{Worth},0,0,", rows[4]);
        Assert.StartsWith($"mallory,0,{Worth},0,0,", rows[5]);
    }

    [Fact]
    public void Nothing_builds_a_file_of_a_submission() => Assert.False(File.Exists(graded.Attacked));

    [Fact]
    public void Every_check_has_a_result_and_its_reason()
    {
        foreach (var student in (string[])["ada", "bob", "eve", "mallory", "_wanda _b_"])
        {
            var exercises = graded.Read("students", student + ".json").GetProperty("exercises").EnumerateArray().ToList();
            Assert.Equal(GradedClass.Exercises.Select(e => e.Id), exercises.Select(e => e.GetProperty("id").GetString()));
            var checks = exercises.SelectMany(e => e.GetProperty("checks").EnumerateArray()).ToList();
            Assert.Equal(Worth, checks.Sum(c => c.GetProperty("worth").GetInt32()));
            Assert.All(checks, c => Assert.Equal(c.GetProperty("verdict").GetString() == "passed", c.GetProperty("reason").GetString() == ""));
        }
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("mallory")]
    public void A_submission_gets_the_same_bytes_alone_as_beside_hostile_ones(string student)
    {
        var alone = Path.Combine(graded.Folder, "alone-" + student);
        var answer = Answer.To("grade", Path.Combine(graded.Class, student), "--out", alone, "--lesson", "10", "--seed", "5", "--jobs", "1", "--format", "json");
        Assert.Equal(0, answer.Code);
        Assert.Equal(graded.Text("students", student + ".json"), File.ReadAllText(Path.Combine(alone, "students", student + ".json")));
    }

    [Fact]
    public void A_second_run_grades_nobody_again_and_leaves_the_teachers_file_alone()
    {
        var before = File.GetLastWriteTimeUtc(Path.Combine(graded.Out, "students", "ada.json"));
        var again = graded.Grade();
        Assert.Equal(5, again.Out.Split('\n').Count(l => l.EndsWith(", graded before", StringComparison.Ordinal)));
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(graded.Out, "students", "ada.json")));
        Assert.Equal(GradedClass.Teacher, graded.Text("teacher.csv"));
    }

    [Fact]
    public void Gradescope_gets_its_form_with_hidden_checks_hidden()
    {
        var result = graded.Read("gradescope", "ada.json");
        Assert.Equal(Worth - 1.5, result.GetProperty("score").GetDouble());
        Assert.Contains("late, two days", result.GetProperty("output").GetString());
        var tests = result.GetProperty("tests").EnumerateArray().ToList();
        Assert.Equal(Worth, tests.Sum(t => t.GetProperty("max_score").GetInt32()));
        Assert.All(tests, t => Assert.Contains(t.GetProperty("visibility").GetString(), (string[])["visible", "hidden"]));
        Assert.Contains(tests, t => t.GetProperty("visibility").GetString() == "hidden");
    }

    [Fact]
    public void Classroom_gets_its_form_without_the_sentences_of_hidden_checks()
    {
        var result = graded.Read("classroom", "bob.json");
        Assert.Equal((1, "fail", Worth), (result.GetProperty("version").GetInt32(), result.GetProperty("status").GetString(), result.GetProperty("max_score").GetInt32()));
        Assert.Equal("pass", graded.Read("classroom", "ada.json").GetProperty("status").GetString());
        Assert.Contains(result.GetProperty("tests").EnumerateArray(), t => t.GetProperty("name").GetString()!.EndsWith("a hidden check", StringComparison.Ordinal));
    }

    [Fact]
    public void No_report_for_students_names_a_hidden_check()
    {
        var hidden = graded.Read("students", "ada.json").GetProperty("exercises").EnumerateArray().SelectMany(e => e.GetProperty("checks").EnumerateArray())
            .Where(c => c.GetProperty("hidden").GetBoolean()).Select(c => c.GetProperty("sentence").GetString()!).ToList();
        Assert.NotEmpty(hidden);
        foreach (var file in (string[])["html/eve.html", "html/ada.html", "classroom/eve.json"])
        {
            Assert.All(hidden, h => Assert.DoesNotContain(System.Net.WebUtility.HtmlEncode(h), graded.Text(file), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void JUnit_XML_counts_every_check_of_every_student()
    {
        var suites = XDocument.Parse(graded.Text("junit.xml")).Root!.Elements("testsuite").ToList();
        Assert.Equal(5, suites.Count);
        Assert.All(suites, s => Assert.Equal((int)s.Attribute("tests")!, s.Elements("testcase").Count()));
        Assert.Equal(0, (int)suites[1].Attribute("failures")! + (int)suites[1].Attribute("errors")! + (int)suites[1].Attribute("skipped")!);
    }

    [Fact]
    public void Pages_run_nothing_and_show_the_difficulty_of_each_exercise()
    {
        foreach (var page in Directory.EnumerateFiles(graded.Out, "*.html", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain("<script", File.ReadAllText(page), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>", File.ReadAllText(page), StringComparison.OrdinalIgnoreCase);
        }

        var overview = graded.Text("index.html");
        Assert.Equal(3, overview.Split("<svg").Length);
        Assert.Contains("Students by part of the points", overview);
        Assert.All(GradedClass.Exercises, e => Assert.Contains($">{e.Id}</text>", overview));
    }

    [Fact]
    public void Parts_are_merged_and_different_results_of_one_student_are_refused()
    {
        var merged = Path.Combine(graded.Folder, "merged");
        Assert.Equal(0, Answer.To("grade", graded.Out, "--merge", "--out", merged, "--format", "csv").Code);
        Assert.Equal(6, File.ReadAllLines(Path.Combine(merged, "grades.csv")).Length);
        var other = Directory.CreateDirectory(Path.Combine(graded.Folder, "other", "students")).Parent!.FullName;
        File.WriteAllText(Path.Combine(other, "students", "ada.json"), graded.Text("students", "ada.json").Replace("\"digest\": \"", "\"digest\": \"f"));
        Answer.To("grade", graded.Out, other, "--merge", "--out", merged).IsOneSentence(1, "ada", "--seed");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'=1")]
    [InlineData("a\r\n=1", "a =1")]
    [InlineData("Ada", "Ada")]
    public void A_cell_of_the_table_is_never_a_formula(string given, string cell) => Assert.Equal(cell, Course.Grading.CsvReport.Text(given));

    [Fact]
    public void A_line_of_the_teachers_file_that_says_nothing_is_one_sentence()
    {
        var folder = Directory.CreateDirectory(Path.Combine(graded.Folder, "bad")).FullName;
        File.WriteAllText(Path.Combine(folder, "teacher.csv"), "ada,10.depth,many\n");
        Answer.To("grade", graded.Out, "--merge", "--out", folder).IsOneSentence(1, "teacher.csv", "line 1");
    }

    [Fact]
    public void A_seed_that_cannot_be_read_is_one_sentence_and_stays_as_it_is()
    {
        var folder = Directory.CreateDirectory(Path.Combine(graded.Folder, "seedless")).FullName;
        var path = Path.Combine(folder, "seed.txt");
        File.WriteAllText(path, "12x\n");
        Answer.To("grade", Path.Combine(graded.Class, "bob"), "--out", folder, "--lesson", "10").IsOneSentence(1, "seed.txt", "--seed");
        Assert.Equal("12x\n", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("no-such-folder", "no file or folder")]
    [InlineData("--out", "needs a value")]
    public void Wrong_usage_is_one_sentence(string word, string said) => Assert.Contains(said, Answer.To("grade", word).Error, StringComparison.Ordinal);
}
