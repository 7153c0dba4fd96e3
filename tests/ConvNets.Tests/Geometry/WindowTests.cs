// Vectors: section 1 of the course's list of techniques; the SAME pads are TensorFlow's.
using ConvNets.Geometry;

namespace ConvNets.Tests.Geometry;

public class WindowTests
{
    [Theory] // section 1.1
    [InlineData(227, 11, 4, 0, 1, 55)]
    [InlineData(224, 11, 4, 0, 1, 54)]
    [InlineData(224, 11, 4, 2, 1, 55)]
    [InlineData(112, 3, 2, 0, 1, 55)]
    [InlineData(110, 3, 2, 0, 1, 54)]
    [InlineData(5, 3, 2, 1, 1, 3)]
    [InlineData(3, 3, 2, 1, 1, 2)]
    [InlineData(7, 3, 1, 2, 2, 7)]
    public void A_window_rounds_down(long n, long k, long s, long p, long d, long expected) =>
        Assert.Equal(expected, Window.Padded(k, s, p, d).Outputs(n));

    [Theory] // section 1.2
    [InlineData(112, 3, 2, 0, 56)]
    [InlineData(110, 3, 2, 0, 55)]
    [InlineData(3, 2, 2, 1, 2)]
    [InlineData(26, 3, 2, 0, 13)]
    [InlineData(32, 3, 2, 0, 16)]
    [InlineData(33, 4, 2, 0, 16)]
    public void A_ceiling_window_rounds_up_but_starts_inside(long n, long k, long s, long p, long expected) =>
        Assert.Equal(expected, Window.Padded(k, s, p, ceil: true).Outputs(n));

    [Theory] // section 1.3
    [InlineData(224, 7, 2, 112, 2, 3)]
    [InlineData(299, 3, 2, 150, 1, 1)]
    [InlineData(112, 3, 2, 56, 0, 1)]
    [InlineData(5, 2, 2, 3, 0, 1)]
    public void Same_padding_puts_the_odd_unit_after(long n, long k, long s, long outputs, long before, long after)
    {
        var window = Window.Same(n, k, s);
        Assert.Equal((outputs, before, after), (window.Outputs(n), window.Before, window.After));
    }

    [Theory] // section 1.4
    [InlineData(4, 4, 2, 1, 0, 8)]
    [InlineData(4, 3, 2, 1, 0, 7)]
    [InlineData(4, 3, 2, 1, 1, 8)]
    [InlineData(110, 7, 2, 1, 0, 223)]
    [InlineData(110, 7, 2, 1, 1, 224)]
    public void A_transposed_window_grows(long n, long k, long s, long p, long outputPadding, long expected) =>
        Assert.Equal(expected, new TransposedWindow(k, s, p, outputPadding).Outputs(n));

    [Fact]
    public void Uneven_padding_adds_up() => Assert.Equal(4, new Window(3, 2, Before: 0, After: 2).Outputs(7));

    [Fact]
    public void A_window_that_does_not_fit_has_no_outputs() => Assert.Equal(0, new Window(3).Outputs(2));
}
