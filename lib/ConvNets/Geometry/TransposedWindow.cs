// The window of a transposed convolution along one axis: what its forward counterpart shrinks, it grows.
// Dumoulin and Visin, 2016, "A guide to convolution arithmetic for deep learning", section 4.
namespace ConvNets.Geometry;

/// <summary>A transposed window along one axis, with PyTorch's arguments.</summary>
/// <param name="Kernel">Number of taps.</param>
/// <param name="Stride">Stride of the convolution that this one transposes; it multiplies the size.</param>
/// <param name="Padding">Padding of the convolution that this one transposes; it crops the output.</param>
/// <param name="OutputPadding">Units added at the end, to choose among the sizes that the forward convolution maps to the same one.</param>
/// <param name="Dilation">Distance between two taps.</param>
public readonly record struct TransposedWindow(long Kernel, long Stride = 1, long Padding = 0, long OutputPadding = 0, long Dilation = 1)
{
    /// <summary>The extent of the dilated kernel: d (k - 1) + 1.</summary>
    public long Extent => Dilation * (Kernel - 1) + 1;

    /// <summary>The number of outputs: (n - 1) s - 2p + d (k - 1) + output_padding + 1.</summary>
    public long Outputs(long size) => (size - 1) * Stride - 2 * Padding + Extent + OutputPadding;
}
