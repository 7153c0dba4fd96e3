namespace TorchSharp.Modules;

/// <summary>Whole channels of [N, C, H, W] are 0 with probability p in training (J. Tompson and others, 2015, "Efficient object localization using convolutional networks").</summary>
public sealed class Dropout2d : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout2d(double p, bool inplace)
        : base(nameof(Dropout2d))
    {
        this.p = p;
        this.inplace = inplace;
    }

    public override Tensor forward(Tensor input) => nn.functional.dropout2d(input, p, training, inplace);

    public double p { get; set; }

    public bool inplace { get; set; }
}
