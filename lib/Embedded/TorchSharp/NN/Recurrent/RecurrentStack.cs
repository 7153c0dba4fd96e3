namespace TorchSharp.Modules;

/// <summary>The parameters of a stack of recurrent layers, one or two directions each, and the run over a sequence.</summary>
internal sealed partial class RecurrentStack
{
    private static readonly string[] Kinds = ["weight_ih", "weight_hh", "bias_ih", "bias_hh"];

    private const long MostLayers = 10_000;

    private readonly nn.Module _owner;
    private readonly long _hidden;
    private readonly long _layers;
    private readonly int _directions;
    private readonly bool _batchFirst;
    private readonly double _dropout;

    internal RecurrentStack(
        int gates, long input, long hidden, long layers, bool bias, bool batchFirst, double dropout, bool bidirectional,
        Device? device, ScalarType? dtype, nn.Module owner)
    {
        CheckSizes(input, hidden);
        if (layers is < 1 or > MostLayers)
        {
            throw new ArgumentException($"num_layers must be between 1 and {MostLayers}, but got {layers}.");
        }

        _owner = owner;
        _hidden = hidden;
        _layers = layers;
        _directions = bidirectional ? 2 : 1;
        _batchFirst = batchFirst;
        _dropout = dropout;
        for (var place = 0; place < layers * _directions; place++)
        {
            var width = place < _directions ? input : hidden * _directions;
            for (var kind = 0; kind < (bias ? 4 : 2); kind++)
            {
                long[] shape = kind switch
                {
                    0 => [gates * hidden, width],
                    1 => [gates * hidden, hidden],
                    _ => [gates * hidden],
                };
                var parameter = new Parameter(empty(shape, dtype, device));
                parameter.DetachFromDisposeScope();
                owner.register_parameter(Name(place, kind), parameter);
            }
        }

        Initialize(owner.parameters(), hidden);
    }

    /// <summary>Refuses sizes whose weights no machine holds, or none could have.</summary>
    internal static void CheckSizes(long input, long hidden)
    {
        if (input < 0 || hidden < 1 || hidden > int.MaxValue || input > int.MaxValue)
        {
            throw new ArgumentException($"A recurrent layer needs an input_size from 0 and a hidden_size from 1, both at most {int.MaxValue}, but got {input} and {hidden}.");
        }
    }

    /// <summary>All parameters of recurrent layers and cells are uniform on ±1/sqrt(hidden).</summary>
    internal static void Initialize(IEnumerable<Parameter> parameters, long hidden)
    {
        var bound = hidden > 0 ? 1 / Math.Sqrt(hidden) : 0;
        foreach (var parameter in parameters)
        {
            nn.init.uniform_(parameter, -bound, bound);
        }
    }

    /// <summary>Parameter 0 to 3 (weight_ih, weight_hh, bias_ih, bias_hh) of a layer and direction, if there is one.</summary>
    internal Parameter? Get(int place, int kind) => _owner.get_parameter(Name(place, kind));

    /// <summary>
    /// Runs over <c>[L, N, in]</c> (or <c>[N, L, in]</c>, or <c>[L, in]</c>). Gives the outputs of the last layer and the last
    /// states <c>[layers*directions, N, H]</c>. All temporaries belong to the caller's scope.
    /// </summary>
    internal (Tensor Output, Tensor Hidden, Tensor? Memory) Run(
        RecurrentCell cell, Tensor input, Tensor? hidden, Tensor? memory, bool hasMemory, bool training)
    {
        var single = Given(input).ndim == 2;
        var x = single ? input.unsqueeze(1) : _batchFirst ? input.transpose(0, 1) : input;
        if (x.ndim != 3)
        {
            throw new ArgumentException($"A recurrent layer needs a sequence [L, N, in] or [L, in], but got {Shapes.Text(input.shape)}.");
        }

        CheckWidth(x);
        var states = _layers * _directions;
        foreach (var state in new[] { hidden, hasMemory ? memory : null })
        {
            using var batched = single && state?.ndim == 2 ? state.unsqueeze(1) : null;
            CheckState(batched ?? state, x.size(1), input);
        }

        hidden = hidden is null ? zeros([states, x.size(1), _hidden], input.dtype) : single && hidden.ndim == 2 ? hidden.unsqueeze(1) : hidden;
        if (hasMemory)
        {
            memory = memory is null ? zeros_like(hidden) : single && memory.ndim == 2 ? memory.unsqueeze(1) : memory;
        }

        (x, var allHidden, var allMemory) = Through(x, hidden, hasMemory ? memory : null, training, (place, values, h0, c0, backwards) => Pass(cell, place, values, h0, c0, backwards));
        var result = single ? x.squeeze(1) : _batchFirst ? x.transpose(0, 1) : x;
        return single ? (result, allHidden.squeeze(1), allMemory?.squeeze(1)) : (result, allHidden, allMemory);
    }

