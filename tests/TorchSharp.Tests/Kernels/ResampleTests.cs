using TorchSharp.Kernels.Resample;

namespace TorchSharp.Tests.Kernels;

public unsafe class ResampleTests
{
    private const int Planes = 3;

    // H, W, OH, OW
    [Theory]
    [InlineData(8, 16, 16, 32)]
    [InlineData(7, 33, 19, 12)]
    [InlineData(12, 5, 6, 21)]
    [InlineData(4, 9, 1, 1)]
    public void Weighted_resampling_and_its_gradient_are_those_of_the_definition(int h, int w, int oh, int ow)
    {
        foreach (var corners in new[] { false, true })
        {
            Check(ResampleWeights.Linear(h, oh, corners, null), ResampleWeights.Linear(w, ow, corners, null));
            Check(ResampleWeights.Cubic(h, oh, corners, null), ResampleWeights.Cubic(w, ow, corners, null));
        }
        Check(ResampleWeights.OfMap(h, ResampleWeights.Nearest(h, oh, null)), ResampleWeights.OfMap(w, ResampleWeights.Nearest(w, ow, null)));
    }

    [Fact]
    public void Inputs_that_take_part_in_two_outputs_on_average_but_not_each_get_their_gradient() =>
        Check(ResampleWeights.Linear(3, 5, false, 1.7), ResampleWeights.Linear(4, 4, false, 1.1));

    // Rows and columns of maps with neighbours, repeats, mirrors and places outside.
    [Theory]
    [InlineData(new long[] { -1, 0, 0, 1, 3 }, new long[] { -1, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, -1 })]
    [InlineData(new long[] { 2, 1, 0, 1, 2, 2, 2 }, new long[] { 1, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 10, 9 })]
    [InlineData(new long[] { 3 }, new long[] { 0, 0, 1, 1, 2, 2, 3, 3, 11, 11 })]
    [InlineData(new long[] { 1, -1 }, new long[] { -1, -1, -1 })]
    public void Gathering_takes_every_element_from_its_place_and_gradients_go_back_there(long[] rows, long[] columns)
    {
        const int H = 4, W = 12;
        var x = Numbers(Planes * H * W);
        var grad = Numbers(Planes * rows.Length * columns.Length);
        var y = new float[grad.Length];
        var dx = new float[x.Length];
        var expected = new double[x.Length];
        fixed (float* px = x, py = y, pg = grad, pd = dx)
        {
            Gather.Forward(Planes, H, W, rows, columns, 7f, px, py);
            Gather.Backward(Planes, H, W, rows, columns, pg, pd);
        }
        for (var o = 0; o < y.Length; o++)
        {
            var (p, r, c) = (o / columns.Length / rows.Length, rows[o / columns.Length % rows.Length], columns[o % columns.Length]);
            var from = r < 0 || c < 0 ? -1 : p * H * W + r * W + c;
            Assert.Equal(from < 0 ? 7 : x[from], y[o]);
            if (from >= 0) expected[from] += grad[o];
        }
        for (var i = 0; i < x.Length; i++) Assert.Equal(expected[i], dx[i], 1e-5);
    }

    private static void Check(ResampleWeights rows, ResampleWeights columns)
    {
        var x = Numbers((int)(Planes * rows.Inputs * columns.Inputs));
        var grad = Numbers((int)(Planes * rows.Outputs * columns.Outputs));
        var y = new float[grad.Length];
        var dx = new float[x.Length];
        fixed (float* px = x, py = y, pg = grad, pd = dx)
        {
            Resampling.Run(Planes, rows, columns, px, py);
            Resampling.Run(Planes, rows.Transposed(), columns.Transposed(), pg, pd);
        }
        var expected = new double[x.Length];
        for (var o = 0; o < y.Length; o++)
        {
            var (p, oy, ox) = (o / columns.Outputs / rows.Outputs, o / columns.Outputs % rows.Outputs, o % columns.Outputs);
            double sum = 0;
            for (var r = rows.Start[oy]; r < rows.Start[oy + 1]; r++)
                for (var c = columns.Start[ox]; c < columns.Start[ox + 1]; c++)
                {
                    var from = (p * rows.Inputs + rows.Index[r]) * columns.Inputs + columns.Index[c];
                    sum += rows.Weight[r] * columns.Weight[c] * x[from];
                    expected[from] += rows.Weight[r] * columns.Weight[c] * grad[o];
                }
            Assert.Equal(sum, y[o], 1e-5);
        }
        for (var i = 0; i < x.Length; i++) Assert.Equal(expected[i], dx[i], 1e-4);
    }

    private static float[] Numbers(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];
    }
}
