using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels.Gemm;

/// <summary>
/// Copies a block of a strided matrix into a panel [depth, width]: the order in which the micro-kernel reads it.
/// The matrix is given by its pitch along the panel's width and along its depth; one of the two is 1 in practice.
/// Missing rows at the edge are zeros, so the micro-kernel never needs to know.
/// </summary>
internal static unsafe class Packing
{
    public static void Panel<T>(T* source, long widthPitch, long depthPitch, long width, long depth, int panelWidth, T* panel)
        where T : unmanaged
    {
        if (width < panelWidth) new Span<T>(panel, checked((int)(depth * panelWidth))).Clear();
        if (widthPitch == 1) CopyRows(source, depthPitch, width, depth, panelWidth, panel);
        else if (depthPitch == 1) Transpose(source, widthPitch, width, depth, panelWidth, panel);
        else Gather(source, widthPitch, depthPitch, width, depth, panelWidth, panel);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyRows<T>(T* source, long depthPitch, long width, long depth, int panelWidth, T* panel) where T : unmanaged
    {
        var bytes = width * sizeof(T);
        if (bytes == 128 && Vector512.IsHardwareAccelerated)
        {
            for (long d = 0; d < depth; d++, source += depthPitch, panel += panelWidth)
            {
                var v0 = Vector512.Load((byte*)source);
                var v1 = Vector512.Load((byte*)source + 64);
                v0.Store((byte*)panel);
                v1.Store((byte*)panel + 64);
            }
            return;
        }
        if (bytes % 32 == 0)
        {
            for (long d = 0; d < depth; d++, source += depthPitch, panel += panelWidth)
                for (long i = 0; i < bytes; i += 32)
                    Vector256.Load((byte*)source + i).Store((byte*)panel + i);
            return;
        }
        for (long d = 0; d < depth; d++, source += depthPitch, panel += panelWidth)
            for (long i = 0; i < width; i++)
                panel[i] = source[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose<T>(T* source, long widthPitch, long width, long depth, int panelWidth, T* panel) where T : unmanaged
    {
        long w = 0;
        if (sizeof(T) == 4 && panelWidth == 6 && width == 6 && Avx.IsSupported)
        {
            long d = 0;
            for (; d + 8 < depth; d += 8) Transposition.Block6x8((float*)source + d, widthPitch, (float*)panel + 6 * d, 6);
            for (; d < depth; d++)
                for (var i = 0; i < 6; i++)
                    panel[6 * d + i] = source[i * widthPitch + d];
            return;
        }
        if (sizeof(T) == 4 && Vector256.IsHardwareAccelerated)
        {
            var whole = depth & ~7L;
            for (; w + 8 <= width; w += 8)
            {
                var from = (float*)source + w * widthPitch;
                var to = (float*)panel + w;
                for (long d = 0; d < whole; d += 8) Transposition.Block8x8(from + d, widthPitch, to + d * panelWidth, panelWidth);
                for (var d = whole; d < depth; d++)
                    for (var i = 0; i < 8; i++)
                        to[d * panelWidth + i] = from[i * widthPitch + d];
            }
        }
        for (; w + 4 <= width; w += 4)
        {
            T* s0 = source + w * widthPitch, s1 = s0 + widthPitch, s2 = s1 + widthPitch, s3 = s2 + widthPitch;
            var to = panel + w;
            for (long d = 0; d < depth; d++, to += panelWidth)
            {
                to[0] = s0[d];
                to[1] = s1[d];
                to[2] = s2[d];
                to[3] = s3[d];
            }
        }
        for (; w < width; w++)
        {
            var s = source + w * widthPitch;
            for (long d = 0; d < depth; d++) panel[d * panelWidth + w] = s[d];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather<T>(T* source, long widthPitch, long depthPitch, long width, long depth, int panelWidth, T* panel)
        where T : unmanaged
    {
        for (long d = 0; d < depth; d++)
            for (long w = 0; w < width; w++)
                panel[d * panelWidth + w] = source[d * depthPitch + w * widthPitch];
    }
}
