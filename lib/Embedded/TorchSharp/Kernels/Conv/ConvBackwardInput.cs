using TorchSharp.Kernels.Winograd;

namespace TorchSharp.Kernels.Conv;

/// <summary>
/// The gradient of the input, which is also the forward pass of a transposed convolution: the roles of input and output
/// channels change places and every input position sums over the outputs that it took part in.
/// </summary>
internal static unsafe class ConvBackwardInput
{
    /// <param name="s">The shape of the forward convolution.</param>
    /// <param name="outputGrad">[N, OC, OH, OW].</param>
    /// <param name="weight">[OC, C/Groups, KH, KW].</param>
    /// <param name="bias">[C] or null; only a transposed convolution has one.</param>
    /// <param name="inputGrad">[N, C, H, W], overwritten.</param>
    public static void Run<T>(in ConvShape s, T* outputGrad, T* weight, T* bias, T* inputGrad) where T : unmanaged
    {
        if (typeof(T) == typeof(float) && WinogradPlan.Pays(s)
            && WinogradConvolution.TryBackwardInput(s, (float*)outputGrad, (float*)weight, (float*)bias, (float*)inputGrad)) return;
        Direct(s, outputGrad, weight, bias, inputGrad);
    }

    /// <summary>The direct sum, for every shape.</summary>
    public static void Direct<T>(in ConvShape s, T* outputGrad, T* weight, T* bias, T* inputGrad) where T : unmanaged =>
        TapConvolution.Run(TapGrid.BackwardInput(s), s.N, s.Groups, s.OCPerGroup, s.CPerGroup, outputGrad,
            weight, s.OCPerGroup * s.CPerGroup * s.Taps, s.Taps, s.CPerGroup * s.Taps, bias, inputGrad);
}
