using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>A leaky ReLU whose slope is learnt, one for all channels or one each (K. He and others, 2015, "Delving deep into rectifiers").</summary>
public sealed class PReLU : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype)
        : base(nameof(PReLU))
    {
        this.num_parameters = num_parameters;
        this.init = init;
        weight = new Parameter(full([num_parameters], init, dtype ?? get_default_dtype(), device));
    }

    public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, weight);

    /// <summary>The slopes, <c>[num_parameters]</c>.</summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(ref _weight, value, nameof(weight));
    }

    public long num_parameters { get; }

    public double init { get; }
}
