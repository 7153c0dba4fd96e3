using TorchSharp.Kernels.Winograd;

namespace TorchSharp.Kernels.Conv;

/// <summary>output[n, o, y, x] = bias[o] + sum over c, i, j of weight[o, c, i, j] * input[n, c, y SH + i DH - PH, x SW + j DW - PW].</summary>
internal static unsafe class ConvForward
{
    public static void Run<T>(in ConvShape s, T* input, T* weight, T* bias, T* output) where T : unmanaged
    {
        if (typeof(T) == typeof(float) && WinogradPlan.Pays(s)
            && WinogradConvolution.TryForward(s, (float*)input, (float*)weight, (float*)bias, (float*)output)) return;
        Direct(s, input, weight, bias, output);
    }

    /// <summary>The direct sum, for every shape.</summary>
    public static void Direct<T>(in ConvShape s, T* input, T* weight, T* bias, T* output) where T : unmanaged =>
        TapConvolution.Run([TapGrid.Forward(s)], s.N, s.Groups, s.CPerGroup, s.OCPerGroup, input,
            weight, s.OCPerGroup * s.CPerGroup * s.Taps, s.CPerGroup * s.Taps, s.Taps, bias, output);
}
