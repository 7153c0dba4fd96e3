using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>Normalises over groups of channels of each picture (Y. Wu and K. He, 2018, "Group normalization").</summary>
public sealed class GroupNorm : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype)
        : base(nameof(GroupNorm))
    {
        if (num_groups <= 0 || num_channels % num_groups != 0)
        {
            throw new ArgumentException($"num_channels ({num_channels}) must be divisible by num_groups ({num_groups}).");
        }

        this.eps = eps;
        this.affine = affine;
        this.num_groups = num_groups;
        if (affine)
        {
            weight = new Parameter(ones([num_channels], dtype, device));
            bias = new Parameter(zeros([num_channels], dtype, device));
        }
    }

    public override Tensor forward(Tensor tensor)
    {
        if (Given(tensor).ndim < 3)
        {
            throw new ArgumentException($"Invalid number of dimensions for GroupNorm argument: {tensor.ndim}, shape {Shapes.Text(tensor.shape)}");
        }

        return nn.functional.group_norm(tensor, num_groups, weight, bias, eps);
    }

    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, value, nameof(bias));
    }

    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(ref _weight, value, nameof(weight));
    }

    public long num_groups { get; set; }

    public double eps { get; set; }

    public bool affine { get; set; }
}
