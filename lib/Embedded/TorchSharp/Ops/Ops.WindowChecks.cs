namespace TorchSharp.Core;

/// <summary>
/// What convolutions and pooling refuse, in the shapes that the caller gave: sequences and volumes are computed as images,
/// and a sentence about the image would name numbers that nobody wrote.
/// </summary>
internal static partial class Ops
{
    /// <summary>A convolution over as many dimensions as it has strides: input [N, C, ...] or [C, ...], weight [out, C/groups, ...].</summary>
    public static void CheckConvolution(string op, long[] x, long[] w, Tensor? bias, long[] stride, long[] padding, long[] dilation, long groups)
    {
        CheckConvolutionRanks(op, x, w, stride.Length, "[out, in/groups, ...]");
        var channels = x[^(stride.Length + 1)];
        if (groups < 1) throw new ExternalException($"{op}: non-positive groups is not supported, but groups is {groups}");
        if (w[1] * groups != channels)
            throw new ExternalException($"{op}: Given groups={groups}, weight of size {Shapes.Text(w)}, expected input{Shapes.Text(x)} to have {w[1] * groups} channels, but got {channels} channels instead");
        if (w[0] % groups != 0 || w[0] < groups)
            throw new ExternalException($"{op}: Given groups={groups}, expected weight to be divisible by {groups} at dimension 0, but got weight of size {Shapes.Text(w)} instead");
        CheckBias(op, w, bias, w[0]);
        CheckWindow(op, stride, padding, dilation);
        CheckKernel(op, w);
        for (var d = 1; d <= stride.Length; d++)
        {
            if (Reach(w[^d], dilation[^d]) <= x[^d] + 2 * padding[^d]) continue;
            var padded = string.Join(" x ", Enumerable.Range(0, stride.Length).Select(i => x[x.Length - stride.Length + i] + 2 * padding[i]));
            var kernel = string.Join(" x ", Enumerable.Range(0, stride.Length).Select(i => Reach(w[i + 2], dilation[i])));
            throw new ExternalException($"{op}: calculated padded input size per channel: ({padded}). Kernel size: ({kernel}). Kernel size can't be greater than actual input size; the input was {Shapes.Text(x)}");
        }
    }

    /// <summary>A transposed convolution: input [N, C, ...] or [C, ...], weight [C, out/groups, ...].</summary>
    public static void CheckTransposedConvolution(string op, long[] x, long[] w, Tensor? bias, long[] stride, long[] padding, long[] extra, long[] dilation, long groups)
    {
        CheckConvolutionRanks(op, x, w, stride.Length, "[in, out/groups, ...]");
        if (groups < 1 || w[0] % groups != 0) throw new ExternalException($"{op}: weight of size {Shapes.Text(w)} cannot be split into {groups} groups at dimension 0");
        if (x[^(stride.Length + 1)] != w[0])
            throw new ExternalException($"{op}: Given transposed=1, weight of size {Shapes.Text(w)}, expected input{Shapes.Text(x)} to have {w[0]} channels, but got {x[^(stride.Length + 1)]} channels instead");
        CheckWindow(op, stride, padding, dilation);
        CheckKernel(op, w);
        CheckBias(op, w, bias, w[1] * groups);
        for (var d = 0; d < stride.Length; d++)
            if (extra[d] < 0 || (extra[d] >= stride[d] && extra[d] >= dilation[d]))
                throw new ExternalException($"{op}: output padding must be smaller than either stride or dilation, but got output_padding {Shapes.Text(extra)}, stride {Shapes.Text(stride)}, dilation {Shapes.Text(dilation)}");
        var to = new long[stride.Length];
        for (var d = 0; d < to.Length; d++)
            to[d] = (x[x.Length - to.Length + d] - 1) * stride[d] - 2 * padding[d] + dilation[d] * (w[d + 2] - 1) + extra[d] + 1;
        if (AnyBelowOne(to))
            throw new ExternalException($"{op}: given input size per channel ({string.Join(" x ", x[^to.Length..])}), the calculated output size per channel is ({string.Join(" x ", to)}), which is too small; the input was {Shapes.Text(x)}");
    }

