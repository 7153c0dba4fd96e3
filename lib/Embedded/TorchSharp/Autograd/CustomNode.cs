namespace TorchSharp.Autograd;

/// <summary>The node of a custom function: its derivative is the user's.</summary>
internal sealed class CustomNode(string name, Tensor[] inputs, bool[] isTensor, autograd.AutogradContext context, Func<autograd.AutogradContext, List<Tensor>, List<Tensor>> backward) : Node(name, inputs)
{
    private readonly int _inputs = inputs.Length;
    private (long[] Shape, ScalarType Type)[] _outputs = [];

    public SavedTensor Keep(Tensor tensor, IReadOnlyList<Tensor> outputs)
    {
        for (var i = 0; i < outputs.Count; i++)
            if (outputs[i].Impl == tensor.Impl) return SaveOutput(tensor, i);
        return Save(tensor);
    }

    public void AttachAll(List<Tensor> outputs, List<Tensor> notDifferentiable)
    {
        SetOutputCount(outputs.Count);
        _outputs = [.. outputs.Select(t => (t.shape, t.dtype))];
        for (var i = 0; i < outputs.Count; i++)
        {
            var output = outputs[i];
            if (Dtypes.IsFloating(output.dtype) && !notDifferentiable.Any(t => ReferenceEquals(t, output))) output.Impl.SetGradFn(this, i);
        }
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var complete = grads.Select((g, i) => g ?? (context.MaterializeGrads ? Ops.Zeros(_outputs[i].Shape, _outputs[i].Type) : null)).ToList();
        var results = backward(context, complete!);
        if (results.Count == isTensor.Length) return [.. results.Where((_, i) => isTensor[i])];
        if (results.Count == _inputs) return [.. results];
        throw new ExternalException($"function {Name} returned an incorrect number of gradients (expected {isTensor.Length}, got {results.Count})");
    }
}
