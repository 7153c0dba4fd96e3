using ConvNets.Training;

namespace Tests.Training;

public class FractionalFactorialTests
{
    private static readonly string[] Five = ["kernel", "channels", "stride", "width", "augment"];

    [Fact]
    public void A_half_fraction_of_five_factors_has_sixteen_runs_of_resolution_five()
    {
        var design = FractionalFactorial.Create(Five, "E=ABCD");
        Assert.Equal((16, 5), (design.Runs, design.Resolution));
        Assert.Equal(["CDE"], design.AliasesOf("AB"));
        Assert.Equal(["BCDE"], design.AliasesOf("A"));
    }

    [Fact]
    public void A_quarter_fraction_has_three_words_and_resolution_three()
    {
        var design = FractionalFactorial.Create(Five, "D=AB", "E=AC");   // Box, Hunter and Hunter 1978, table 12.15
        Assert.Equal((8, 3), (design.Runs, design.Resolution));
        Assert.Equal(["BD", "CE", "ABCDE"], design.AliasesOf("A"));
    }

    [Fact]
    public void All_columns_are_balanced_and_orthogonal()
    {
        var design = FractionalFactorial.Create(Five, "E=ABCD");
        for (var a = 0; a < 5; a++)
        {
            Assert.Equal(0, Enumerable.Range(0, 16).Sum(run => design[run, a]));
            for (var b = 0; b < a; b++)
            {
                Assert.Equal(0, Enumerable.Range(0, 16).Sum(run => design[run, a] * design[run, b]));
            }
        }
    }

    [Fact]
    public void Effects_of_a_linear_response_are_found_exactly()
    {
        var design = FractionalFactorial.Create(Five, "E=ABCD");
        double[] Response(int run) => [.. new[] { -1.0, 0, 1 }.Select(noise => 50 + (2 * design[run, 0]) - (3 * design[run, 2]) + (0.5 * design[run, 1] * design[run, 3]) + noise)];
        var responses = Enumerable.Range(0, 16).Select(Response).ToArray();
        var effects = design.MainEffects(responses);
        Assert.Equal([4.0, 0, -6, 0, 0], effects.Select(e => Math.Round(e.Value, 9)));
        Assert.Equal(1.0, design.Interaction(1, 3, responses).Value, 9);

        // Noise of variance 1, 24 runs on either side, 32 degrees of freedom.
        Assert.Equal(2.036933343460102 * Math.Sqrt(1.0 / 12), effects[0].HalfWidth, 6);
        Assert.Equal([true, false, true, false, false], effects.Select(e => e.IsClear));
    }

    [Theory]
    [InlineData("E=ABC D")]
    [InlineData("F=ABCD")]
    [InlineData("E")]
    public void A_generator_that_is_none_is_refused_in_one_sentence(string generator) =>
        Assert.Contains("should read E=", Assert.Throws<ArgumentException>(() => FractionalFactorial.Create(Five, generator)).Message, StringComparison.Ordinal);

    [Fact]
    public void Single_runs_give_no_interval() =>
        Assert.Contains("at least two seeds", Assert.Throws<ArgumentException>(() => FractionalFactorial.Create(["a"]).MainEffects([[1.0], [2.0]])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0.975, 1, 12.706204736432095)]   // scipy.stats.t.ppf
    [InlineData(0.975, 2, 4.302652729911275)]
    [InlineData(0.975, 16, 2.1199052992210112)]
    [InlineData(0.975, 32, 2.036933343460101)]
    [InlineData(0.025, 5, -2.57058183661474)]
    [InlineData(0.95, 30, 1.6972608943617378)]
    public void Quantiles_of_Student_are_those_of_scipy(double p, int freedom, double expected) =>
        Assert.Equal(expected, StudentT.Quantile(p, freedom), 6);
}
