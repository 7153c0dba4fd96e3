using Course;

namespace Tests;

public class UsageTests
{
    [Fact]
    public void Help_shows_the_verbs_and_succeeds()
    {
        var answer = Answer.To("--help");
        Assert.Equal(0, answer.Code);
        Assert.Contains("Usage:", answer.Out);
        Assert.Empty(answer.Error);
    }

    [Fact]
    public void Version_is_the_kits() => Assert.Matches(@"^\d+\.\d+\.\d+\s*$", Answer.To("--version").Out);

    [Fact]
    public void No_verb_shows_the_help_and_is_wrong_usage()
    {
        var answer = Answer.To();
        Assert.Contains("Usage:", answer.Out);
        answer.IsOneSentence(2, "course VERB");
    }

    [Fact]
    public void An_unknown_verb_is_wrong_usage() => Answer.To("traim").IsOneSentence(2, "no verb \"traim\"", "--help");

    [Fact]
    public void An_unknown_option_is_wrong_usage() => Answer.To("--colour").IsOneSentence(2, "no option --colour");

    [Theory]
    [InlineData("resnet-5O", "resnet-50")]
    [InlineData("rsenet-50", "resnet-50")]
    [InlineData("resnet", "resnet-18")]
    [InlineData("vgg", "vgg-a")]
    [InlineData("something-else", null)]
    public void The_nearest_known_word_is_suggested(string typed, string? known) =>
        Assert.Equal(known, Nearest.To(typed, ["alexnet-grouped", "resnet-18", "resnet-50", "vgg-a"]));

    [Fact]
    public void A_lesson_or_a_net_that_is_nearly_right_is_suggested()
    {
        Answer.To("run", "10-residual").IsOneSentence(2, "no lesson \"10-residual\"", "Did you mean 10-residual-learning?");
        Answer.To("inspect", "lenet-5").IsOneSentence(2, "the nearest are lenet-small");
    }

    [Theory]
    [InlineData("course forward needs ID", "forward")]
    [InlineData("course forward needs --weights", "forward", "lenet-small")]
    [InlineData("course forward needs --output", "forward", "lenet-small", "--weights", "w", "--input", "x")]
    [InlineData("--weights needs a value (F)", "forward", "lenet-small", "--weights")]
    public void What_is_missing_is_named(string sentence, params string[] words) => Answer.To(words).IsOneSentence(2, sentence);

    [Fact]
    public void Adjacent_letters_that_change_places_are_one_mistake() => Assert.Equal(1, Nearest.Distance("tarin", "train"));

    [Fact]
    public void A_failure_is_the_innermost_cause_on_one_line()
    {
        var inner = new ArgumentException("The kernel\nis larger than the picture.", "kernel");
        Assert.Equal("The kernel is larger than the picture.", Sentences.Of(new AggregateException(inner)));
        Assert.Contains("COURSE_DEBUG=1", Sentences.Of(new NullReferenceException("Object reference.")));
    }
}
