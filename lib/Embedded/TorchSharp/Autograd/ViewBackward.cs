namespace TorchSharp.Autograd;

/// <summary>An operation of one input whose gradient is a function of the output's gradient alone.</summary>
internal sealed class ViewBackward(string name, Tensor input, Func<Tensor, Tensor> backward) : Node(name, input)
{
    protected internal override Tensor?[] Backward(Tensor?[] grads) => [backward(grads[0]!)];
}
