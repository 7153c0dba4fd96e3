namespace TorchSharp.Modules;

/// <summary>
/// Simple recurrent layers (J. Elman, 1990, "Finding structure in time") over sequences <c>[L, N, in]</c>, <c>[N, L, in]</c>
/// with batchFirst, or <c>[L, in]</c>. Gives the outputs and the last states.
/// </summary>
public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private readonly RecurrentStack _stack;
    private readonly RecurrentCell _cell;

    internal RNN(long inputSize, long hiddenSize, long numLayers, nn.NonLinearities nonLinearity, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
        : base(nameof(RNN))
    {
        _stack = new(1, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype, this);
        _cell = nonLinearity == nn.NonLinearities.ReLU ? RecurrentCells.Relu : RecurrentCells.Tanh;
    }

    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
    {
        using var scope = NewDisposeScope();
        var (output, hidden, _) = _stack.Run(_cell, input, h0, null, false, training);
        return scope.MoveToOuter(output, hidden);
    }

    /// <summary>Runs the module; a state that is not given is 0.</summary>
    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    /// <summary>Runs over packed sequences without hooks; a state that is not given is 0.</summary>
    public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
    {
        using var scope = NewDisposeScope();
        var (output, hidden, _) = _stack.Run(_cell, input, h0, null, false, training);
        return scope.MoveToOuter(output, hidden);
    }

    /// <summary>The parameters lie as they need to already.</summary>
    public void flatten_parameters()
    {
    }

    public Parameter? get_weight_ih(long idx) => _stack.Get((int)idx, 0);

    public Parameter? get_weight_hh(long idx) => _stack.Get((int)idx, 1);

    public Parameter? get_bias_ih(long idx) => _stack.Get((int)idx, 2);

    public Parameter? get_bias_hh(long idx) => _stack.Get((int)idx, 3);
}
