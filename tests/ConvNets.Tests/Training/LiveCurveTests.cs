using ConvNets.Training;

namespace Tests.Training;

public class LiveCurveTests
{
    [Fact]
    public void A_curve_falls_from_left_to_right_and_leaves_dots_for_what_is_to_come() =>
        Assert.Equal("training error 90% █▅▃▁·· 5%", LiveCurve.Draw([0.9, 0.55, 0.3, 0.05, null, null]));

    [Fact]
    public void Before_the_first_step_there_are_only_dots() =>
        Assert.Equal("training error ···", LiveCurve.Draw([null, null, null]));

    [Fact]
    public void It_reports_where_training_is_and_how_long_it_will_take_twice_a_second_and_at_the_end()
    {
        var lines = new List<string>();
        var step = LiveCurve.Of("net", lines.Add);
        for (var i = 1; i <= 100; i++)
        {
            step(new TrainingProgress(i, 100, 1, 1, 1, i / 100.0, 0.1, 500, TimeSpan.FromMilliseconds(20 * i), TimeSpan.FromMilliseconds(20 * (100 - i))));
        }

        Assert.Equal(5, lines.Count);
        Assert.Contains("net: epoch 1 of 1, step 26 of 100", lines[1], StringComparison.Ordinal);
        Assert.Contains("2 s left", lines[1], StringComparison.Ordinal);
        Assert.Contains("█", lines[1], StringComparison.Ordinal);
        Assert.Contains("·", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("·", lines[^1], StringComparison.Ordinal);
    }
}
