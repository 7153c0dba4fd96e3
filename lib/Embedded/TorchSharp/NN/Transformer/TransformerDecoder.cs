using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>
/// A stack of <see cref="TransformerDecoderLayer"/>s, copies of one: <c>[T, N, E]</c>, with a memory <c>[S, N, E]</c>, to <c>[T, N, E]</c>.
/// </summary>
public sealed class TransformerDecoder : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>
{
    [ComponentName(Name = "layers")]
    private readonly ModuleList<TransformerDecoderLayer> _layers;

    [ComponentName(Name = "norm")]
    private readonly LayerNorm? _norm;

    internal TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers, LayerNorm? norm = null)
        : base(nameof(TransformerDecoder))
    {
        _layers = LayerCopy.Stack(decoder_layer, num_layers, layer => new(layer));
        _norm = norm;
        RegisterComponents();
    }

    /// <summary>Runs the layers one after the other; the masks are those of <see cref="MultiheadAttention"/>.</summary>
    public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
    {
        ArgumentNullException.ThrowIfNull(memory);
        using var scope = NewDisposeScope();
        var x = Given(tgt).alias();
        foreach (var layer in _layers)
        {
            x = layer.call(x, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
        }

        return (_norm?.call(x) ?? x).MoveToOuterDisposeScope();
    }

    /// <summary>Runs the layers with masks.</summary>
    public new Tensor call(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
        => base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

    /// <summary>Runs the layers without masks.</summary>
    public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null, null, null, null);
}
