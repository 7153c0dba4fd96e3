namespace TorchSharp.Autograd;

/// <summary>
/// A linear map of one tensor with fixed weights (average pooling, padding, resampling): its gradient is the transposed map,
/// whose own gradient is the map again.
/// </summary>
/// <param name="name">Name of the node.</param>
/// <param name="input">What is mapped.</param>
/// <param name="map">The kernel of the map, outside the graph.</param>
/// <param name="transpose">The kernel of its transpose, outside the graph.</param>
internal sealed class LinearMapBackward(string name, Tensor input, Func<Tensor, Tensor> map, Func<Tensor, Tensor> transpose) : Node(name, input)
{
    /// <summary>The map in the graph.</summary>
    public static Tensor Apply(string name, Tensor input, Func<Tensor, Tensor> map, Func<Tensor, Tensor> transpose)
    {
        var output = map(input);
        return GradMode.Needs(input) ? new LinearMapBackward(name, input, map, transpose).Attach(output) : output;
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads) => [Apply(Name, grads[0]!, transpose, map)];
}
