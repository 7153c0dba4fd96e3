using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>
/// An encoder and a decoder (A. Vaswani and others, 2017, "Attention is all you need"): a source <c>[S, N, E]</c> and a target
/// <c>[T, N, E]</c> to <c>[T, N, E]</c>.
/// </summary>
public sealed class Transformer : nn.Module<Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "encoder")]
    private readonly TransformerEncoder _encoder;

    [ComponentName(Name = "decoder")]
    private readonly TransformerDecoder _decoder;

    internal Transformer(long d_model, long nhead, long num_encoder_layers, long num_decoder_layers, long dim_feedforward, double dropout, nn.Activations activation)
        : base(nameof(Transformer))
    {
        using (var layer = new TransformerEncoderLayer(d_model, nhead, dim_feedforward, dropout, activation))
        {
            _encoder = new TransformerEncoder(layer, num_encoder_layers, nn.LayerNorm(d_model));
        }

        using (var layer = new TransformerDecoderLayer(d_model, nhead, dim_feedforward, dropout, activation))
        {
            _decoder = new TransformerDecoder(layer, num_decoder_layers, nn.LayerNorm(d_model));
        }

        RegisterComponents();
        foreach (var parameter in parameters().Where(p => p.ndim > 1))
        {
            nn.init.xavier_uniform_(parameter);
        }
    }

    /// <summary>Runs encoder and decoder without masks.</summary>
    public override Tensor forward(Tensor src, Tensor tgt) => Run(src, tgt, null, null, null, null, null, null);

    /// <summary>Runs encoder and decoder without hooks; the masks are those of <see cref="MultiheadAttention"/>.</summary>
    public Tensor call(Tensor src, Tensor tgt, Tensor? src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null, Tensor? src_key_padding_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
        => Run(src, tgt, src_mask, tgt_mask, memory_mask, src_key_padding_mask, tgt_key_padding_mask, memory_key_padding_mask);

    private Tensor Run(Tensor src, Tensor tgt, Tensor? srcMask, Tensor? tgtMask, Tensor? memoryMask, Tensor? srcPadding, Tensor? tgtPadding, Tensor? memoryPadding)
    {
        ArgumentNullException.ThrowIfNull(tgt);
        using var scope = NewDisposeScope();
        var memory = _encoder.call(src, srcMask, srcPadding);
        return _decoder.call(tgt, memory, tgtMask, memoryMask, tgtPadding, memoryPadding).MoveToOuterDisposeScope();
    }
}
