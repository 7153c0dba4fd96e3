namespace TorchSharp.Modules;

/// <summary>The logarithm of the softmax along dim.</summary>
public sealed class LogSoftmax : ParameterLessModule<Tensor, Tensor>
{
    internal LogSoftmax(long dim)
        : base(nameof(LogSoftmax)) => this.dim = dim;

    public override Tensor forward(Tensor tensor) => nn.functional.log_softmax(tensor, dim);

    public long dim { get; set; }
}
