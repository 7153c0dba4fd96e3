using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>A stack of <see cref="TransformerEncoderLayer"/>s, copies of one: <c>[S, N, E]</c> to the same shape.</summary>
public sealed class TransformerEncoder : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
{
    [ComponentName(Name = "layers")]
    private readonly ModuleList<TransformerEncoderLayer> _layers;

    [ComponentName(Name = "norm")]
    private readonly LayerNorm? _norm;

    internal TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers, LayerNorm? norm = null)
        : base(nameof(TransformerEncoder))
    {
        _layers = LayerCopy.Stack(encoder_layer, num_layers, layer => new(layer));
        _norm = norm;
        RegisterComponents();
    }

    /// <summary>The function between the linear layers of a layer.</summary>
    public enum Activations
    {
        ReLU = 0,
        GELU = 1,
    }

    /// <summary>Runs the layers one after the other; the masks are those of <see cref="MultiheadAttention"/>.</summary>
    public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
    {
        using var scope = NewDisposeScope();
        var x = Given(src).alias();
        foreach (var layer in _layers)
        {
            x = layer.call(x, src_mask, src_key_padding_mask);
        }

        return (_norm?.call(x) ?? x).MoveToOuterDisposeScope();
    }

    /// <summary>Runs the layers with a mask <c>[S, S]</c> or <c>[N * heads, S, S]</c>.</summary>
    public Tensor call(Tensor src, Tensor? src_mask) => call(src, src_mask, null);

    /// <summary>Runs the layers without a mask.</summary>
    public Tensor call(Tensor src) => call(src, null, null);
}
