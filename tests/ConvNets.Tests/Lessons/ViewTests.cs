using ConvNets.Lessons;

namespace ConvNets.Tests.Lessons;

public class ViewTests
{
    [Fact]
    public void A_table_puts_numbers_right_and_text_left()
    {
        var table = new Table("net", "parameters") { Caption = "Sizes" }.Row("small", 1234).Row("large one", 5);

        Assert.Equal("Sizes\nnet        parameters\n---------  ----------\nsmall           1,234\nlarge one           5", table.ToText().ReplaceLineEndings("\n"));
        Assert.Contains("<td style=\"text-align:right;white-space:nowrap\">1,234</td>", table.ToHtml());
    }

    [Fact]
    public void Short_cells_stay_on_one_line_and_a_table_of_many_columns_says_that_it_is_wide()
    {
        Assert.Contains("nowrap", new Table("test %").Row("63.4 ± 0.9").ToHtml());
        Assert.DoesNotContain("nowrap", new Table("claim").Row("a sentence that may be broken").ToHtml());
        Assert.Contains("class=\"data wide\"", new Table("abcdefghi".Select(c => $"{c}").ToArray()).ToHtml());
        Assert.Contains("class=\"data\"", new Table("a", "b").ToHtml());
    }

    [Fact]
    public void Zero_has_no_sign()
    {
        Assert.DoesNotContain("-0", new Table("points").Row(-0.0).Row(-0f).ToText());
        Assert.Contains("Measured: 0 points.", new Prediction("How many?", double.NaN, "points").Measured(-0.0).ToText());
    }

    [Fact]
    public void A_row_of_the_wrong_length_names_the_columns()
    {
        var error = Assert.Throws<ArgumentException>(() => new Table("a", "b").Row(1));
        Assert.Contains("2 cells (a, b), but 1", error.Message);
    }

    [Fact]
    public void Views_escape_what_they_show() =>
        Assert.Contains("&lt;script&gt;", new Table("<script>").Row("x").ToHtml());

    [Fact]
    public void A_prediction_says_how_far_off_it_was()
    {
        Assert.Contains("Your guess: 50 %. Measured: 40 % (+25%).", new Prediction("How many?", 50, "%").Measured(40).ToText());
        Assert.Contains("No guess yet", new Prediction("How many?", double.NaN).Measured(40).ToText());
        Assert.Contains("exactly right", new Prediction("How many?", 40).Measured(40).ToText());
        Assert.Contains("Measured: no number came out of this run.", new Prediction("How many?", 40).Measured(double.NaN).ToText());
    }

    [Fact]
    public void A_prediction_may_be_a_word_that_is_picked()
    {
        Assert.Contains("You said: A. Measured: D.", new Prediction("Which net wins?", "A").Measured("D").ToText());
        Assert.Contains("You said: d. Measured: D (right).", new Prediction("Which net wins?", "d").Measured("D").ToText());
        Assert.Contains("No guess yet", new Prediction("Which net wins?", "").Measured("D").ToText());
    }

    [Fact]
    public void A_lesson_for_a_newer_kit_is_refused_in_one_sentence()
    {
        Assert.Contains("lesson written for 0.1", Kit.Require("0.1"));
        var error = Assert.Throws<InvalidOperationException>(() => Kit.Require("0.99"));
        Assert.StartsWith("This lesson was written for kit 0.99", error.Message);
    }

    [Fact]
    public void A_quiz_question_needs_one_right_answer()
    {
        Assert.Throws<ArgumentException>(() => new Quiz().Ask("?", ("a", false, "")));
        Assert.Contains("Right. because", new Quiz().Ask("?", ("a", true, "because"), ("b", false, "")).ToHtml());
    }
}
