using System.Text.Json;
using ConvNets.Training;

namespace Tests.Training;

public class ClaimTests
{
    private static Claim Degradation(params double[] measured) => Claim.Test(
        "10.degradation", "10-residual-learning", "He et al. 2015", "A deeper plain net has a higher training error.", Expectation.Above(0), measured, "points", "20 against 56 layers");

    [Fact]
    public void A_claim_holds_when_the_mean_over_the_seeds_meets_the_expectation()
    {
        Assert.True(Degradation(1, 2, -0.5).Holds);
        Assert.False(Degradation(-1, -2, 0.5).Holds);
        Assert.False(Degradation(double.NaN).Holds);
    }

    [Fact]
    public void Differences_that_cancel_are_zero_and_not_above_it()
    {
        var claim = Degradation(0.1 + 0.2, -0.3);
        Assert.Equal(0, claim.Measured);
        Assert.False(claim.Holds);
        Assert.StartsWith("0 ", Degradation(-0.1 - 0.2, 0.3).MeasuredText);
        Assert.StartsWith("0 ", Degradation(-0.0).MeasuredText);
    }

    [Fact]
    public void Mean_and_sample_standard_deviation_stand_behind_several_seeds()
    {
        var claim = Degradation(1, 2, 3);
        Assert.Equal(2, claim.Measured);
        Assert.Equal(1, claim.Spread!.Value, 12);
        Assert.Equal(3, claim.Seeds);
        Assert.Equal("2 ± 1 points", claim.MeasuredText);
        Assert.Equal("0.082 ± 0.002 points", Degradation(0.08, 0.082, 0.084).MeasuredText);
        Assert.Null(Degradation(1).Spread);
    }

    [Theory]
    [InlineData(3.2333, 3.7823, "3.2 ± 3.8 points")]
    [InlineData(-4.3333, 0.9319, "-4.33 ± 0.93 points")]
    [InlineData(-0.1667, 1.1015, "-0.2 ± 1.1 points")]
    [InlineData(-25.0667, 0.1528, "-25.07 ± 0.15 points")]
    [InlineData(61.4, 12.34, "61 ± 12 points")]
    [InlineData(0.0333, 1.6523, "0.0333 ± 1.7 points")]
    [InlineData(0, 0, "0 ± 0 points")]
    public void A_mean_is_printed_with_the_digits_that_its_spread_leaves(double mean, double spread, string text) =>
        Assert.Equal(text, (Degradation(mean) with { Spread = spread }).MeasuredText);

    [Theory]
    [InlineData(5.96e-8, "6E-08 points")]
    [InlineData(0, "0 points")]
    [InlineData(0.71521, "0.7152 points")]
    [InlineData(-5.4688, "-5.469 points")]
    [InlineData(87.8788, "87.88 points")]
    [InlineData(659.272, "659.3 points")]
    [InlineData(12345.6, "12346 points")]
    public void A_measurement_is_printed_with_four_digits_and_a_rounding_error_never_as_nothing(double measured, string text) =>
        Assert.Equal(text, Degradation(measured).MeasuredText);

    [Fact]
    public void A_claim_without_a_measurement_is_refused() =>
        Assert.Contains("has no measurement", Assert.Throws<ArgumentException>(() => Degradation()).Message);

