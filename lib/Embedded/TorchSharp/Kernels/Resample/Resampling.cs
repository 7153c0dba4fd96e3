using System.Numerics;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Resample;

/// <summary>
/// Resampling of planes as a weighted sum of rows, taken in registers, of which weighted sums of columns are taken. The gradient
/// is the same with transposed weights.
/// </summary>
internal static unsafe class Resampling
{
    /// <param name="planes">How many planes follow each other.</param>
    /// <param name="rows">From rows of the input to rows of the output.</param>
    /// <param name="columns">From columns of the input to columns of the output.</param>
    /// <param name="input">Planes [rows.Inputs, columns.Inputs].</param>
    /// <param name="output">Planes [rows.Outputs, columns.Outputs].</param>
    public static void Run<T>(long planes, ResampleWeights rows, ResampleWeights columns, T* input, T* output) where T : unmanaged, INumber<T>
    {
        using var rowWeights = new Scratch<T>(rows.Weight.Length);
        using var columnWeights = new Scratch<T>(columns.Weight.Length);
        for (var i = 0; i < rows.Weight.Length; i++) rowWeights.Pointer[i] = T.CreateTruncating(rows.Weight[i]);
        for (var i = 0; i < columns.Weight.Length; i++) columnWeights.Pointer[i] = T.CreateTruncating(columns.Weight[i]);
        fixed (long* rs = rows.Start, ri = rows.Index, cs = columns.Start, ci = columns.Index)
            WorkerTeam.For(planes, Math.Max(1, 8192 / Math.Max(1, Math.Max(rows.Outputs * columns.Outputs, rows.Inputs * columns.Inputs))),
                new Body<T>(new Taps<T>(rows.Inputs, rows.Outputs, rs, ri, rowWeights.Pointer), new Taps<T>(columns.Inputs, columns.Outputs, cs, ci, columnWeights.Pointer), columns.InPairs, input, output));
    }

    private readonly struct Taps<T>(long inputs, long outputs, long* start, long* index, T* weight) where T : unmanaged
    {
        public readonly long Inputs = inputs;
        public readonly long Outputs = outputs;
        public readonly long* Start = start;
        public readonly long* Index = index;
        public readonly T* Weight = weight;
    }

    private readonly struct Body<T>(Taps<T> rows, Taps<T> columns, bool pairs, T* input, T* output) : IRangeBody where T : unmanaged, INumber<T>
    {
        public void Run(long from, long to)
        {
            using var blended = new Scratch<T>(columns.Inputs);
            for (var p = from; p < to; p++)
            {
                var map = input + p * rows.Inputs * columns.Inputs;
                var y = output + p * rows.Outputs * columns.Outputs;
                for (long oy = 0; oy < rows.Outputs; oy++, y += columns.Outputs)
                {
                    Rows.Clear(blended.Pointer, columns.Inputs);
                    for (var t = rows.Start[oy]; t < rows.Start[oy + 1]; t++)
                        Rows.AddScaled(map + rows.Index[t] * columns.Inputs, rows.Weight[t], blended.Pointer, columns.Inputs);
                    Across(blended.Pointer, y);
                }
            }
        }

        private void Across(T* row, T* y)
        {
            // Bilinear resampling has two taps everywhere.
            if (pairs)
            {
                var index = columns.Index;
                var weight = columns.Weight;
                for (long ox = 0; ox < columns.Outputs; ox++, index += 2, weight += 2) y[ox] = row[index[0]] * weight[0] + row[index[1]] * weight[1];
                return;
            }
            for (long ox = 0; ox < columns.Outputs; ox++)
            {
                var sum = T.Zero;
                for (var t = columns.Start[ox]; t < columns.Start[ox + 1]; t++) sum += row[columns.Index[t]] * columns.Weight[t];
                y[ox] = sum;
            }
        }
    }
}
