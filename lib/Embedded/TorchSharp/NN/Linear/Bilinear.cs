using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>y_k = x₁ᵀ W_k x₂ + b_k on the last dimensions.</summary>
public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
{
    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    internal Bilinear(long in1_features, long in2_features, long out_features, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Bilinear))
    {
        this.in1_features = in1_features;
        this.in2_features = in2_features;
        this.out_features = out_features;
        var bound = 1 / Math.Sqrt(in1_features);
        weight = new Parameter(empty([out_features, in1_features, in2_features], dtype, device));
        nn.init.uniform_(weight, -bound, bound);
        if (hasBias)
        {
            bias = new Parameter(empty([out_features], dtype, device));
            nn.init.uniform_(bias, -bound, bound);
        }
    }

    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.bilinear(input1, input2, weight, bias);

    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, value, nameof(bias));
    }

    /// <summary><c>[out, in1, in2]</c></summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(ref _weight, value, nameof(weight));
    }

    public long in1_features { get; set; }

    public long in2_features { get; set; }

    public long out_features { get; set; }
}
