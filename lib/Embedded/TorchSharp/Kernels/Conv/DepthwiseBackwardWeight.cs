using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Gemm;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Conv;

/// <summary>
/// The gradient of the weight where each channel has a few filters of its own (depthwise layers), too few for a matrix product:
/// for each tap the dot product of the output's gradient with the padded map, moved by the tap. Images are summed in a fixed
/// number of parts and the parts in order, whatever the number of threads.
/// </summary>
internal static unsafe class DepthwiseBackwardWeight
{
    private const long Parts = 16;
    private const long Work = 1 << 16;

    public static bool Pays(in ConvShape s) => s.CPerGroup == 1 && s.OCPerGroup <= DirectTaps.MostOutputs;

    public static void Run<T>(in ConvShape s, T* input, T* outputGrad, T* weightGrad) where T : unmanaged
    {
        var parts = Math.Min(s.N, Parts);
        var size = s.OC * s.Taps;
        var work = s.N / parts * s.OCPerGroup * s.Taps * s.OH * s.OW;
        using var partial = new Scratch<T>((parts - 1) * size);
        WorkerTeam.For(parts * s.Groups, Math.Max(1, Work / work), new Accumulate<T>(s, parts, input, outputGrad, weightGrad, partial.Pointer));
        for (long p = 0; p < parts - 1; p++) Rows.Add(partial.Pointer + p * size, weightGrad, size);
    }

    // The first part goes to the gradient itself, the others to partial[part - 1][output][tap].
    private readonly struct Accumulate<T>(ConvShape s, long parts, T* input, T* outputGrad, T* weightGrad, T* partial) : IRangeBody where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var columns = (s.OW - 1) * s.SW + (s.KW - 1) * s.DW + 1;
            var rows = (s.OH - 1) * s.SH + (s.KH - 1) * s.DH + 1;
            var perResidue = Planes.Columns(columns, s.SW);
            var pitch = perResidue * s.SW;
            var width = Blocking.RoundUp(s.OW, Vector<T>.Count);
            using var plane = new Scratch<T>(rows * pitch + Vector<T>.Count);
            using var grad = new Scratch<T>(s.OH * width);
            for (var task = from; task < to; task++)
            {
                var (part, channel) = Math.DivRem(task, s.Groups);
                var first = channel * s.OCPerGroup;
                var target = (part == 0 ? weightGrad : partial + (part - 1) * s.OC * s.Taps) + first * s.Taps;
                Rows.Clear(target, s.OCPerGroup * s.Taps);
                for (var image = s.N * part / parts; image < s.N * (part + 1) / parts; image++)
                {
                    Planes.Fill(input + (image * s.C + channel) * s.H * s.W, s.H, s.W, -s.PH, -s.PW, s.SW, rows, columns, plane.Pointer);
                    for (long o = 0; o < s.OCPerGroup; o++)
                    {
                        Planes.Fill(outputGrad + (image * s.OC + first + o) * s.OH * s.OW, s.OH, s.OW, 0, 0, 1, s.OH, width, grad.Pointer);
                        for (long tap = 0; tap < s.Taps; tap++)
                        {
                            long y = tap / s.KW * s.DH, x = tap % s.KW * s.DW;
                            var moved = plane.Pointer + y * pitch + x % s.SW * perResidue + x / s.SW;
                            var sum = target + o * s.Taps + tap;
                            *sum = Rows.Plus(*sum, Dot(grad.Pointer, width, moved, s.SH * pitch));
                        }
                    }
                }
            }
        }

        // Of a row's last register only the columns of the output count: what else it loads of b may be infinite.
        private T Dot(T* a, long width, T* b, long pitch)
        {
            var last = width - Vector<T>.Count;
            var mask = First(s.OW - last);
            Vector<T> even = default, odd = default;
            for (long y = 0; y < s.OH; y++, a += width, b += pitch)
            {
                var sum = Vector.Load(a + last) * (Vector.Load(b + last) & mask);
                for (long x = 0; x < last; x += Vector<T>.Count) sum = VectorMath.MultiplyAdd(Vector.Load(a + x), Vector.Load(b + x), sum);
                if ((y & 1) == 0) even += sum;
                else odd += sum;
            }
            return Vector.Sum(even + odd);
        }

        private static Vector<T> First(long lanes) => sizeof(T) == 4
            ? Vector.LessThan(Vector<int>.Indices, new Vector<int>((int)lanes)).As<int, T>()
            : Vector.LessThan(Vector<long>.Indices, new Vector<long>(lanes)).As<long, T>();
    }
}
