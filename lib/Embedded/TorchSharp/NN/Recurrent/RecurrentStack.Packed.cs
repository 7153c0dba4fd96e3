using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Modules;

// The run over sequences of different lengths: each step has as many rows as there are sequences that long.
internal sealed partial class RecurrentStack
{
    /// <summary>
    /// Runs over packed sequences. Gives the packed outputs of the last layer and the last states <c>[layers*directions, N, H]</c>
    /// of each sequence, in the order in which they were packed. All temporaries belong to the caller's scope.
    /// </summary>
    internal (PackedSequence Output, Tensor Hidden, Tensor? Memory) Run(RecurrentCell cell, PackedSequence input, Tensor? hidden, Tensor? memory, bool hasMemory, bool training)
    {
        var x = Given(input).data;
        if (x.ndim != 2)
        {
            throw new ExternalException($"{_owner.GetName()}: packed sequences must have elements [in], but their data has shape {Shapes.Text(x.shape)}.");
        }

        CheckWidth(x);
        var steps = input.Steps;
        CheckState(hidden, steps[0], x);
        CheckState(hasMemory ? memory : null, steps[0], x);
        hidden = Sorted(hidden) ?? zeros([_layers * _directions, steps[0], _hidden], x.dtype);
        memory = hasMemory ? Sorted(memory) ?? zeros_like(hidden) : null;
        var (output, h, c) = Through(x, hidden, memory, training, (place, values, h0, c0, backwards) =>
            backwards ? Backwards(cell, place, steps, values, h0, c0) : Forwards(cell, place, steps, values, h0, c0));
        return (input.With(output), Unsorted(h), c is null ? null : Unsorted(c));

        Tensor? Sorted(Tensor? state) => state is not null && input.sorted_indices is { } order ? state.index_select(1, order) : state;

        Tensor Unsorted(Tensor state) => input.unsorted_indices is { } order ? state.index_select(1, order) : state;
    }

    // Forwards: sequences end, the shortest first, and leave their states behind.
    private (Tensor Output, Tensor Hidden, Tensor? Memory) Forwards(RecurrentCell cell, int place, long[] steps, Tensor x, Tensor hidden, Tensor? memory)
    {
        var (parts, weight, bias) = (Parts(place, steps, x), Get(place, 1)!, Get(place, 3));
        var outputs = new Tensor[steps.Length];
        var (endedHidden, endedMemory) = (new List<Tensor>(), new List<Tensor>());
        for (var step = 0; step < steps.Length; step++)
        {
            var ended = hidden.size(0) - steps[step];
            if (ended > 0)
            {
                endedHidden.Add(hidden.narrow(0, steps[step], ended));
                hidden = hidden.narrow(0, 0, steps[step]);
                if (memory is not null)
                {
                    endedMemory.Add(memory.narrow(0, steps[step], ended));
                    memory = memory.narrow(0, 0, steps[step]);
                }
            }

            (hidden, memory) = cell(parts[step], nn.functional.linear(hidden, weight, bias), hidden, memory);
            outputs[step] = hidden;
        }

        return (cat(outputs, 0), All(hidden, endedHidden), memory is null ? null : All(memory, endedMemory));

        static Tensor All(Tensor last, List<Tensor> ended) => ended.Count == 0 ? last : cat([last, .. Enumerable.Reverse(ended)], 0);
    }

    // Backwards: sequences begin, the longest first, with their own initial states.
    private (Tensor Output, Tensor Hidden, Tensor? Memory) Backwards(RecurrentCell cell, int place, long[] steps, Tensor x, Tensor hidden, Tensor? memory)
    {
        var (parts, weight, bias) = (Parts(place, steps, x), Get(place, 1)!, Get(place, 3));
        var outputs = new Tensor[steps.Length];
        var (h, c) = (hidden.narrow(0, 0, steps[^1]), memory?.narrow(0, 0, steps[^1]));
        for (var step = steps.Length - 1; step >= 0; step--)
        {
            var (before, begun) = (h.size(0), steps[step] - h.size(0));
            if (begun > 0)
            {
                h = cat([h, hidden.narrow(0, before, begun)], 0);
                c = c is null ? null : cat([c, memory!.narrow(0, before, begun)], 0);
            }

            (h, c) = cell(parts[step], nn.functional.linear(h, weight, bias), h, c);
            outputs[step] = h;
        }

        return (cat(outputs, 0), h, c);
    }

    // The input's part of the gates, step by step.
    private Tensor[] Parts(int place, long[] steps, Tensor x) => nn.functional.linear(x, Get(place, 0)!, Get(place, 2)).split(steps, 0);
}
