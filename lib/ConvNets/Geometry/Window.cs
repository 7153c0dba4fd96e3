// A sliding window along one axis, as convolution and pooling use it, and the size arithmetic of all its forms.
// Dumoulin and Visin, 2016, "A guide to convolution arithmetic for deep learning".
namespace ConvNets.Geometry;

/// <summary>A window that slides along one axis: its kernel, stride, padding on each side, and dilation.</summary>
/// <param name="Kernel">Number of taps, at least 1.</param>
/// <param name="Stride">Step between two outputs, in input units.</param>
/// <param name="Before">Padding before the first input unit (left or top).</param>
/// <param name="After">Padding after the last input unit (right or bottom).</param>
/// <param name="Dilation">Distance between two taps, in input units.</param>
/// <param name="Ceil">Round the number of outputs up, as Caffe's pooling and <c>ceil_mode</c> do.</param>
public readonly record struct Window(long Kernel, long Stride = 1, long Before = 0, long After = 0, long Dilation = 1, bool Ceil = false)
{
    /// <summary>The window that changes nothing: one tap, stride 1.</summary>
    public static readonly Window Point = new(1);

    /// <summary>A window with the same padding on both sides, as PyTorch writes it.</summary>
    public static Window Padded(long kernel, long stride = 1, long padding = 0, long dilation = 1, bool ceil = false) =>
        new(kernel, stride, padding, padding, dilation, ceil);

    /// <summary>
    /// TensorFlow's SAME padding for one input size: ceil(size / stride) outputs, and the odd unit of padding goes after.
    /// The padding depends on the size, so the window does too.
    /// </summary>
    public static Window Same(long size, long kernel, long stride = 1, long dilation = 1)
    {
        var outputs = (size + stride - 1) / stride;
        var total = Math.Max((outputs - 1) * stride + dilation * (kernel - 1) + 1 - size, 0);
        return new(kernel, stride, total / 2, total - total / 2, dilation);
    }

    /// <summary>The extent of the dilated kernel: d (k - 1) + 1.</summary>
    public long Extent => Dilation * (Kernel - 1) + 1;

    /// <summary>
    /// The number of outputs on an input of <paramref name="size"/> units: floor((n + p - k) / s) + 1, or with the ceiling,
    /// where a last window that would start beyond the input and its left padding is dropped. Zero or less: the window does not fit.
    /// </summary>
    public long Outputs(long size)
    {
        var room = size + Before + After - Extent;
        if (room < 0)
            return 0;
        if (!Ceil)
            return room / Stride + 1;
        var outputs = (room + Stride - 1) / Stride + 1;
        return (outputs - 1) * Stride >= size + Before ? outputs - 1 : outputs;
    }

    /// <summary>Whether the window leaves sizes and fields as they are.</summary>
    public bool IsPoint => Kernel == 1 && Stride == 1 && Before == 0 && After == 0;
}
