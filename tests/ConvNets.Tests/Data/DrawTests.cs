using ConvNets.Data;

namespace Tests.Data;

public class DrawTests
{
    [Fact]
    public void A_stream_depends_on_its_keys_alone_and_on_their_order()
    {
        Assert.Equal(new Draw(1, 2, 3).Bits(), new Draw(1, 2, 3).Bits());
        Assert.NotEqual(new Draw(1, 2, 3).Bits(), new Draw(1, 3, 2).Bits());
        Assert.NotEqual(new Draw(0).Bits(), new Draw(0, 0).Bits());
    }

    [Fact]
    public void Normal_draws_have_mean_0_and_deviation_1()
    {
        var draw = new Draw(11);
        var values = Enumerable.Range(0, 20_000).Select(_ => draw.Normal()).ToArray();
        Assert.Equal(0, values.Average(), 0.03);
        Assert.Equal(1, Math.Sqrt(values.Average(v => v * v)), 0.03);
        Assert.InRange(values.Count(v => Math.Abs(v) > 2) / 20_000.0, 0.04, 0.051);
    }

    [Fact]
    public void Whole_numbers_fall_on_every_value_alike()
    {
        var draw = new Draw(5);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
            counts[draw.Int(7)]++;
        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void Portable_functions_agree_with_the_mathematical_ones()
    {
        for (var i = -1000; i <= 1000; i++)
        {
            var x = i * 0.0371;
            Assert.Equal(Math.Sin(x), PortableMath.Sin(x), 1e-9);
            Assert.Equal(Math.Cos(x), PortableMath.Cos(x), 1e-9);
            Assert.Equal(Math.Log(Math.Abs(x) + 1e-3), PortableMath.Log(Math.Abs(x) + 1e-3), 1e-12);
            Assert.Equal(Math.Atan2(x, 1.7) / (2 * Math.PI), PortableMath.Atan2Turns((float)x, 1.7f), 1e-5);
            Assert.Equal(Math.Atan2(x, -0.4) / (2 * Math.PI), PortableMath.Atan2Turns((float)x, -0.4f), 1e-5);
        }
    }
}
