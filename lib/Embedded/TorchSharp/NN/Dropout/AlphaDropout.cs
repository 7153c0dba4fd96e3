namespace TorchSharp.Modules;

/// <summary>Dropout that keeps mean and variance of SELU activations (G. Klambauer and others, 2017, "Self-normalizing neural networks").</summary>
public sealed class AlphaDropout : ParameterLessModule<Tensor, Tensor>
{
    internal AlphaDropout(double p, bool inplace)
        : base(nameof(AlphaDropout))
    {
        this.p = p;
        this.inplace = inplace;
    }

    public override Tensor forward(Tensor tensor) => nn.functional.alpha_dropout(tensor, p, training, inplace);

    public double p { get; set; }

    public bool inplace { get; set; }
}
