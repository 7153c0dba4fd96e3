namespace TorchSharp.Modules;

/// <summary>A border around the last dimensions; padding is (before, after) for each, the last dimension first.</summary>
public abstract class PadBase : ParameterLessModule<Tensor, Tensor>
{
    private readonly PaddingModes _mode;

    protected PadBase(string name, PaddingModes mode, double value, params long[] padding)
        : base(name)
    {
        _mode = mode;
        this.value = value;
        this.padding = padding;
    }

    public override Tensor forward(Tensor input) => nn.functional.pad(input, padding, _mode, value);

    public long[] padding { get; set; }

    public double value { get; set; }
}
