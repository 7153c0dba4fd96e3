namespace TorchSharp.Modules;

/// <summary>Each element is 0 with probability p in training, the others grow by 1/(1 - p) (N. Srivastava and others, 2014, "Dropout: a simple way to prevent neural networks from overfitting").</summary>
public sealed class Dropout : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout(double p, bool inplace)
        : base(nameof(Dropout))
    {
        this.p = p;
        this.inplace = inplace;
    }

    public override Tensor forward(Tensor tensor) => nn.functional.dropout(tensor, p, training, inplace);

    public double p { get; set; }

    public bool inplace { get; set; }
}
