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
    public void Help_is_a_word_too()
    {
        Assert.Equal(Answer.To("--help"), Answer.To("help"));
        Assert.Equal(Answer.To("inspect", "--help"), Answer.To("help", "inspect"));
        Answer.To("help", "inspekt").IsOneSentence(2, "no verb \"inspekt\"", "Did you mean inspect?");
    }

    [Fact]
    public void Dashes_before_a_verb_are_named() => Answer.To("--", "inspect", "lenet-small").IsOneSentence(2, "Leave out the -- before inspect");

    [Theory]
    [InlineData("inspect lenet-small --input 3x32x32 --input 3x28x28", "--input")]
    [InlineData("train lenet-small --epochs 1 --epochs 2", "--epochs")]
    [InlineData("train lenet-small --lr 1 --lr 2", "--lr")]
    [InlineData("train lenet-small --optimizer adam --optimizer sgd", "--optimizer")]
    [InlineData("train lenet-small --out a --out b", "--out")]
    public void An_option_that_is_given_twice_is_named(string words, string option) =>
        Answer.To(words.Split(' ')).IsOneSentence(2, $"{option} is given 2 times; give it once.");

    [Theory]
    [InlineData("inspect lenet-small --against alexnet --check", "--check runs one net")]
    [InlineData("inspect lenet-small --input 3x65537x32", "each from 1 to 65536")]
    [InlineData("train lenet-small --clip 0", "--clip takes a number above 0")]
    [InlineData("train lenet-small --clip NaN", "--clip takes a number above 0")]
    [InlineData("export lenet-small --format onn", "not \"onn\". Did you mean onnx?")]
    [InlineData("export lenet-small --format ,", "--format takes pytorch, onnx")]
    [InlineData("exercises --lesson x", "No exercises for a lesson \"x\"")]
    [InlineData("exercises --anyway", "--anyway goes with --solution ID")]
    [InlineData("exercises --solution 10.dept", "Did you mean 10.depth?")]
    [InlineData("grade . --lesson ,", "No exercises for a lesson \"\"")]
    public void What_cannot_be_meant_is_refused(string words, string sentence) => Answer.To(words.Split(' ')).IsOneSentence(2, sentence);

    [Theory]
    [InlineData("learn", "--folder")]
    [InlineData("learn", "--notebooks")]
    [InlineData("kernel", "install", "--prefix")]
    [InlineData("kernel", "uninstall", "--prefix")]
    public void A_folder_without_a_name_is_named(params string[] words) => Answer.To([.. words, ""]).IsOneSentence(2, "\"\"");

    [Theory]
    [InlineData("train", "lenet-small")]
    [InlineData("run", "01")]
    public void Data_without_a_name_is_not_taken_for_the_embedded_pictures(params string[] words) =>
        Answer.To([.. words, "--data", ""]).IsOneSentence(2, "--data needs the name of a folder or of a data set");

    [Fact]
    public void Version_is_the_kits() => Assert.Matches(@"^\d+\.\d+\.\d+\s*$", Answer.To("--version").Out);

    [Fact]
    public void Where_nobody_listens_the_exit_code_is_left() => Assert.Equal(Cli.Failure, Cli.Run(["inspect", "nope"], TextWriter.Null, new Closed()));

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
    [InlineData("run has no option --profil", "Did you mean --profile?", "run", "--profil", "smoke")]
    [InlineData("grade has no option -x", "--help", "grade", "-x")]
    public void An_unknown_option_is_no_argument(string sentence, string advice, params string[] words) => Answer.To(words).IsOneSentence(2, sentence, advice);

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

    private sealed class Closed : StringWriter
    {
        public override void WriteLine(string? value) => throw new IOException("Broken pipe");
    }

    [Fact]
    public void Adjacent_letters_that_change_places_are_one_mistake() => Assert.Equal(1, Nearest.Distance("tarin", "train"));

    [Fact]
    public void A_failure_is_the_innermost_cause_on_one_line()
    {
        var inner = new ArgumentException("The kernel\nis larger than the picture.", "kernel");
        Assert.Equal("The kernel is larger than the picture.", Sentences.Of(new AggregateException(inner)));
        Assert.Equal("No space left on device : '/x'. Make room, or choose a folder on another disk.", Sentences.Of(new IOException("No space left on device : '/x'", 28)));
        Assert.Equal("The output cannot be written: standard output is closed.", Sentences.Of(new UnauthorizedAccessException("Access to the path is denied.")));
        Assert.Contains("COURSE_DEBUG=1", Sentences.Of(new NullReferenceException("Object reference.")));
    }
}
