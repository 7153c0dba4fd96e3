using System.Text.RegularExpressions;
using NotebookHost.Documents;

namespace Tests.Lessons;

/// <summary>Every lesson has the same parts in the same order.</summary>
public partial class LessonOrderTests
{
    // What the heading of each part says, in the order of the parts.
    private static readonly (string Part, string Heading)[] Order =
    [
        ("the paper and its history", "papers?\\b|comes from|history"), ("the idea", "\\bidea"), ("the formula", "formula"), ("the block by hand", "by hand"),
        ("the same from the library", "librar"), ("the whole net and its table", "\\b(net|nets|network|networks|road)\\b.*table|whole (net|road)"),
        ("the experiment", "experiment"), ("what to remember", "what to remember"), ("the exercises", "^exercises"), ("further reading", "further reading"),
    ];

    public static TheoryData<string> Lessons => Prose.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public void The_parts_stand_in_their_order(string lesson)
    {
        var headings = Prose.Open(lesson).Cells.Where(c => c.Kind == CellKind.Markdown)
            .SelectMany(c => Heading().Matches(c.Source)).Select(m => m.Groups[1].Value).ToList();
        var at = -1;
        foreach (var (part, pattern) in Order)
        {
            var next = headings.FindIndex(at + 1, h => Regex.IsMatch(h, pattern, RegexOptions.IgnoreCase));
            Assert.True(next >= 0, $"{lesson}: no heading for {part} after \"{(at < 0 ? "the title" : headings[at])}\"; the headings are {string.Join(" | ", headings)}");
            at = next;
        }
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void The_header_states_time_and_memory_of_all_three_profiles(string lesson)
    {
        var header = Prose.Open(lesson).Cells[0].Source;
        Assert.StartsWith($"# {lesson[..2]} · ", header);
        Assert.Contains("| profile | time | memory |", header);
        Assert.All(["smoke", "quick", "full"], profile => Assert.Matches($@"(?m)^\| {profile} \| [^|]+ \| [^|]*\|$", header));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void The_first_code_cell_names_the_version_and_the_second_one_takes_the_parameters(string lesson)
    {
        var code = Prose.Open(lesson).Cells.Where(c => c.Kind == CellKind.Code).ToList();
        Assert.Contains("Kit.Require(\"", code[0].Source);
        Assert.Contains("parameters", code[1].Tags);
        Assert.All(["profile", "data", "seed"], name => Assert.Contains($"var {name} = ", code[1].Source));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_quiz_asks_five_questions_and_its_cell_is_folded_since_it_holds_the_answers(string lesson)
    {
        var quiz = Assert.Single(Prose.Open(lesson).Cells, c => c.Kind == CellKind.Code && c.Source.Contains("new Quiz()"));
        Assert.Equal(5, quiz.Source.Split(".Ask(").Length - 1);
        Assert.Contains("hide-input", quiz.Tags);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Something_is_predicted_and_something_is_claimed(string lesson)
    {
        var code = string.Join('\n', Prose.Open(lesson).Cells.Where(c => c.Kind == CellKind.Code).Select(c => c.Source));
        Assert.Contains("new Prediction(", code);
        Assert.Matches($"Claim\\.Test\\(\\s*\\$?\"{lesson[..2]}\\.", code);
        Assert.Contains($"\"{Path.GetFileNameWithoutExtension(lesson)}\"", code);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Progress_shows_beside_the_cell_that_trains_and_not_far_above(string lesson)
    {
        var near = false;
        foreach (var cell in Prose.Open(lesson).Cells)
        {
            near = cell.Kind == CellKind.Code && (near || cell.Source.Contains("KernelInvocationContext.Current.Display("));
            Assert.True(near || !Told().IsMatch(cell.Source), $"{lesson}, cell {cell.Id}: give it a display of its own, progress = KernelInvocationContext.Current.Display(...).");
        }
    }

    [GeneratedRegex(@"^(progress|status)\.Update\(", RegexOptions.Multiline)]
    private static partial Regex Told();

    [GeneratedRegex(@"^#{2,3} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
