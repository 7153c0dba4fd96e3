namespace TorchSharp.Modules;

/// <summary>Transposed convolution over volumes: <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c>.</summary>
public sealed class ConvTranspose3d : ConvolutionTranspose
{
    internal ConvTranspose3d(
        long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] dilation,
        long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(nameof(ConvTranspose3d), in_channels, out_channels, kernel_size, stride, padding, null, dilation, true, output_padding,
            groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input, long[]? output_size)
    {
        var extra = OutputPadding(input, output_size, 3);
        return nn.functional.conv_transpose3d(input, weight, bias, stride, padding, extra, dilation, groups);
    }
}
