namespace TorchSharp.Modules;

/// <summary>
/// One step of a recurrent layer: from the input's and the hidden state's contributions to the gates
/// (<c>[N, gates*H]</c> each) and the state to the next state.
/// </summary>
internal delegate (Tensor Hidden, Tensor? Memory) RecurrentCell(Tensor fromInput, Tensor fromHidden, Tensor hidden, Tensor? memory);

/// <summary>The steps of the recurrent layers, gates in PyTorch's order.</summary>
internal static class RecurrentCells
{
    /// <summary>Long short-term memory (S. Hochreiter and J. Schmidhuber, 1997): input, forget, cell and output gates.</summary>
    internal static (Tensor Hidden, Tensor? Memory) Lstm(Tensor fromInput, Tensor fromHidden, Tensor hidden, Tensor? memory)
    {
        var gates = (fromInput + fromHidden).chunk(4, 1);
        var kept = gates[1].sigmoid() * memory! + gates[0].sigmoid() * gates[2].tanh();
        return (gates[3].sigmoid() * kept.tanh(), kept);
    }

    /// <summary>The gated recurrent unit (K. Cho and others, 2014): reset and update gates and the candidate.</summary>
    internal static (Tensor Hidden, Tensor? Memory) Gru(Tensor fromInput, Tensor fromHidden, Tensor hidden, Tensor? memory)
    {
        var x = fromInput.chunk(3, 1);
        var h = fromHidden.chunk(3, 1);
        var reset = (x[0] + h[0]).sigmoid();
        var update = (x[1] + h[1]).sigmoid();
        var candidate = (x[2] + reset * h[2]).tanh();
        return ((hidden - candidate) * update + candidate, null);
    }

    /// <summary>The simple recurrent layer (J. Elman, 1990) with tanh.</summary>
    internal static (Tensor Hidden, Tensor? Memory) Tanh(Tensor fromInput, Tensor fromHidden, Tensor hidden, Tensor? memory)
        => ((fromInput + fromHidden).tanh(), null);

    /// <summary>The simple recurrent layer with ReLU.</summary>
    internal static (Tensor Hidden, Tensor? Memory) Relu(Tensor fromInput, Tensor fromHidden, Tensor hidden, Tensor? memory)
        => ((fromInput + fromHidden).relu(), null);
}
