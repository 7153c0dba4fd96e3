using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils.rnn;

namespace Tests.NN;

/// <summary>Padded and packed sequences, and recurrent layers on them; values and gradients from PyTorch 1.13 (Golden/modules.py).</summary>
[Collection(DefaultGenerator.Name)]
public class Sequences_of_different_lengths
{
    private static readonly long[][] Three = [[2, 2], [4, 2], [3, 2]];

    private static void Same<T>(string name, T module, long[][] shapes, Func<T, Tensor[], Tensor> function)
        where T : Module
        => Modules_with_parameters_equal_PyTorch.Check(name, module, shapes, function);

    private static Tensor Flat(PackedSequence packed, params Tensor[] states) => cat([pad_packed_sequence(packed).Item1.reshape(-1), .. states.Select(state => state.reshape(-1))], 0);

    [Fact]
    public void They_are_filled_up_to_the_longest()
        => Same("pad_sequence", Identity(), Three, (_, x) => cat([pad_sequence(x).reshape(-1), pad_sequence(x, true, 0.5).reshape(-1)], 0));

    [Fact]
    public void What_was_packed_comes_back_in_its_order()
        => Same("packed_and_padded", Identity(), Three, (_, x) => pad_packed_sequence(pack_sequence(x, enforce_sorted: false), true, -1.5, 6).Item1);

    [Fact]
    public void Packed_sequences_lie_step_by_step()
    {
        using var scope = NewDisposeScope();
        var packed = pack_sequence([tensor([1L, 2]), tensor([3L, 4, 5]), tensor([6L])], enforce_sorted: false);
        Assert.Equal([3L, 1, 6, 4, 2, 5], packed.data.data<long>().ToArray());
        Assert.Equal([3L, 2, 1], packed.batch_sizes.data<long>().ToArray());
        Assert.Equal([1L, 0, 2], packed.sorted_indices!.data<long>().ToArray());
        Assert.Equal([1L, 0, 2], packed.unsorted_indices!.data<long>().ToArray());
        var (padded, lengths) = pad_packed_sequence(packed, batch_first: true);
        Assert.Equal([1L, 2, 0, 3, 4, 5, 6, 0, 0], padded.data<long>().ToArray());
        Assert.Equal([2L, 3, 1], lengths.data<long>().ToArray());
    }

    [Fact]
    public void Sequences_that_come_sorted_keep_no_order()
    {
        using var scope = NewDisposeScope();
        var packed = pack_padded_sequence(arange(6).view(2, 3), tensor([3, 1]), batch_first: true);
        Assert.Equal([0L, 3, 1, 2], packed.data.data<long>().ToArray());
        Assert.Null(packed.sorted_indices);
        Assert.Null(packed.unsorted_indices);
    }

    [Fact]
    public void Recurrent_layers_take_them()
    {
        Same("lstm_packed", LSTM(2, 3, 2, bidirectional: true), [.. Three, [4, 3, 3], [4, 3, 3]], (m, x) =>
        {
            var (output, hidden, memory) = m.call(pack_sequence(x[..3], enforce_sorted: false), (x[3], x[4]));
            return Flat(output, hidden, memory);
        });
        Same("gru_packed", GRU(2, 3, 2, bidirectional: true), [[4, 3, 2]], (m, x) =>
        {
            var (output, hidden) = m.call(pack_padded_sequence(x[0], tensor([1L, 4, 2]), enforce_sorted: false));
            return Flat(output, hidden);
        });
        Same("rnn_packed", RNN(2, 3, bidirectional: true), [[3, 4, 2], [2, 3, 3]], (m, x) =>
        {
            var (output, hidden) = m.call(pack_padded_sequence(x[0], tensor([4L, 2, 2]), batch_first: true), x[1]);
            return Flat(output, hidden);
        });
    }

    [Fact]
    public void Dropout_between_layers_draws_for_the_elements_that_there_are()
        => Same("lstm_packed_dropout", LSTM(2, 3, 2, dropout: 0.4), [[4, 2], [2, 2], [2, 2]], (m, x) =>
        {
            manual_seed(6);
            var (output, hidden, memory) = m.call(pack_sequence(x));
            return Flat(output, hidden, memory);
        });

    [Fact]
    public void A_sequence_alone_gives_what_it_gives_in_a_pack()
    {
        using var scope = NewDisposeScope();
        var (layer, x) = (GRU(2, 3, bidirectional: true), new[] { randn(3, 2), randn(5, 2) });
        var (_, hidden) = layer.call(pack_sequence(x, enforce_sorted: false));
        for (var n = 0; n < 2; n++)
        {
            Assert.True(hidden.select(1, n).allclose(layer.call(x[n]).Item2, 1e-5, 1e-6));
        }
    }

    [Fact]
    public void A_scope_owns_a_pack_until_it_moves()
    {
        PackedSequence moved, left, free;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                moved = pack_sequence([ones(3), ones(2)]).MoveToOuterDisposeScope();
                left = pack_sequence([ones(3), ones(2)]);
                free = pack_sequence([ones(3), ones(2)]).DetachFromDisposeScope();
            }

            Assert.True(left.data.IsInvalid);
            Assert.Equal(5, moved.data.numel());
            Assert.True(outer.Contains(moved));
            free.MoveToOtherDisposeScope(moved);
            Assert.True(outer.Contains(free));
            moved.Dispose();
            Assert.False(outer.Contains(moved));
            Assert.True(moved.batch_sizes.IsInvalid);
            free.MoveToOtherDisposeScope((DisposeScope)null!);
        }

        Assert.Equal(5, free.data.numel());
        free.Dispose();
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_a_sentence()
    {
        using var scope = NewDisposeScope();
        var (x, packed) = (randn(4, 2, 3), pack_sequence([randn(3, 2), randn(1, 2)]));
        Refused("empty list", () => pad_sequence([]));
        Refused("[2, 3] and Float32 [2, 4]", () => pad_sequence([randn(2, 3), randn(2, 4)]));
        Refused("decreasing order", () => pack_sequence([randn(2), randn(3)]));
        Refused("between 1 and 4", () => pack_padded_sequence(x, tensor([5L, 1])));
        Refused("between 1 and 4", () => pack_padded_sequence(x, tensor([4L, 0])));
        Refused("expected 2 lengths", () => pack_padded_sequence(x, tensor([4L])));
        Refused("at least 3", () => pad_packed_sequence(packed, total_length: 2));
        Refused("Expected 5, got 2", () => LSTM(5, 3).call(packed));
        Refused("Expected hidden size [1, 2, 3], got [1, 1, 3]", () => GRU(2, 3).call(packed, zeros(1, 1, 3)));

        static void Refused(string words, Action call) => Assert.Contains(words, Assert.Throws<ExternalException>(call).Message);
    }
}
