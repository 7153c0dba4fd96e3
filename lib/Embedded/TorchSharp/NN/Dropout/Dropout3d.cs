namespace TorchSharp.Modules;

/// <summary>Whole channels of [N, C, D, H, W] are 0 with probability p in training.</summary>
public sealed class Dropout3d : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout3d(double p, bool inplace)
        : base(nameof(Dropout3d))
    {
        this.p = p;
        this.inplace = inplace;
    }

    public override Tensor forward(Tensor input) => nn.functional.dropout3d(input, p, training, inplace);

    public double p { get; set; }

    public bool inplace { get; set; }
}
