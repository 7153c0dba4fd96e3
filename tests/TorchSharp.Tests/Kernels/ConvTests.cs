using TorchSharp.Kernels.Conv;
using TorchSharp.Kernels.Simd;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Tests.Kernels;

public unsafe class ConvTests
{
    // N, C, H, W, OC, KH, KW, SH, SW, PH, PW, DH, DW, groups
    public static TheoryData<string> Shapes =>
    [
        "1 1 1 1 1 1 1 1 1 0 0 1 1 1",
        "2 3 9 9 5 3 3 1 1 1 1 1 1 1",
        "2 16 32 32 16 3 3 1 1 1 1 1 1 1",
        "3 8 8 8 24 3 3 1 1 1 1 1 1 1",
        "1 4 17 13 6 3 3 2 2 1 1 1 1 1",
        "2 3 23 23 9 7 7 2 2 3 3 1 1 1",
        "1 5 12 31 7 5 3 1 2 2 0 1 1 1",
        "2 4 14 14 10 3 3 1 1 2 2 2 2 1",
        "1 4 15 16 4 3 3 2 1 1 3 1 3 1",
        "2 12 7 7 20 1 1 1 1 0 0 1 1 1",
        "2 12 8 8 20 1 1 2 2 0 0 1 1 1",
        "1 70 6 6 33 3 3 1 1 1 1 1 1 1",
        "2 8 9 9 12 3 3 1 1 1 1 1 1 2",
        "2 6 10 10 6 3 3 1 1 1 1 1 1 6",
        "1 6 11 11 12 5 5 2 2 2 2 1 1 6",
        "33 3 12 32 9 3 3 1 1 1 1 1 1 3",
        "2 4 9 47 4 3 5 1 3 1 2 2 2 4",
        "1 2 20 20 3 11 11 4 4 2 2 1 1 1",
        "1 2 5 5 3 3 3 1 1 4 4 1 1 1",
        "1 2 6 6 3 2 2 3 3 0 0 1 1 1",
        "1 1 1 40 3 1 7 1 1 0 3 1 1 1",
        "0 3 8 8 4 3 3 1 1 1 1 1 1 1",
        "12 20 9 11 28 3 3 1 1 1 1 1 1 1",
        "5 17 14 14 33 3 3 1 1 0 0 1 1 1",
        "50 12 4 4 12 3 3 1 1 1 1 1 1 1",
        "3 16 13 16 24 3 3 1 1 2 0 1 1 1",
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Forward_and_both_gradients_equal_the_definition_on_every_path(string text)
    {
        var s = Parse(text);
        var expected = Definition(s);
        foreach (var level in Enum.GetValues<IsaLevel>())
        {
            using var _ = Isa.Force(level);
            Check<float>(s, expected, 2e-6);
            Check<double>(s, expected, 1e-14);
        }
    }

    [Theory]
    [InlineData("40 16 16 16 16 3 3 1 1 1 1 1 1 1")]
    [InlineData("40 16 16 16 16 3 3 1 1 1 1 1 1 16")]
    public void The_number_of_threads_does_not_change_a_bit(string text)
    {
        var s = Parse(text);
        var before = WorkerTeam.Threads;
        try
        {
            WorkerTeam.Threads = 1;
            var one = Compute<float>(s);
            WorkerTeam.Threads = 3;
            var three = Compute<float>(s);
            Assert.Equal(one.Output, three.Output);
            Assert.Equal(one.InputGrad, three.InputGrad);
            Assert.Equal(one.WeightGrad, three.WeightGrad);
        }
        finally
        {
            WorkerTeam.Threads = before;
        }
    }

    [Fact]
    public void An_infinite_column_reaches_only_the_taps_of_a_depthwise_gradient_that_meet_it()
    {
        var s = Parse("1 1 5 13 1 1 3 1 1 0 0 1 1 1");
        var x = Numbers<float>(s.H * s.W, 1);
        for (long y = 0; y < s.H; y++) x[y * s.W + s.W - 1] = float.PositiveInfinity;
        using var px = new Native<float>(x);
        using var pg = new Native<float>([.. Enumerable.Repeat(1f, (int)(s.OH * s.OW))]);
        using var dw = new Native<float>(new float[3]);
        ConvBackwardWeight.Run(s, px.P, pg.P, dw.P);
        Assert.Equal([true, true, false], dw.ToArray().Select(float.IsFinite));
    }

    private static ConvShape Parse(string text)
    {
        var v = text.Split(' ').Select(long.Parse).ToArray();
        return new ConvShape(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13],
            ConvShape.OutputSize(v[2], v[5], v[7], v[9], v[11]), ConvShape.OutputSize(v[3], v[6], v[8], v[10], v[12]));
    }

