namespace TorchSharp.Modules;

/// <summary>What the transposed convolutions share: they spread each input element over a window of the output.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type,
        long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode,
        Device? device = null, ScalarType? dtype = null)
        : base(name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed, output_padding, groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>Applies the module so that the output has the given size, among those that the stride leaves open.</summary>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    /// <summary>The output padding for an input of so many spatial dimensions.</summary>
    /// <exception cref="ArgumentException">The input does not fit, or no output padding gives the size.</exception>
    private protected long[] OutputPadding(Tensor input, long[]? output_size, int dims) => ValidateShape(input, dims)
        ? _output_padding(input, output_size, kernel_size, stride, padding!, dilation, dims)
        : throw new ArgumentException($"Expected {dims + 1}D (unbatched) or {dims + 2}D (batched) input with {in_channels} channels to ConvTranspose{dims}d, but got input of size {Shapes.Text(input.shape)}.");

    /// <summary>The output padding that gives an output size.</summary>
    /// <exception cref="ArgumentException">No output padding gives that size.</exception>
    protected long[] _output_padding(
        Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long num_spatial_dims)
    {
        if (output_size is null)
        {
            return output_padding;
        }

        var spatial = (int)num_spatial_dims;
        var lead = (int)input.ndim - spatial;
        if (output_size.Length == lead + spatial)
        {
            output_size = output_size[lead..];
        }

        if (output_size.Length != spatial)
        {
            throw new ArgumentException($"ConvTranspose{spatial}D: for {input.ndim}D input, output_size must have {spatial} or {lead + spatial} elements (got {output_size.Length})", nameof(output_size));
        }

        var result = new long[spatial];
        for (var d = 0; d < spatial; d++)
        {
            var smallest = (input.size(d + lead) - 1) * stride[d] - 2 * padding[d] + dilation[d] * (kernel_size[d] - 1) + 1;
            result[d] = output_size[d] - smallest;
            if (result[d] < 0 || result[d] >= stride[d])
            {
                throw new ArgumentException($"Requested an output size of {output_size[d]} in dimension {d}, but valid sizes range from {smallest} to {smallest + stride[d] - 1}", nameof(output_size));
            }
        }

        return result;
    }
}
