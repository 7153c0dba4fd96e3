using TorchSharp.Kernels.Norm;

namespace TorchSharp.Tests.Kernels;

public unsafe class BatchNormTests
{
    // N, C, S: columns, in several parts, with channels left over; a single channel far from zero; maps of several sizes
    [Theory]
    [InlineData(5, 3, 1)]
    [InlineData(700, 101, 1)]
    [InlineData(3000, 1, 1)]
    [InlineData(7, 19, 4)]
    [InlineData(6, 5, 49)]
    [InlineData(33, 12, 100)]
    public void Float32_gives_what_the_formulas_give_in_float64(long n, long c, long s)
    {
        var count = n * c * s;
        var random = new Random(1);
        float[] Numbers(long many, double about) => [.. Enumerable.Range(0, (int)many).Select(_ => (float)(about + random.NextDouble() - 0.5))];
        float[] x = Numbers(count, 1), dy = Numbers(count, 0.1), w = Numbers(c, 1), b = Numbers(c, 0);
        float[] y = new float[count], dx = new float[count], evaluated = new float[count], mean = new float[c], invStd = new float[c], variance = new float[c], dw = new float[c], db = new float[c];
        fixed (float* px = x, pg = dy, pw = w, pb = b, py = y, pd = dx, pe = evaluated, pm = mean, pi = invStd, pv = variance, pdw = dw, pdb = db)
        {
            BatchNorm.ForwardTraining(n, c, s, px, pw, pb, 1e-5, py, pm, pi, pv);
            BatchNorm.Backward(true, n, c, s, px, pg, pw, pm, pi, pd, pdw, pdb);
            BatchNorm.ForwardEvaluation(n, c, s, px, pw, pb, 1e-5, pe, pm, pv);
        }
        for (var k = 0; k < c; k++)
        {
            int[] at = [.. Enumerable.Range(0, (int)count).Where(i => i / s % c == k)];
            var m = at.Average(i => (double)x[i]);
            var spread = at.Average(i => (x[i] - m) * (x[i] - m));
            var inverse = 1 / Math.Sqrt(spread + 1e-5);
            var unbiased = spread * at.Length / (at.Length - 1);
            double sum = at.Sum(i => (double)dy[i]), dot = at.Sum(i => dy[i] * (x[i] - m) * inverse);
            Assert.Equal(m, mean[k], 2e-5);
            Assert.Equal(unbiased, variance[k], 1e-5);
            Assert.Equal(dot, dw[k], 1e-5 * Math.Sqrt(at.Length) + 1e-5 * Math.Abs(dot));
            Assert.Equal(sum, db[k], 1e-5 * Math.Sqrt(at.Length));
            foreach (var i in at)
            {
                var h = (x[i] - m) * inverse;
                Assert.Equal(h * w[k] + b[k], y[i], 2e-4);
                Assert.Equal((x[i] - m) / Math.Sqrt(unbiased + 1e-5) * w[k] + b[k], evaluated[i], 2e-4);
                Assert.Equal(w[k] * inverse * (dy[i] - sum / at.Length - h * dot / at.Length), dx[i], 2e-4);
            }
        }
    }
}