    private static (T[] X, T[] W, T[] B, T[] G, T[] Output, T[] InputGrad, T[] WeightGrad) Compute<T>(ConvShape s)
        where T : unmanaged, System.Numerics.IFloatingPoint<T>
    {
        T[] x = Numbers<T>(s.N * s.C * s.H * s.W, 1), w = Numbers<T>(s.OC * s.CPerGroup * s.Taps, 2), b = Numbers<T>(s.OC, 3);
        T[] g = Numbers<T>(s.N * s.OC * s.OH * s.OW, 4);
        using var px = new Native<T>(x);
        using var pw = new Native<T>(w);
        using var pb = new Native<T>(b);
        using var pg = new Native<T>(g);
        using var y = new Native<T>(new T[g.Length]);
        using var dx = new Native<T>(new T[x.Length]);
        using var dw = new Native<T>(new T[w.Length]);
        ConvForward.Run(s, px.P, pw.P, pb.P, y.P);
        ConvBackwardInput.Run(s, pg.P, pw.P, null, dx.P);
        ConvBackwardWeight.Run(s, px.P, pg.P, dw.P);
        return (x, w, b, g, y.ToArray(), dx.ToArray(), dw.ToArray());
    }

    // The numbers are those of float32 for both types, and so is what is expected.
    private static (double[] Output, double[] InputGrad, double[] WeightGrad) Definition(ConvShape s)
    {
        double[] x = Numbers<double>(s.N * s.C * s.H * s.W, 1), w = Numbers<double>(s.OC * s.CPerGroup * s.Taps, 2), b = Numbers<double>(s.OC, 3);
        var g = Numbers<double>(s.N * s.OC * s.OH * s.OW, 4);
        double[] ey = new double[g.Length], edx = new double[x.Length], edw = new double[w.Length];
        for (long n = 0; n < s.N; n++)
            for (long o = 0; o < s.OC; o++)
                for (long oy = 0; oy < s.OH; oy++)
                    for (long ox = 0; ox < s.OW; ox++)
                    {
                        var at = ((n * s.OC + o) * s.OH + oy) * s.OW + ox;
                        ey[at] += b[o];
                        var grad = g[at];
                        for (long c = 0; c < s.CPerGroup; c++)
                            for (long i = 0; i < s.KH; i++)
                                for (long j = 0; j < s.KW; j++)
                                {
                                    long iy = oy * s.SH + i * s.DH - s.PH, ix = ox * s.SW + j * s.DW - s.PW;
                                    if (iy < 0 || ix < 0 || iy >= s.H || ix >= s.W) continue;
                                    var xi = ((n * s.C + o / s.OCPerGroup * s.CPerGroup + c) * s.H + iy) * s.W + ix;
                                    var wi = ((o * s.CPerGroup + c) * s.KH + i) * s.KW + j;
                                    ey[at] += w[wi] * x[xi];
                                    edx[xi] += w[wi] * grad;
                                    edw[wi] += x[xi] * grad;
                                }
                    }
        return (ey, edx, edw);
    }

    private static void Check<T>(ConvShape s, (double[] Output, double[] InputGrad, double[] WeightGrad) expected, double tolerance)
        where T : unmanaged, System.Numerics.IFloatingPoint<T>
    {
        var (_, _, _, _, y, dx, dw) = Compute<T>(s);
        Near(expected.Output, y, tolerance * Math.Sqrt(s.CPerGroup * s.Taps + 1), "output");
        Near(expected.InputGrad, dx, tolerance * Math.Sqrt(s.OCPerGroup * s.Taps + 1), "input gradient");
        Near(expected.WeightGrad, dw, tolerance * Math.Sqrt(s.N * s.OH * s.OW + 1), "weight gradient");
    }

    private static void Near<T>(double[] expected, T[] actual, double tolerance, string what) where T : System.Numerics.IFloatingPoint<T>
    {
        for (var i = 0; i < expected.Length; i++)
            if (!(Math.Abs(expected[i] - double.CreateChecked(actual[i])) <= tolerance * 2)) Assert.Fail($"{what} {i}: {actual[i]} against {expected[i]}");
    }

    private static T[] Numbers<T>(long count, int seed) where T : System.Numerics.IFloatingPoint<T>
    {
        var random = new Random(seed);
        return Enumerable.Range(0, (int)count).Select(_ => T.CreateChecked((float)(random.NextDouble() * 2 - 1))).ToArray();
    }

    private readonly ref struct Native<T> where T : unmanaged
    {
        private readonly Scratch<T> _scratch;
        private readonly int _length;

        public Native(T[] values)
        {
            _scratch = new Scratch<T>(values.Length);
            _length = values.Length;
            values.CopyTo(new Span<T>(_scratch.Pointer, _length));
        }

        public T* P => _scratch.Pointer;

        public T[] ToArray() => new Span<T>(_scratch.Pointer, _length).ToArray();

        public void Dispose() => _scratch.Dispose();
    }
}
