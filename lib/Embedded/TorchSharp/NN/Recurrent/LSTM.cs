namespace TorchSharp.Modules;

/// <summary>
/// Long short-term memory (S. Hochreiter and J. Schmidhuber, 1997, "Long short-term memory") over sequences <c>[L, N, in]</c>,
/// <c>[N, L, in]</c> with batchFirst, or <c>[L, in]</c>. Gives the outputs and the last states <c>[layers*directions, N, H]</c>.
/// </summary>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private readonly RecurrentStack _stack;

    internal LSTM(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
        : base(nameof(LSTM)) => _stack = new(4, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype, this);

    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        using var scope = NewDisposeScope();
        var (output, hidden, memory) = _stack.Run(RecurrentCells.Lstm, input, h0_c0?.Item1, h0_c0?.Item2, true, training);
        return scope.MoveToOuter(output, hidden, memory!);
    }

    /// <summary>Runs the module; states that are not given are 0.</summary>
    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <summary>Runs over packed sequences without hooks; states that are not given are 0.</summary>
    public (nn.utils.rnn.PackedSequence, Tensor, Tensor) call(nn.utils.rnn.PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
    {
        using var scope = NewDisposeScope();
        var (output, hidden, memory) = _stack.Run(RecurrentCells.Lstm, input, h0_c0?.Item1, h0_c0?.Item2, true, training);
        return scope.MoveToOuter(output, hidden, memory!);
    }

    /// <summary>The parameters lie as they need to already.</summary>
    public void flatten_parameters()
    {
    }
}
