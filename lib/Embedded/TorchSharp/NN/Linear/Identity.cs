namespace TorchSharp.Modules;

/// <summary>Gives its input back, as another handle to the same tensor.</summary>
public sealed class Identity : ParameterLessModule<Tensor, Tensor>
{
    internal Identity()
        : base(nameof(Identity))
    {
    }

    public override Tensor forward(Tensor tensor) => Given(tensor).alias();
}
