using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>
/// Self-attention, attention to the encoder's output and two linear layers, each with a way past it and a layer norm behind it
/// (A. Vaswani and others, 2017, "Attention is all you need"): <c>[T, N, E]</c>, with a memory <c>[S, N, E]</c>, to <c>[T, N, E]</c>.
/// </summary>
public sealed class TransformerDecoderLayer : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
{
    private readonly nn.Activations _activation;

    [ComponentName(Name = "self_attn")]
    private readonly MultiheadAttention _attention;

    [ComponentName(Name = "multihead_attn")]
    private readonly MultiheadAttention _toMemory;

    [ComponentName(Name = "linear1")]
    private readonly Linear _widen;

    [ComponentName(Name = "dropout")]
    private readonly Dropout _between;

    [ComponentName(Name = "linear2")]
    private readonly Linear _narrow;

    [ComponentName(Name = "norm1")]
    private readonly LayerNorm _norm1;

    [ComponentName(Name = "norm2")]
    private readonly LayerNorm _norm2;

    [ComponentName(Name = "norm3")]
    private readonly LayerNorm _norm3;

    [ComponentName(Name = "dropout1")]
    private readonly Dropout _dropout1;

    [ComponentName(Name = "dropout2")]
    private readonly Dropout _dropout2;

    [ComponentName(Name = "dropout3")]
    private readonly Dropout _dropout3;

    internal TransformerDecoderLayer(long d_model, long nhead, long dim_feedforward, double dropout, nn.Activations activation)
        : base(nameof(TransformerDecoderLayer))
    {
        FeedForward.Check(nameof(TransformerDecoderLayer), dim_feedforward, activation);
        _activation = activation;
        _attention = new MultiheadAttention(d_model, nhead, dropout, true, false, false, null, null);
        _toMemory = new MultiheadAttention(d_model, nhead, dropout, true, false, false, null, null);
        _widen = nn.Linear(d_model, dim_feedforward);
        _narrow = nn.Linear(dim_feedforward, d_model);
        (_norm1, _norm2, _norm3) = (nn.LayerNorm(d_model), nn.LayerNorm(d_model), nn.LayerNorm(d_model));
        (_between, _dropout1, _dropout2, _dropout3) = (nn.Dropout(dropout), nn.Dropout(dropout), nn.Dropout(dropout), nn.Dropout(dropout));
        RegisterComponents();
    }

    /// <summary>A layer with the values of another.</summary>
    internal TransformerDecoderLayer(TransformerDecoderLayer other)
        : base(nameof(TransformerDecoderLayer))
    {
        _activation = other._activation;
        (_attention, _toMemory) = (new MultiheadAttention(other._attention), new MultiheadAttention(other._toMemory));
        (_widen, _narrow) = (LayerCopy.Of(other._widen), LayerCopy.Of(other._narrow));
        (_norm1, _norm2, _norm3) = (LayerCopy.Of(other._norm1), LayerCopy.Of(other._norm2), LayerCopy.Of(other._norm3));
        (_between, _dropout1, _dropout2, _dropout3) = (nn.Dropout(other._between.p), nn.Dropout(other._dropout1.p), nn.Dropout(other._dropout2.p), nn.Dropout(other._dropout3.p));
        RegisterComponents();
    }

    /// <summary>Runs the layer; the masks are those of <see cref="MultiheadAttention"/>.</summary>
    public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask, Tensor? tgt_key_padding_mask, Tensor? memory_key_padding_mask)
    {
        using var scope = NewDisposeScope();
        var x = _norm1.call(Given(tgt) + _dropout1.call(_attention.call(tgt, tgt, tgt, tgt_key_padding_mask, false, tgt_mask).Item1));
        x = _norm2.call(x + _dropout2.call(_toMemory.call(x, memory, memory, memory_key_padding_mask, false, memory_mask).Item1));
        return _norm3.call(x + _dropout3.call(FeedForward.Run(x, _widen, _activation, _between, _narrow))).MoveToOuterDisposeScope();
    }

    /// <summary>Runs the layer with masks.</summary>
    public new Tensor call(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
        => base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

    /// <summary>Runs the layer without masks.</summary>
    public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null, null, null, null);
}
