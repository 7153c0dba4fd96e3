using System.Numerics;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Resample;

/// <summary>Bilinear and bicubic resampling of planes: a weighted sum of rows of weighted sums of columns.</summary>
internal static unsafe class Resampling
{
    public static void Forward<T>(long planes, long h, long w, ResampleWeights rows, ResampleWeights columns, T* input, T* output)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (long* ri = rows.Index, ci = columns.Index)
        fixed (double* rw = rows.Weight, cw = columns.Weight)
            WorkerTeam.For(planes, Math.Max(1, 8192 / (rows.Outputs * columns.Outputs)),
                new Body<T>(h, w, rows.Outputs, columns.Outputs, rows.Taps, columns.Taps, ri, rw, ci, cw, input, output, false));
    }

    /// <summary>inputGrad is overwritten.</summary>
    public static void Backward<T>(long planes, long h, long w, ResampleWeights rows, ResampleWeights columns, T* outputGrad, T* inputGrad)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (long* ri = rows.Index, ci = columns.Index)
        fixed (double* rw = rows.Weight, cw = columns.Weight)
            WorkerTeam.For(planes, Math.Max(1, 8192 / (rows.Outputs * columns.Outputs)),
                new Body<T>(h, w, rows.Outputs, columns.Outputs, rows.Taps, columns.Taps, ri, rw, ci, cw, inputGrad, outputGrad, true));
    }

    private readonly struct Body<T>(long h, long w, long oh, long ow, int rowTaps, int columnTaps, long* ri, double* rw, long* ci, double* cw,
        T* small, T* large, bool backward) : IRangeBody where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(long from, long to)
        {
            for (var p = from; p < to; p++)
            {
                var map = small + p * h * w;
                var y = large + p * oh * ow;
                if (backward) Rows.Clear(map, h * w);
                for (long oy = 0; oy < oh; oy++)
                    for (long ox = 0; ox < ow; ox++, y++)
                    {
                        var sum = T.Zero;
                        for (long r = oy * rowTaps; r < (oy + 1) * rowTaps; r++)
                        {
                            var row = map + ri[r] * w;
                            for (long c = ox * columnTaps; c < (ox + 1) * columnTaps; c++)
                            {
                                var weight = T.CreateTruncating(rw[r] * cw[c]);
                                if (backward) row[ci[c]] += weight * *y;
                                else sum += weight * row[ci[c]];
                            }
                        }
                        if (!backward) *y = sum;
                    }
            }
        }
    }
}
