namespace TorchSharp.Autograd;

/// <summary>Softmax and its logarithm, from the output.</summary>
internal sealed class SoftmaxBackward : Node
{
    private readonly bool _log;
    private readonly int _dim;
    private readonly SavedTensor _output;

    public SoftmaxBackward(bool log, int dim, Tensor input, Tensor output) : base(log ? "LogSoftmaxBackward0" : "SoftmaxBackward0", input)
    {
        (_log, _dim) = (log, dim);
        _output = SaveOutput(output);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var y = _output.Get();
        var grad = grads[0]!;
        if (!GradMode.Needs(y, grad)) return [Ops.SoftmaxGradient(_log, _dim, y, grad)];
        return _log
            ? [grad - y.exp() * grad.sum(_dim, keepdim: true)]
            : [y * (grad - (grad * y).sum(_dim, keepdim: true))];
    }
}
