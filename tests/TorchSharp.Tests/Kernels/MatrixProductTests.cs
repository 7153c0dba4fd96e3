using TorchSharp.Kernels.Gemm;
using TorchSharp.Kernels.Simd;
using TorchSharp.Threading;

namespace TorchSharp.Tests.Kernels;

public unsafe class MatrixProductTests
{
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 }, { 1, 5, 3 }, { 8, 32, 7 }, { 9, 33, 65 }, { 13, 47, 300 }, { 64, 64, 64 }, { 70, 131, 601 }, { 3, 200, 1 },
        { 10, 64, 9000 }, { 200, 600, 33 }, { 0, 4, 4 }, { 4, 0, 4 }, { 4, 4, 0 }, { 1, 300, 700 }, { 5, 40, 1000 }, { 9, 40, 2048 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_path_equals_the_plain_triple_loop_for_all_transpositions(int m, int n, int k)
    {
        for (var form = 0; form < 8; form++)
        {
            bool transA = (form & 1) != 0, transB = (form & 2) != 0, accumulate = (form & 4) != 0;
            var expected = TripleLoop(m, n, k, transA, transB, accumulate);
            foreach (var level in Enum.GetValues<IsaLevel>())
            {
                using var _ = Isa.Force(level);
                Check<float>(expected, m, n, k, transA, transB, accumulate, 1e-5);
                Check<double>(expected, m, n, k, transA, transB, accumulate, 1e-14);
            }
        }
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_bit()
    {
        float[] Product(int threads)
        {
            var before = WorkerTeam.Threads;
            WorkerTeam.Threads = threads;
            try
            {
                float[] a = Numbers<float>(40 * 9000, 1), b = Numbers<float>(9000 * 70, 2), c = new float[40 * 70];
                fixed (float* pa = a, pb = b, pc = c)
                    MatrixProduct.Run(40, 70, 9000, new Matrix<float>(pa, 9000, 1), new Matrix<float>(pb, 70, 1), pc, 70);
                return c;
            }
            finally
            {
                WorkerTeam.Threads = before;
            }
        }
        Assert.Equal(Product(1), Product(3));
    }

    // The numbers are those of float32 for both types, and so is what is expected.
    private static double[] TripleLoop(int m, int n, int k, bool transA, bool transB, bool accumulate)
    {
        double[] a = Numbers<double>(m * k, 1), b = Numbers<double>(k * n, 2), c = Numbers<double>(m * n, 3);
        for (var i = 0; i < m; i++)
            for (var j = 0; j < n; j++)
            {
                var sum = accumulate ? c[i * n + j] : 0;
                for (var t = 0; t < k; t++) sum += a[transA ? t * m + i : i * k + t] * b[transB ? j * k + t : t * n + j];
                c[i * n + j] = sum;
            }
        return c;
    }

    private static void Check<T>(double[] expected, int m, int n, int k, bool transA, bool transB, bool accumulate, double tolerance)
        where T : unmanaged, System.Numerics.IFloatingPoint<T>
    {
        T[] a = Numbers<T>(m * k, 1), b = Numbers<T>(k * n, 2), c = Numbers<T>(m * n, 3);
        fixed (T* pa = a, pb = b, pc = c)
            MatrixProduct.Run(m, n, k, transA ? new Matrix<T>(pa, 1, m) : new Matrix<T>(pa, k, 1),
                transB ? new Matrix<T>(pb, 1, k) : new Matrix<T>(pb, n, 1), pc, n, accumulate);
        for (var i = 0; i < m * n; i++)
            if (!(Math.Abs(double.CreateChecked(c[i]) - expected[i]) <= tolerance * Math.Sqrt(k + 1) * 4)) Assert.Fail($"element {i}: {c[i]} against {expected[i]}");
    }

    private static T[] Numbers<T>(int count, int seed) where T : unmanaged, System.Numerics.IFloatingPoint<T>
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => T.CreateChecked((float)(random.NextDouble() * 2 - 1))).ToArray();
    }
}
