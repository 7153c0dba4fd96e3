namespace TorchSharp.Modules;

/// <summary>
/// Normalises each channel of each picture by its own statistics (D. Ulyanov, A. Vedaldi and V. Lempitsky, 2016, "Instance
/// normalization").
/// </summary>
public abstract class InstanceNorm : NormBase
{
    public InstanceNorm(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    /// <summary>The rank of a batched input; one less is a single one.</summary>
    protected abstract long GetNumberOfBatchDimensions();

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var channels = (int)(input.ndim - GetNumberOfBatchDimensions() + 1);
        if (input.size(channels) != num_features)
        {
            throw new ArgumentException($"{GetName()}: expected input's size at dim={channels} to match num_features ({num_features}), but got: {input.size(channels)}, in shape {Shapes.Text(input.shape)}.");
        }

        if (input.ndim == GetNumberOfBatchDimensions())
        {
            return Normalize(input);
        }

        using var batch = input.unsqueeze(0);
        using var result = Normalize(batch);
        return result.squeeze(0);
    }

    private Tensor Normalize(Tensor input)
        => nn.functional.instance_norm(input, running_mean, running_var, weight, bias, training || !track_running_stats, momentum ?? 0.1, eps);
}