    [Theory]
    [InlineData(0.72, true)]
    [InlineData(0.7200001, false)]
    public void At_most_includes_its_bound(double measured, bool met) => Assert.Equal(met, Expectation.AtMost(0.72).IsMetBy(measured));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1e-9, true)]
    public void Above_excludes_its_bound(double measured, bool met) => Assert.Equal(met, Expectation.Above(0).IsMetBy(measured));

    [Fact]
    public void Expectations_say_themselves_in_words() => Assert.Equal(
        ["above 0", "below 1.5", "at least 90", "at most 0.72", "0.72 ± 0.01", "exactly 483"],
        [Expectation.Above(0).Words, Expectation.Below(1.5).Words, Expectation.AtLeast(90).Words, Expectation.AtMost(0.72).Words, Expectation.About(0.72, 0.01).Words, Expectation.Exactly(483).Words]);

    [Fact]
    public void The_JSON_has_the_keys_of_the_claims_file_and_comes_back_equal()
    {
        var claim = Degradation(1, 2, 3);
        using var json = JsonDocument.Parse(claim.ToJson());
        Assert.Equal(
            ["id", "lesson", "paper", "sentence", "expected", "measured", "unit", "holds", "seeds", "spread", "note"],
            json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(claim, Claim.FromJson(claim.ToJson()));
        Assert.DoesNotContain("spread", Degradation(1).ToJson());
    }

    [Fact]
    public void What_is_no_claim_is_refused_with_a_sentence() =>
        Assert.Contains("not a claim", Assert.Throws<InvalidDataException>(() => Claim.FromJson("{\"id\":3}")).Message);

    [Fact]
    public void The_scoreboard_replaces_a_claim_that_is_measured_again()
    {
        var board = new Scoreboard { Degradation(1) };
        board.Add(Degradation(-1));
        Assert.Single(board);
        Assert.Equal("The claim did not hold.", board.Summary);
        board.Add(Degradation(1) with { Id = "10.other" });
        Assert.Equal("1 of 2 claims held.", board.Summary);
    }

    [Fact]
    public void The_scoreboard_escapes_what_it_shows() =>
        Assert.Contains("&lt;script&gt;", new Scoreboard(Degradation(1) with { Sentence = "<script>" }).ToHtml());

    [Fact]
    public void A_claim_is_shown_as_its_sentence_and_what_was_measured()
    {
        var html = (Degradation(1) with { Sentence = "a < b", Seeds = 3, Note = "Short run." }).ToHtml();
        Assert.StartsWith("<div class=\"claim holds\">", html);
        Assert.Contains("a &lt; b</strong> (", html);
        Assert.Contains(" over 3 seeds.<br><small>Short run.</small>", html);
        Assert.Contains("<div class=\"claim fails\">", Degradation(-1).ToHtml());
    }

    [Fact]
    public void The_scoreboard_of_several_lessons_counts_each_of_them()
    {
        var html = new Scoreboard(Degradation(1), Degradation(-1) with { Id = "10.other" }, Degradation(1) with { Id = "11.x", Lesson = "11-relatives" })
            .ToHtml(lesson => lesson[..2] + " & so on");
        Assert.Contains("<p>2 of 3 claims held.</p>", html);
        Assert.Contains("<summary>10 &amp; so on <span>1 of 2 held</span></summary>", html);
        Assert.Contains("<summary>11 &amp; so on <span>1 of 1 held</span></summary>", html);
        Assert.DoesNotContain("<details class=\"board\" open>", html);
    }

    [Fact]
    public void A_measurement_that_is_no_number_is_told_in_words() =>
        Assert.Equal("no number came out of this run", Degradation(double.NaN).MeasuredText);

    [Fact]
    public void The_claims_file_round_trips_and_is_replaced_at_once()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "deep", "claims.json");
            var file = new ClaimsFile("0.1.0", "2026-01-02T03:04:05Z", "quick", "embedded", [Degradation(1), Degradation(double.NaN)]);
            file.Save(path);
            file.Save(path);
            var read = ClaimsFile.Load(path);
            Assert.Equal(file.Claims, read.Claims);
            Assert.Equal(["claims.json"], Directory.GetFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName));
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            Assert.Equal(["kit", "date", "profile", "data", "claims"], json.RootElement.EnumerateObject().Select(p => p.Name));
        }
        finally
        {
            folder.Delete(true);
        }
    }

    [Fact]
    public void Paired_runs_subtract_seed_by_seed()
    {
        var difference = new SeedRuns([3, 5]) - new SeedRuns([1, 2]);
        Assert.Equal([2, 3], difference.Values);
        Assert.Throws<ArgumentException>(() => new SeedRuns([1]) - new SeedRuns([1, 2]));
    }

    [Fact]
    public void Seeds_run_in_order_and_stop_when_asked()
    {
        Assert.Equal([10, 20], Seeds.Run([1, 2], s => 10 * s).Values);
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Seeds.Run([1, 2], s => { stop.Cancel(); return s; }, stop.Token));
    }
}
