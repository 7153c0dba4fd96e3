namespace TorchSharp.Kernels.Pool;

/// <summary>The sizes of a 2-d pooling over planes [Planes, H, W] to [Planes, OH, OW].</summary>
internal readonly record struct PoolShape(
    long Planes, long H, long W,
    long KH, long KW, long SH, long SW, long PH, long PW, long DH, long DW,
    long OH, long OW)
{
    /// <summary>With ceil mode the last window may hang over the end, but has to start inside the input or its left padding.</summary>
    public static long OutputSize(long size, long kernel, long stride, long padding, long dilation, bool ceil)
    {
        var reach = size + 2 * padding - dilation * (kernel - 1) - 1;
        if (reach < 0 && !ceil) return 0;
        var output = FloorDivide(reach + (ceil ? stride - 1 : 0), stride) + 1;
        if (ceil && (output - 1) * stride >= size + padding) output--;
        return output;
    }

    private static long FloorDivide(long a, long b) => a >= 0 ? a / b : -((-a + b - 1) / b);
}
