using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>
/// Self-attention and two linear layers, each with a way past it and a layer norm behind it (A. Vaswani and others, 2017,
/// "Attention is all you need"): <c>[S, N, E]</c> to the same shape.
/// </summary>
public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor, Tensor>
{
    private readonly nn.Activations _activation;

    [ComponentName(Name = "self_attn")]
    private readonly MultiheadAttention _attention;

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

    [ComponentName(Name = "dropout1")]
    private readonly Dropout _dropout1;

    [ComponentName(Name = "dropout2")]
    private readonly Dropout _dropout2;

    internal TransformerEncoderLayer(long d_model, long nhead, long dim_feedforward, double dropout, nn.Activations activation)
        : base(nameof(TransformerEncoderLayer))
    {
        FeedForward.Check(nameof(TransformerEncoderLayer), dim_feedforward, activation);
        _activation = activation;
        _attention = new MultiheadAttention(d_model, nhead, dropout, true, false, false, null, null);
        _widen = nn.Linear(d_model, dim_feedforward);
        _narrow = nn.Linear(dim_feedforward, d_model);
        (_norm1, _norm2) = (nn.LayerNorm(d_model), nn.LayerNorm(d_model));
        (_between, _dropout1, _dropout2) = (nn.Dropout(dropout), nn.Dropout(dropout), nn.Dropout(dropout));
        RegisterComponents();
    }

    /// <summary>A layer with the values of another.</summary>
    internal TransformerEncoderLayer(TransformerEncoderLayer other)
        : base(nameof(TransformerEncoderLayer))
    {
        _activation = other._activation;
        _attention = new MultiheadAttention(other._attention);
        (_widen, _narrow) = (LayerCopy.Of(other._widen), LayerCopy.Of(other._narrow));
        (_norm1, _norm2) = (LayerCopy.Of(other._norm1), LayerCopy.Of(other._norm2));
        (_between, _dropout1, _dropout2) = (nn.Dropout(other._between.p), nn.Dropout(other._dropout1.p), nn.Dropout(other._dropout2.p));
        RegisterComponents();
    }

    /// <summary>Runs the layer on <c>[S, N, E]</c>.</summary>
    public override Tensor forward(Tensor src) => Run(src, null, null);

    /// <summary>Runs the layer without hooks; the masks are those of <see cref="MultiheadAttention"/>.</summary>
    public Tensor call(Tensor src, Tensor? src_mask) => Run(src, src_mask, null);

    /// <summary>Runs the layer without hooks; the masks are those of <see cref="MultiheadAttention"/>.</summary>
    public Tensor call(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask) => Run(src, src_mask, src_key_padding_mask);

    private Tensor Run(Tensor src, Tensor? mask, Tensor? padding)
    {
        using var scope = NewDisposeScope();
        var x = _norm1.call(Given(src) + _dropout1.call(_attention.call(src, src, src, padding, false, mask).Item1));
        return _norm2.call(x + _dropout2.call(FeedForward.Run(x, _widen, _activation, _between, _narrow))).MoveToOuterDisposeScope();
    }
}
