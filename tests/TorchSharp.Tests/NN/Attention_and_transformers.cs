using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tests.NN;

/// <summary>Attention with all its masks, and transformers; outputs, gradients and parameter names from PyTorch 1.13 (Golden/modules.py).</summary>
[Collection(DefaultGenerator.Name)]
public class Attention_and_transformers
{
    private static readonly long[] Q = [3, 2, 4], K = [5, 2, 4];

    private static Tensor Padded => tensor([false, false, false, true, false, false, true, false, false, true]).view(2, 5);

    private static Tensor Unseen => tensor([false, false, true, false, false, true, false, false, false, false, false, false, false, false, true]).view(3, 5);

    private static Tensor Late => tensor([false, false, true, false, false, false]).view(2, 3);

    private static Tensor Future(long length) => ones([length, length], @bool).triu(1);

    private static Tensor Flat(Tuple<Tensor, Tensor> pair) => cat([pair.Item1.reshape(-1), pair.Item2.reshape(-1)], 0);

    private static void Same<T>(string name, T module, long[][] shapes, Func<T, Tensor[], Tensor> function)
        where T : Module
        => Modules_with_parameters_equal_PyTorch.Check(name, module, shapes, function);

    [Fact]
    public void The_weights_are_the_mean_of_the_heads() => Same("attention_weights", MultiheadAttention(4, 2), [Q, K, K], (m, x) => Flat(m.call(x[0], x[1], x[2])));

    [Fact]
    public void Attention_of_a_sequence_to_itself_is_equal() => Same("attention_self", MultiheadAttention(4, 2, bias: false), [Q], (m, x) => Flat(m.call(x[0], x[0], x[0])));

    [Fact]
    public void Masks_of_truth_values_hide_keys()
    {
        Same("attention_masks", MultiheadAttention(4, 2), [Q, K, K], (m, x) => Flat(m.call(x[0], x[1], x[2], Padded, true, Unseen)));
        Same("attention_masks", MultiheadAttention(4, 2), [Q, K, K], (m, x) => Flat(m.call(x[0], x[1], x[2], Padded.to(uint8), true, Unseen.to(uint8))));
    }

    [Fact]
    public void Masks_of_numbers_are_added_to_the_scores()
    {
        Same("attention_added_mask", MultiheadAttention(4, 2), [Q, K, K, [4, 3, 5]], (m, x) => Flat(m.call(x[0], x[1], x[2], attn_mask: x[3])));
        Same("attention_masks", MultiheadAttention(4, 2), [Q, K, K], (m, x) => Flat(m.call(x[0], x[1], x[2], Added(Padded), true, Added(Unseen))));

        static Tensor Added(Tensor mask) => zeros(mask.shape, float64).masked_fill(mask, double.NegativeInfinity);
    }

    [Fact]
    public void Keys_and_values_may_have_widths_of_their_own()
        => Same("attention_widths", MultiheadAttention(4, 2, kdim: 3, vdim: 5), [Q, [5, 2, 3], [5, 2, 5]], (m, x) => Flat(m.call(x[0], x[1], x[2])));

    [Fact]
    public void A_learnt_key_and_a_key_of_zeros_count_whatever_the_masks()
        => Same("attention_more_keys", MultiheadAttention(4, 2, add_bias_kv: true, add_zero_attn: true), [Q, K, K], (m, x) => Flat(m.call(x[0], x[1], x[2], Padded, true, Unseen)));

    [Fact]
    public void Weights_that_nobody_needs_are_not_made()
    {
        using var scope = NewDisposeScope();
        var (attention, x) = (MultiheadAttention(4, 2), randn(Q));
        var (with, without) = (attention.call(x, x, x), attention.call(x, x, x, need_weights: false));
        Assert.True(with.Item1.Equals(without.Item1));
        Assert.Equal([2L, 3, 3], with.Item2.shape);
        Assert.True(without.Item2 is null || without.Item2.IsInvalid);
    }

    [Fact]
    public void Encoders_take_masks()
    {
        Same("encoder_layer_masks", TransformerEncoderLayer(4, 2, 6, 0, Activations.GELU), [Q], (m, x) => m.call(x[0], Future(3), Late));
        Same("encoder_masks", TransformerEncoder(TransformerEncoderLayer(4, 2, 6, 0), 2), [Q], (m, x) => m.call(x[0], Future(3), Late));
    }

