namespace TorchSharp.Kernels.Conv;

/// <summary>
/// The sizes of a 2-d convolution: input [N, C, H, W], weight [OC, C/Groups, KH, KW], output [N, OC, OH, OW] with
/// OH = floor((H + 2 PH - DH (KH - 1) - 1) / SH) + 1.
/// </summary>
internal readonly record struct ConvShape(
    long N, long C, long H, long W,
    long OC, long KH, long KW,
    long SH, long SW, long PH, long PW, long DH, long DW, long Groups,
    long OH, long OW)
{
    public long CPerGroup => C / Groups;

    public long OCPerGroup => OC / Groups;

    public long Taps => KH * KW;

    /// <summary>Multiply-accumulates of one pass.</summary>
    public long Macs => N * OC * OH * OW * CPerGroup * Taps;

    public static long OutputSize(long size, long kernel, long stride, long padding, long dilation)
    {
        var reach = size + 2 * padding - dilation * (kernel - 1) - 1;
        return reach < 0 ? 0 : reach / stride + 1;
    }
}
