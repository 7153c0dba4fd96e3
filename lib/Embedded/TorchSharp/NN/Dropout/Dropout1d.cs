namespace TorchSharp.Modules;

/// <summary>Whole channels of [N, C, L] are 0 with probability p in training.</summary>
public sealed class Dropout1d : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout1d(double p, bool inplace)
        : base(nameof(Dropout1d))
    {
        this.p = p;
        this.inplace = inplace;
    }

    public override Tensor forward(Tensor tensor) => nn.functional.dropout1d(tensor, p, training, inplace);

    public double p { get; set; }

    public bool inplace { get; set; }
}
