using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>One step of an LSTM: <c>[N, in]</c> and states <c>[N, H]</c>.</summary>
public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
{
    [ComponentName(Name = nameof(weight_ih))]
    private Parameter? _weight_ih;

    [ComponentName(Name = nameof(weight_hh))]
    private Parameter? _weight_hh;

    [ComponentName(Name = nameof(bias_ih))]
    private Parameter? _bias_ih;

    [ComponentName(Name = nameof(bias_hh))]
    private Parameter? _bias_hh;

    private readonly long _hidden;

    internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(LSTMCell))
    {
        _hidden = hiddenSize;
        RecurrentStack.CheckSizes(inputSize, hiddenSize);
        weight_ih = new Parameter(empty([4 * hiddenSize, inputSize], dtype, device));
        weight_hh = new Parameter(empty([4 * hiddenSize, hiddenSize], dtype, device));
        if (bias)
        {
            bias_ih = new Parameter(empty([4 * hiddenSize], dtype, device));
            bias_hh = new Parameter(empty([4 * hiddenSize], dtype, device));
        }

        RecurrentStack.Initialize(parameters(), hiddenSize);
    }

    public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
    {
        using var scope = NewDisposeScope();
        var h = h0_c0?.Item1 ?? zeros([Given(input).size(0), _hidden], input.dtype);
        var c = h0_c0?.Item2 ?? zeros([input.size(0), _hidden], input.dtype);
        var fromInput = nn.functional.linear(input, weight_ih, bias_ih);
        var (hidden, memory) = RecurrentCells.Lstm(fromInput, nn.functional.linear(h, weight_hh, bias_hh), h, c);
        return scope.MoveToOuter(hidden, memory!);
    }

    /// <summary>Runs the module; states that are not given are 0.</summary>
    public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    public Parameter weight_ih
    {
        get => _weight_ih!;
        set => SetParameter(ref _weight_ih, value, nameof(weight_ih));
    }

    public Parameter weight_hh
    {
        get => _weight_hh!;
        set => SetParameter(ref _weight_hh, value, nameof(weight_hh));
    }

    public Parameter? bias_ih
    {
        get => _bias_ih;
        set => SetParameter(ref _bias_ih, value, nameof(bias_ih));
    }

    public Parameter? bias_hh
    {
        get => _bias_hh;
        set => SetParameter(ref _bias_hh, value, nameof(bias_hh));
    }
}
