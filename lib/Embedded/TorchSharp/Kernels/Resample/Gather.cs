using System.Numerics;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Resample;

/// <summary>
/// output[o, y, x] = input[o, rows[y], columns[x]] over planes, a constant where a map says -1. Padding in all its modes
/// and nearest-neighbour resampling are such maps; the gradient adds along the same maps. The longest run of neighbouring
/// columns, nearly all of a padded row, is taken as one.
/// </summary>
internal static unsafe class Gather
{
    public static void Forward<T>(long planes, long h, long w, ReadOnlySpan<long> rows, ReadOnlySpan<long> columns, T constant, T* input, T* output)
        where T : unmanaged
    {
        fixed (long* r = rows)
        fixed (long* c = columns)
            WorkerTeam.For(planes, Grain(rows.Length * columns.Length),
                new ForwardBody<T>(h, w, rows.Length, columns.Length, r, c, LongestRun(columns), constant, input, output));
    }

    /// <summary>inputGrad is overwritten.</summary>
    public static void Backward<T>(long planes, long h, long w, ReadOnlySpan<long> rows, ReadOnlySpan<long> columns, T* outputGrad, T* inputGrad)
        where T : unmanaged, INumber<T>
    {
        fixed (long* r = rows)
        fixed (long* c = columns)
            WorkerTeam.For(planes, Grain(h * w), new BackwardBody<T>(h, w, rows.Length, columns.Length, r, c, LongestRun(columns), outputGrad, inputGrad));
    }

    private static long Grain(long elements) => Math.Max(1, 16384 / Math.Max(1, elements));

    // The longest stretch of outputs whose inputs are neighbours.
    private static (long From, long To) LongestRun(ReadOnlySpan<long> columns)
    {
        (long From, long To) best = (0, 0);
        for (var from = 0; from < columns.Length;)
        {
            var to = from + 1;
            while (to < columns.Length && columns[from] >= 0 && columns[to] == columns[to - 1] + 1) to++;
            if (columns[from] >= 0 && to - from > best.To - best.From) best = (from, to);
            from = to;
        }
        return best;
    }

    private readonly struct ForwardBody<T>(long h, long w, long oh, long ow, long* rows, long* columns, (long From, long To) run, T constant,
        T* input, T* output) : IRangeBody where T : unmanaged
    {
        public void Run(long from, long to)
        {
            for (var p = from; p < to; p++)
                for (long y = 0; y < oh; y++)
                {
                    var target = output + (p * oh + y) * ow;
                    if (rows[y] < 0) Rows.Fill(target, ow, constant);
                    else if (y > 0 && rows[y] == rows[y - 1]) Rows.Copy(target - ow, target, ow);
                    else Row(input + (p * h + rows[y]) * w, target);
                }
        }

        private void Row(T* source, T* target)
        {
            for (long x = 0; x < run.From; x++) target[x] = columns[x] < 0 ? constant : source[columns[x]];
            if (run.To > run.From) Rows.Copy(source + columns[run.From], target + run.From, run.To - run.From);
            for (var x = run.To; x < ow; x++) target[x] = columns[x] < 0 ? constant : source[columns[x]];
        }
    }

    private readonly struct BackwardBody<T>(long h, long w, long oh, long ow, long* rows, long* columns, (long From, long To) run,
        T* outputGrad, T* inputGrad) : IRangeBody where T : unmanaged, INumber<T>
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
                    for (long x = 0; x < run.From; x++)
                        if (columns[x] >= 0) target[columns[x]] += source[x];
                    if (run.To > run.From) Rows.Add(source + run.From, target + columns[run.From], run.To - run.From);
                    for (var x = run.To; x < ow; x++)
                        if (columns[x] >= 0) target[columns[x]] += source[x];
                }
            }
        }
    }
}
