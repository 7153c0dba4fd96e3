namespace TorchSharp.Modules;

/// <summary>x Φ(x) (D. Hendrycks and K. Gimpel, 2016, "Gaussian error linear units"), exact or by its tanh approximation.</summary>
public sealed class GELU : ParameterLessModule<Tensor, Tensor>
{
    /// <summary>How Φ is computed.</summary>
    public enum Approximate
    {
        none,
        tanh,
    }

    internal GELU(bool inplace, Approximate approximate = Approximate.none)
        : base(nameof(GELU))
    {
        this.inplace = inplace;
        this.approximate = approximate;
    }

    public override Tensor forward(Tensor tensor) => nn.functional.gelu(tensor, approximate, inplace);

    public bool inplace { get; set; }

    public Approximate approximate { get; set; }
}
