using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The function between the two linear layers of a transformer's layer.</summary>
        public enum Activations
        {
            ReLU = 0,
            GELU = 1,
        }

        /// <summary>Attention by several heads; kdim and vdim are the widths of keys and values where they are not the model's.</summary>
        /// <exception cref="ExternalException">The width cannot be divided among the heads.</exception>
        public static MultiheadAttention MultiheadAttention(long embedded_dim, long num_heads, double dropout = 0.0, bool bias = true, bool add_bias_kv = false, bool add_zero_attn = false, long? kdim = null, long? vdim = null)
            => new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim);

        public static TransformerEncoderLayer TransformerEncoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU)
            => new(d_model, nhead, dim_feedforward, dropout, activation);

        /// <summary>So many copies of a layer, one after the other; the layer itself is not part of the stack.</summary>
        public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers)
        {
            ArgumentNullException.ThrowIfNull(encoder_layer);
            return new(encoder_layer, num_layers);
        }

        public static TransformerDecoderLayer TransformerDecoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU)
            => new(d_model, nhead, dim_feedforward, dropout, activation);

        /// <summary>So many copies of a layer, one after the other; the layer itself is not part of the stack.</summary>
        public static TransformerDecoder TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers)
        {
            ArgumentNullException.ThrowIfNull(decoder_layer);
            return new(decoder_layer, num_layers);
        }

        /// <summary>An encoder and a decoder, each with a layer norm at its end; all matrices are Glorot's uniform numbers.</summary>
        public static Transformer Transformer(long d_model = 512, long nhead = 8, long num_encoder_layers = 6, long num_decoder_layers = 6, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU)
            => new(d_model, nhead, num_encoder_layers, num_decoder_layers, dim_feedforward, dropout, activation);
    }
}
