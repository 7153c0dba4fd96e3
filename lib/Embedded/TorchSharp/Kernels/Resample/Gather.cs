using System.Numerics;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Resample;

/// <summary>
/// output[o, y, x] = input[o, rows[y], columns[x]] over planes, a constant where a map says -1. Padding in all its modes
/// and nearest-neighbour resampling are such maps; the gradient adds along the same maps.
/// </summary>
internal static unsafe class Gather
{
    public static void Forward<T>(long planes, long h, long w, ReadOnlySpan<long> rows, ReadOnlySpan<long> columns, T constant, T* input, T* output)
        where T : unmanaged
    {
        fixed (long* r = rows)
        fixed (long* c = columns)
            WorkerTeam.For(planes, Grain(rows.Length * columns.Length),
                new ForwardBody<T>(h, w, rows.Length, columns.Length, r, c, constant, input, output));
    }

    /// <summary>inputGrad is overwritten.</summary>
    public static void Backward<T>(long planes, long h, long w, ReadOnlySpan<long> rows, ReadOnlySpan<long> columns, T* outputGrad, T* inputGrad)
        where T : unmanaged, INumber<T>
    {
        fixed (long* r = rows)
        fixed (long* c = columns)
            WorkerTeam.For(planes, Grain(h * w), new BackwardBody<T>(h, w, rows.Length, columns.Length, r, c, outputGrad, inputGrad));
    }

    private static long Grain(long elements) => Math.Max(1, 16384 / Math.Max(1, elements));

    private readonly struct ForwardBody<T>(long h, long w, long oh, long ow, long* rows, long* columns, T constant, T* input, T* output) : IRangeBody
        where T : unmanaged
    {
        public void Run(long from, long to)
        {
            for (var p = from; p < to; p++)
                for (long y = 0; y < oh; y++)
                {
                    var target = output + (p * oh + y) * ow;
                    if (rows[y] < 0)
                    {
                        Rows.Fill(target, ow, constant);
                        continue;
                    }
                    var source = input + (p * h + rows[y]) * w;
                    for (long x = 0; x < ow; x++) target[x] = columns[x] < 0 ? constant : source[columns[x]];
                }
        }
    }

    private readonly struct BackwardBody<T>(long h, long w, long oh, long ow, long* rows, long* columns, T* outputGrad, T* inputGrad) : IRangeBody
        where T : unmanaged, INumber<T>
    {
        public void Run(long from, long to)
        {
            for (var p = from; p < to; p++)
            {
                Rows.Clear(inputGrad + p * h * w, h * w);
                for (long y = 0; y < oh; y++)
                {
                    if (rows[y] < 0) continue;
                    var source = outputGrad + (p * oh + y) * ow;
                    var target = inputGrad + (p * h + rows[y]) * w;
                    for (long x = 0; x < ow; x++)
                        if (columns[x] >= 0) target[columns[x]] += source[x];
                }
            }
        }
    }
}
