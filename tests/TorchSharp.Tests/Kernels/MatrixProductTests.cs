using TorchSharp.Kernels.Gemm;
using TorchSharp.Kernels.Simd;
using TorchSharp.Threading;

namespace TorchSharp.Tests.Kernels;

public unsafe class MatrixProductTests
{
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 }, { 1, 5, 3 }, { 8, 32, 7 }, { 9, 33, 65 }, { 13, 47, 300 }, { 64, 64, 64 }, { 70, 131, 601 }, { 3, 200, 1 },
        { 10, 64, 9000 }, { 200, 600, 33 }, { 0, 4, 4 }, { 4, 0, 4 }, { 4, 4, 0 }, { 1, 300, 700 }, { 5, 40, 1000 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_path_equals_the_plain_triple_loop_for_all_transpositions(int m, int n, int k)
    {
        foreach (var level in Enum.GetValues<IsaLevel>())
            for (var form = 0; form < 8; form++)
            {
                using var _ = Isa.Force(level);
                Check<float>(m, n, k, (form & 1) != 0, (form & 2) != 0, (form & 4) != 0, 1e-5);
                Check<double>(m, n, k, (form & 1) != 0, (form & 2) != 0, (form & 4) != 0, 1e-14);
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

    private static void Check<T>(int m, int n, int k, bool transA, bool transB, bool accumulate, double tolerance)
        where T : unmanaged, System.Numerics.IFloatingPoint<T>
    {
        T[] a = Numbers<T>(m * k, 1), b = Numbers<T>(k * n, 2), c = Numbers<T>(m * n, 3);
        var expected = new double[m * n];
        for (var i = 0; i < m; i++)
            for (var j = 0; j < n; j++)
            {
                var sum = accumulate ? double.CreateChecked(c[i * n + j]) : 0;
                for (var t = 0; t < k; t++)
                    sum += double.CreateChecked(a[transA ? t * m + i : i * k + t]) * double.CreateChecked(b[transB ? j * k + t : t * n + j]);
                expected[i * n + j] = sum;
            }
        fixed (T* pa = a, pb = b, pc = c)
            MatrixProduct.Run(m, n, k, transA ? new Matrix<T>(pa, 1, m) : new Matrix<T>(pa, k, 1),
                transB ? new Matrix<T>(pb, 1, k) : new Matrix<T>(pb, n, 1), pc, n, accumulate);
        for (var i = 0; i < m * n; i++)
            Assert.True(Math.Abs(double.CreateChecked(c[i]) - expected[i]) <= tolerance * Math.Sqrt(k + 1) * 4, $"element {i}: {c[i]} against {expected[i]}");
    }

    private static T[] Numbers<T>(int count, int seed) where T : unmanaged, System.Numerics.IFloatingPoint<T>
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => T.CreateChecked((float)(random.NextDouble() * 2 - 1))).ToArray();
    }
}