    private void CheckWidth(Tensor input)
    {
        var width = Get(0, 0)!.size(1);
        if (input.size(-1) != width)
        {
            throw new ExternalException($"{_owner.GetName()}: input.size(-1) must be equal to input_size. Expected {width}, got {input.size(-1)} in an input of shape {Shapes.Text(input.shape)}");
        }
    }

    private void CheckState(Tensor? state, long batch, Tensor input)
    {
        if (state is not null && !state.shape.AsSpan().SequenceEqual([_layers * _directions, batch, _hidden]))
        {
            throw new ExternalException($"{_owner.GetName()}: Expected hidden size {Shapes.Text([_layers * _directions, batch, _hidden])}, got {Shapes.Text(state.shape)} for an input of shape {Shapes.Text(input.shape)}");
        }
    }

    // Layer after layer; a pass takes one layer in one direction over the sequences.
    private (Tensor Output, Tensor Hidden, Tensor? Memory) Through(
        Tensor x, Tensor hidden, Tensor? memory, bool training, Func<int, Tensor, Tensor, Tensor?, bool, (Tensor, Tensor, Tensor?)> pass)
    {
        var lastHidden = new List<Tensor>();
        var lastMemory = new List<Tensor>();
        for (var layer = 0; layer < _layers; layer++)
        {
            var outputs = new Tensor[_directions];
            for (var direction = 0; direction < _directions; direction++)
            {
                var place = layer * _directions + direction;
                var (output, h, c) = pass(place, x, hidden.select(0, place), memory?.select(0, place), direction == 1);
                outputs[direction] = output;
                lastHidden.Add(h);
                if (c is not null)
                {
                    lastMemory.Add(c);
                }
            }

            x = _directions == 1 ? outputs[0] : cat(outputs, -1);
            if (_dropout > 0 && layer < _layers - 1)
            {
                x = nn.functional.dropout(x, _dropout, training);
            }
        }

        return (x, stack(lastHidden.ToArray(), 0), memory is null ? null : stack(lastMemory.ToArray(), 0));
    }

    // One layer in one direction over the whole sequence; the input's part of all gates is one matrix product.
    private (Tensor Output, Tensor Hidden, Tensor? Memory) Pass(RecurrentCell cell, int place, Tensor x, Tensor hidden, Tensor? memory, bool backwards)
    {
        var fromInput = nn.functional.linear(x, Get(place, 0)!, Get(place, 2));
        var (weight, bias) = (Get(place, 1)!, Get(place, 3));
        var length = x.size(0);
        var outputs = new Tensor[length];
        for (long step = 0; step < length; step++)
        {
            var at = backwards ? length - 1 - step : step;
            (hidden, memory) = cell(fromInput.select(0, at), nn.functional.linear(hidden, weight, bias), hidden, memory);
            outputs[at] = hidden;
        }

        return (stack(outputs, 0), hidden, memory);
    }

    private string Name(int place, int kind)
        => $"{Kinds[kind]}_l{place / _directions}{(place % _directions == 1 ? "_reverse" : "")}";
}
