namespace TorchSharp.Modules;

/// <summary>
/// Gated recurrent units (K. Cho and others, 2014, "Learning phrase representations using RNN encoder-decoder") over sequences
/// <c>[L, N, in]</c>, <c>[N, L, in]</c> with batchFirst, or <c>[L, in]</c>. Gives the outputs and the last states.
/// </summary>
public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private readonly RecurrentStack _stack;

    internal GRU(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
        : base(nameof(GRU)) => _stack = new(3, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype, this);

    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
    {
        using var scope = NewDisposeScope();
        var (output, hidden, _) = _stack.Run(RecurrentCells.Gru, input, h0, null, false, training);
        return scope.MoveToOuter(output, hidden);
    }

    /// <summary>Runs the module; a state that is not given is 0.</summary>
    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    /// <summary>Runs over packed sequences without hooks; a state that is not given is 0.</summary>
    public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
    {
        using var scope = NewDisposeScope();
        var (output, hidden, _) = _stack.Run(RecurrentCells.Gru, input, h0, null, false, training);
        return scope.MoveToOuter(output, hidden);
    }

    /// <summary>The parameters lie as they need to already.</summary>
    public void flatten_parameters()
    {
    }
}
