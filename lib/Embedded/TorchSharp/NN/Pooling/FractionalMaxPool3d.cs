namespace TorchSharp.Modules;

/// <summary>
/// The maximum of each window of <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c>, the windows lying at steps drawn at random (B. Graham, 2014,
/// "Fractional max-pooling"), so that the output may have any smaller size.
/// </summary>
public sealed class FractionalMaxPool3d : ParameterLessModule<Tensor, Tensor>
{
    internal FractionalMaxPool3d(long[] kernel_size, long[]? output_size, double[]? output_ratio)
        : base(nameof(FractionalMaxPool3d))
    {
        nn.functional.CheckFractional("fractional_max_pool3d", 3, kernel_size, output_size, output_ratio);
        this.kernel_size = kernel_size;
        this.output_size = output_size;
        this.output_ratio = output_ratio;
    }

    public override Tensor forward(Tensor input) => nn.functional.fractional_max_pool3d(input, kernel_size, output_size, output_ratio);

    /// <summary>The maxima and their positions, flat within each volume of D*H*W.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input)
        => nn.functional.fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio);

    public long[] kernel_size { get; set; }

    public long[]? output_size { get; set; }

    public double[]? output_ratio { get; set; }
}
