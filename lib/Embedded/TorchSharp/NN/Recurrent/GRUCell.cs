using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>One step of a GRU: <c>[N, in]</c> and state <c>[N, H]</c>.</summary>
public sealed class GRUCell : nn.Module<Tensor, Tensor?, Tensor>
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

    internal GRUCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(GRUCell))
    {
        _hidden = hiddenSize;
        RecurrentStack.CheckSizes(inputSize, hiddenSize);
        weight_ih = new Parameter(empty([3 * hiddenSize, inputSize], dtype, device));
        weight_hh = new Parameter(empty([3 * hiddenSize, hiddenSize], dtype, device));
        if (bias)
        {
            bias_ih = new Parameter(empty([3 * hiddenSize], dtype, device));
            bias_hh = new Parameter(empty([3 * hiddenSize], dtype, device));
        }

        RecurrentStack.Initialize(parameters(), hiddenSize);
    }

    public override Tensor forward(Tensor input, Tensor? h0 = null)
    {
        using var scope = NewDisposeScope();
        var h = h0 ?? zeros([Given(input).size(0), _hidden], input.dtype);
        var fromInput = nn.functional.linear(input, weight_ih, bias_ih);
        return RecurrentCells.Gru(fromInput, nn.functional.linear(h, weight_hh, bias_hh), h, null).Hidden.MoveToOuterDisposeScope();
    }

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