    [Fact]
    public void Decoders_take_masks()
    {
        Same("decoder_layer_masks", TransformerDecoderLayer(4, 2, 6, 0, Activations.GELU), [Q, K], (m, x) => m.call(x[0], x[1], Future(3), Unseen, Late, Padded));
        Same("decoder_masks", TransformerDecoder(TransformerDecoderLayer(4, 2, 6, 0), 2), [Q, K], (m, x) => m.call(x[0], x[1], Future(3), Unseen, Late, Padded));
    }

    [Fact]
    public void Transformers_take_masks()
        => Same("transformer_masks", Transformer(4, 2, 1, 2, 6, 0, Activations.GELU), [K, Q], (m, x) => m.call(x[0], x[1], Future(5), Future(3), Unseen, Padded, Late, Padded));

    [Fact]
    public void A_call_without_masks_is_one_with_none()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (randn(Q), randn(K));
        var layer = TransformerEncoderLayer(4, 2, 6, 0);
        Equal(layer.call(x), layer.call(x, null!));
        var stack = TransformerEncoder(layer, 2);
        Equal(stack.call(x), stack.call(x, null!));
        var decoder = TransformerDecoder(TransformerDecoderLayer(4, 2, 6, 0), 1);
        Equal(decoder.call(x, y), decoder.call(x, y, null!));

        static void Equal(Tensor a, Tensor b) => Assert.True(a.Equals(b));
    }

    [Fact]
    public void The_layers_of_a_stack_are_copies_of_their_own()
    {
        using var scope = NewDisposeScope();
        var layer = TransformerEncoderLayer(4, 2, 6, 0).to(float64);
        layer.eval();
        var stack = TransformerEncoder(layer, 2);
        using (no_grad())
        {
            layer.parameters().First().zero_();
        }

        var first = stack.get_parameter("layers.0.self_attn.in_proj_weight")!;
        var second = stack.get_parameter("layers.1.self_attn.in_proj_weight")!;
        Assert.Equal(float64, first.dtype);
        Assert.True(first.Equals(second));
        Assert.True(first.abs().sum().item<double>() > 0);
        Assert.DoesNotContain(stack.modules().Skip(1), module => module.training);
        stack.call(randn(Q, float64)).sum().backward();
        Assert.Null(layer.parameters().First().grad);
    }

    [Fact]
    public void States_have_the_names_of_PyTorch()
    {
        using var scope = NewDisposeScope();
        string[] layer = ["self_attn.in_proj_weight", "self_attn.in_proj_bias", "self_attn.out_proj.weight", "self_attn.out_proj.bias", "linear1.weight", "linear1.bias", "linear2.weight", "linear2.bias", "norm1.weight", "norm1.bias", "norm2.weight", "norm2.bias"];
        Assert.Equal(layer.Select(name => $"encoder.layers.0.{name}"), Transformer(4, 2, 1, 1, 6).state_dict().Keys.Take(layer.Length));
        var (source, target) = (Transformer(4, 2, 1, 1, 6), Transformer(4, 2, 1, 1, 6));
        target.load_state_dict(source.state_dict());
        source.eval();
        target.eval();
        var (x, y) = (randn(K), randn(Q));
        Assert.True(source.call(x, y).Equals(target.call(x, y)));
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_a_sentence()
    {
        using var scope = NewDisposeScope();
        var (attention, q, k) = (MultiheadAttention(4, 2), randn(Q), randn(K));
        Refused("divisible by num_heads", () => MultiheadAttention(5, 2));
        Refused("query [L, N, 4]", () => attention.call(q[0], k, k));
        Refused("[5, 2, 3]", () => attention.call(q, randn(5, 2, 3), k));
        Refused("attn_mask [3, 5] or [4, 3, 5]", () => attention.call(q, k, k, attn_mask: zeros(5, 3)));
        Refused("key_padding_mask [2, 5]", () => attention.call(q, k, k, zeros(5, 2)));
        Refused("truth values", () => attention.call(q, k, k, zeros([2, 5], int64)));
        Refused("num_layers", () => TransformerEncoder(TransformerEncoderLayer(4, 2, 6), -1));
        Refused("dim_feedforward", () => TransformerEncoderLayer(4, 2, 0));

        static void Refused(string words, Action call) => Assert.Contains(words, Assert.Throws<ExternalException>(call).Message);
    }
}
