using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels.Conv;

/// <summary>A stretch of a panel's columns that is contiguous in memory.</summary>
internal readonly record struct Run(long Offset, long Length);

/// <summary>
/// Builds panels of the implicit im2col matrix: row d, column j of the panel is source[offsets[d] + column offset of j].
/// The column offsets come as runs of neighbours. The matrix itself never exists; a panel lives in L1 for one use.
/// </summary>
internal static unsafe class OffsetPacking
{
    /// <summary>Bytes that a source may be read, and a panel written, past its end.</summary>
    public const int Slack = 64;

    public static void Panel<T>(T* source, long* offsets, long depth, ReadOnlySpan<Run> runs, int panelWidth, T* panel) where T : unmanaged
    {
        long width = 0;
        var unit = 64L;
        foreach (var run in runs)
        {
            width += run.Length;
            while (run.Length * sizeof(T) % unit != 0) unit /= 2;
        }
        if (width < panelWidth) new Span<T>(panel, checked((int)(depth * panelWidth))).Clear();

        if (unit == 64 && Vector512.IsHardwareAccelerated) Whole512(source, offsets, depth, runs, panelWidth, panel);
        else if (unit >= 32) Whole256(source, offsets, depth, runs, panelWidth, panel);
        else if (Vector512.IsHardwareAccelerated) Overlapping<T, Vector512<T>>(source, offsets, depth, runs, panelWidth, panel);
        else Overlapping<T, Vector256<T>>(source, offsets, depth, runs, panelWidth, panel);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Whole512<T>(T* source, long* offsets, long depth, ReadOnlySpan<Run> runs, int panelWidth, T* panel) where T : unmanaged
    {
        var lanes = 64 / sizeof(T);
        var column = panel;
        foreach (var run in runs)
        {
            var from = source + run.Offset;
            var left = run.Length;
            for (; left >= 2 * lanes; left -= 2 * lanes, from += 2 * lanes, column += 2 * lanes)
            {
                var to = column;
                for (long d = 0; d < depth; d++, to += panelWidth)
                {
                    var at = from + offsets[d];
                    var v0 = Vector512.Load(at);
                    var v1 = Vector512.Load(at + lanes);
                    v0.Store(to);
                    v1.Store(to + lanes);
                }
            }
            if (left == 0) continue;
            var target = column;
            for (long d = 0; d < depth; d++, target += panelWidth) Vector512.Load(from + offsets[d]).Store(target);
            column += lanes;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Whole256<T>(T* source, long* offsets, long depth, ReadOnlySpan<Run> runs, int panelWidth, T* panel) where T : unmanaged
    {
        var lanes = 32 / sizeof(T);
        var column = panel;
        foreach (var run in runs)
        {
            var from = source + run.Offset;
            for (var left = run.Length; left > 0; left -= lanes, from += lanes, column += lanes)
            {
                var to = column;
                for (long d = 0; d < depth; d++, to += panelWidth) Vector256.Load(from + offsets[d]).Store(to);
            }
        }
    }

    // Each run is copied in whole registers; what spills over its end is overwritten by the next run or the next row, lands
    // in columns that nobody uses or, after the last row, in the slack of the panel buffer.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Overlapping<T, TRegister>(T* source, long* offsets, long depth, ReadOnlySpan<Run> runs, int panelWidth, T* panel)
        where T : unmanaged where TRegister : unmanaged
    {
        var lanes = sizeof(TRegister) / sizeof(T);
        for (long d = 0; d < depth; d++, panel += panelWidth)
        {
            var from = source + offsets[d];
            var to = panel;
            foreach (var run in runs)
            {
                var at = from + run.Offset;
                for (long i = 0; i < run.Length; i += lanes) Unsafe.WriteUnaligned(to + i, Unsafe.ReadUnaligned<TRegister>(at + i));
                to += run.Length;
            }
        }
    }
}
