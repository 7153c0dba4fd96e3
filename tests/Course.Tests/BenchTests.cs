using System.Text.Json;

namespace Tests;

public class BenchTests
{
    [Fact]
    public void A_benchmark_gives_time_and_rate()
    {
        var answer = Answer.To("bench", "sgemm 512", "--json");
        Assert.Equal("", answer.Error);
        using var json = JsonDocument.Parse(answer.Out);
        var only = Assert.Single(json.RootElement.GetProperty("benchmarks").EnumerateArray());
        Assert.Equal("sgemm 512x512x512", only.GetProperty("name").GetString());
        Assert.True(only.GetProperty("milliseconds").GetDouble() > 0);
        Assert.True(only.GetProperty("gflops").GetDouble() > 0);
        Assert.True(only.GetProperty("shareOfPeak").GetDouble() > 0);
        Assert.True(only.GetProperty("allocatedBytes").GetInt64() >= 0);
        Assert.True(json.RootElement.GetProperty("peakGflops").GetDouble() > 0);
    }

    [Fact]
    public void A_filter_without_a_benchmark_is_wrong_usage_that_names_them() => Answer.To("bench", "nothing").IsOneSentence(2, "nothing", "sgemm 512x512x512");

    [Fact]
    public void An_option_that_bench_lacks_is_no_filter() => Answer.To("bench", "--bogus").IsOneSentence(2, "course bench has no option --bogus");

    [Fact]
    public void A_table_names_its_columns()
    {
        var answer = Answer.To("bench", "sgemm 512");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        foreach (var word in new[] { "sgemm 512x512x512", "GFLOP/s", "of peak", "garbage" })
        {
            Assert.Contains(word, answer.Out, StringComparison.Ordinal);
        }
    }
}
