using System.Numerics;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Pool;

/// <summary>
/// Pooling to a given size: output row o covers input rows floor(o H / OH) up to ceil((o + 1) H / OH), so windows may
/// overlap and differ in size. Where the sizes divide, all windows are alike and the ordinary pooling does it.
/// </summary>
internal static unsafe class AdaptivePool
{
    public static void Average<T>(long planes, long h, long w, long oh, long ow, T* input, T* output) where T : unmanaged, INumber<T>
    {
        if (ow == 0) oh = 0; // Rows without columns need no walk, however many.
        if (Regular(planes, h, w, oh, ow) is { } s) AvgPool.Forward(s, true, null, input, output);
        else WorkerTeam.For(planes, Grain(h, w), new AverageBody<T>(h, w, oh, ow, input, output));
    }

    public static void AverageBackward<T>(long planes, long h, long w, long oh, long ow, T* outputGrad, T* inputGrad)
        where T : unmanaged, INumber<T>
    {
        if (ow == 0) oh = 0; // Rows without columns need no walk, however many.
        if (oh * ow > 1 && Regular(planes, h, w, oh, ow) is { } s) AvgPool.Backward(s, true, null, outputGrad, inputGrad);
        else WorkerTeam.For(planes, Grain(h, w), new AverageBackwardBody<T>(h, w, oh, ow, outputGrad, inputGrad));
    }

    /// <param name="planes">How many planes follow each other.</param>
    /// <param name="h">Rows of a map.</param>
    /// <param name="w">Columns of a map.</param>
    /// <param name="oh">Rows of an output.</param>
    /// <param name="ow">Columns of an output.</param>
    /// <param name="input">Planes [H, W].</param>
    /// <param name="output">Planes [OH, OW].</param>
    /// <param name="indices">Planes [OH, OW], or null where nobody asks where the maxima were.</param>
    public static void Max<T>(long planes, long h, long w, long oh, long ow, T* input, T* output, long* indices)
        where T : unmanaged, INumber<T>
    {
        if (ow == 0) oh = 0; // Rows without columns need no walk, however many.
        if (oh * ow > 1 && Regular(planes, h, w, oh, ow) is { } s) MaxPool.Forward(s, input, output, indices);
        else WorkerTeam.For(planes, Grain(h, w), new MaxBody<T>(h, w, oh, ow, input, output, indices));
    }

    private static PoolShape? Regular(long planes, long h, long w, long oh, long ow) =>
        oh > 0 && ow > 0 && h % oh == 0 && w % ow == 0 ? new PoolShape(planes, h, w, h / oh, w / ow, h / oh, w / ow, 0, 0, 1, 1, oh, ow) : null;

    private static long Grain(long h, long w) => Math.Max(1, 16384 / Math.Max(1, h * w));

    private static long First(long o, long size, long outputs) => o * size / outputs;

    private static long End(long o, long size, long outputs) => ((o + 1) * size + outputs - 1) / outputs;

    // Rows of a window come together column by column, then the columns of each window.
    private readonly struct AverageBody<T>(long h, long w, long oh, long ow, T* input, T* output) : IRangeBody where T : unmanaged, INumber<T>
    {
        public void Run(long from, long to)
        {
            using var columns = new Scratch<T>(w);
            for (var p = from; p < to; p++)
            {
                var map = input + p * h * w;
                var y = output + p * oh * ow;
                for (long oy = 0; oy < oh; oy++)
                {
                    long y0 = First(oy, h, oh), y1 = End(oy, h, oh);
                    Rows.Clear(columns.Pointer, w);
                    for (var iy = y0; iy < y1; iy++) Rows.Add(map + iy * w, columns.Pointer, w);
                    for (long ox = 0; ox < ow; ox++)
                    {
                        long x0 = First(ox, w, ow), x1 = End(ox, w, ow);
                        *y++ = WindowSum.Of(columns.Pointer, w, 0, 1, x0, x1) / T.CreateTruncating((y1 - y0) * (x1 - x0));
                    }
                }
            }
        }
    }

    private readonly struct AverageBackwardBody<T>(long h, long w, long oh, long ow, T* outputGrad, T* inputGrad) : IRangeBody
        where T : unmanaged, INumber<T>
    {
        public void Run(long from, long to)
        {
            using var columns = new Scratch<T>(w);
            for (var p = from; p < to; p++)
            {
                var map = inputGrad + p * h * w;
                var grad = outputGrad + p * oh * ow;
                if (oh * ow == 1)
                {
                    Rows.Fill(map, h * w, *grad / T.CreateTruncating(h * w));
                    continue;
                }
                Rows.Clear(map, h * w);
                for (long oy = 0; oy < oh; oy++)
                {
                    long y0 = First(oy, h, oh), y1 = End(oy, h, oh);
                    Rows.Clear(columns.Pointer, w);
                    for (long ox = 0; ox < ow; ox++)
                    {
                        long x0 = First(ox, w, ow), x1 = End(ox, w, ow);
                        var share = *grad++ / T.CreateTruncating((y1 - y0) * (x1 - x0));
                        for (var ix = x0; ix < x1; ix++) columns.Pointer[ix] += share;
                    }
                    for (var iy = y0; iy < y1; iy++) Rows.Add(columns.Pointer, map + iy * w, w);
                }
            }
        }
    }

    private readonly struct MaxBody<T>(long h, long w, long oh, long ow, T* input, T* output, long* indices) : IRangeBody
        where T : unmanaged, INumber<T>
    {
        public void Run(long from, long to)
        {
            for (var p = from; p < to; p++)
            {
                var map = input + p * h * w;
                for (long oy = 0; oy < oh; oy++)
                    for (long ox = 0; ox < ow; ox++)
                    {
                        var which = WindowMax.Of(map, w, First(oy, h, oh), End(oy, h, oh), First(ox, w, ow), End(ox, w, ow));
                        var o = (p * oh + oy) * ow + ox;
                        output[o] = map[which];
                        if (indices is not null) indices[o] = which;
                    }
            }
        }
    }
}
