namespace TorchSharp.Modules;

/// <summary>Convolution over volumes: <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c>.</summary>
public sealed class Conv3d : Convolution
{
    internal Conv3d(
        long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long) stride, (long, long, long)? padding, Padding? padding_type,
        (long, long, long) dilation, long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(nameof(Conv3d), in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], [stride.Item1, stride.Item2, stride.Item3],
            padding is { } p ? [p.Item1, p.Item2, p.Item3] : null, padding_type, [dilation.Item1, dilation.Item2, dilation.Item3],
            false, [0, 0, 0], groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input)
    {
        if (!ValidateShape(input, 3))
        {
            throw new ArgumentException($"Expected 4D (unbatched) or 5D (batched) input with {in_channels} channels to Conv3d, but got input of size {Shapes.Text(input.shape)}.");
        }

        if (padding_mode != PaddingModes.Zeros)
        {
            using var padded = nn.functional.pad(input, _reversed_padding_repeated_twice, padding_mode);
            return nn.functional.conv3d(padded, weight, bias, stride, null, dilation, groups);
        }

        return padding_type is { } type
            ? nn.functional.conv3d_padding(input, weight, bias, stride, type, dilation, groups)
            : nn.functional.conv3d(input, weight, bias, stride, padding, dilation, groups);
    }
}