    /// <summary>Pooling over as many dimensions as it has strides: input [N, C, ...] or [C, ...].</summary>
    public static void CheckPooling(string op, long[] x, long[] kernel, long[] stride, long[] padding, long[] dilation, bool ceil)
    {
        var dims = kernel.Length;
        if (x.Length != dims + 1 && x.Length != dims + 2)
            throw new ExternalException($"{op}: Expected {dims + 1}D or {dims + 2}D (batch mode) tensor for input, but got: {Shapes.Text(x)}");
        CheckNotEmpty(op, x, dims);
        if (AnyBelowOne(kernel)) throw new ExternalException($"{op}: kernel size should be greater than zero, but got {Shapes.Text(kernel)}");
        CheckWindow(op, stride, padding, dilation);
        for (var d = 0; d < dims; d++)
            if (padding[d] > Reach(kernel[d], dilation[d]) / 2)
                throw new ExternalException($"{op}: pad should be at most half of effective kernel size, but got pad={padding[d]}, kernel_size={kernel[d]} and dilation={dilation[d]}");
        var to = new long[dims];
        for (var d = 0; d < dims; d++) to[d] = Kernels.Pool.PoolShape.OutputSize(x[x.Length - dims + d], kernel[d], stride[d], padding[d], dilation[d], ceil);
        if (AnyBelowOne(to))
            throw new ExternalException($"{op}: given input size ({string.Join('x', x[^(dims + 1)..])}), calculated output size ({string.Join('x', [x[^(dims + 1)], .. to])}): output size is too small for the input {Shapes.Text(x)}");
    }

    // Only the batch may be empty.
    private static void CheckNotEmpty(string op, long[] x, int dims)
    {
        for (var d = x.Length - dims - 1; d < x.Length; d++)
            if (x[d] == 0)
                throw new ExternalException($"{op}(): Expected input to have non-zero size for non-batch dimensions, but input has sizes {Shapes.Text(x)} with dimension {d} being empty");
    }

    private static void CheckConvolutionRanks(string op, long[] x, long[] w, int dims, string meaning)
    {
        if (x.Length != dims + 1 && x.Length != dims + 2)
            throw new ExternalException($"Expected {dims + 1}D (unbatched) or {dims + 2}D (batched) input to {op}, but got input of size: {Shapes.Text(x)}");
        if (w.Length != dims + 2)
            throw new ExternalException($"{op}: expected a {dims + 2}-dimensional weight {meaning}, but got weight of size {Shapes.Text(w)}");
    }

    private static void CheckBias(string op, long[] w, Tensor? bias, long channels)
    {
        if (bias is not null && (bias.Impl.Shape.Length != 1 || bias.Impl.Shape[0] != channels))
            throw new ExternalException($"{op}: Given weight of size {Shapes.Text(w)}, expected bias to be 1-dimensional with {channels} elements, but got bias of size {Shapes.Text(bias.Impl.Shape)} instead");
    }

    private static void CheckKernel(string op, long[] w)
    {
        if (AnyBelowOne(w.AsSpan(2))) throw new ExternalException($"{op}: kernel size should be greater than zero, but got weight of size {Shapes.Text(w)}");
    }

    private static void CheckWindow(string op, long[] stride, long[] padding, long[] dilation)
    {
        if (AnyBelowOne(stride)) throw new ExternalException($"{op}: non-positive stride is not supported, but stride is {Shapes.Text(stride)}");
        if (padding.AsSpan().IndexOfAnyInRange(long.MinValue, -1) >= 0) throw new ExternalException($"{op}: negative padding is not supported, but padding is {Shapes.Text(padding)}");
        if (AnyBelowOne(dilation)) throw new ExternalException($"{op}: dilation should be greater than zero, but dilation is {Shapes.Text(dilation)}");
    }

    private static bool AnyBelowOne(ReadOnlySpan<long> sizes) => sizes.IndexOfAnyInRange(long.MinValue, 0) >= 0;

    // The width that a window covers.
    private static long Reach(long kernel, long dilation) => dilation * (kernel - 1) + 1;
}
