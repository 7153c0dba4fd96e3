using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A table of vectors with standard normal start values; the row padding_idx is 0 and stays so.</summary>
        /// <exception cref="ArgumentException">Sparse gradients or gradients scaled by frequency are asked for: the embedded engine has neither.</exception>
        public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
        {
            CheckEmbedding(scale_grad_by_freq, sparse);
            var weight = new Parameter(randn([num_embeddings, embedding_dims], dtype, device));
            var table = new Embedding(weight, padding_idx, max_norm, norm_type);
            if (padding_idx is { } row)
            {
                using var _ = no_grad();
                using var padding = weight.select(0, row);
                padding.zero_();
            }

            return table;
        }

        /// <summary>A table of given vectors, trained only when not frozen.</summary>
        public static Embedding Embedding_from_pretrained(Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
        {
            CheckEmbedding(scale_grad_by_freq, sparse);
            using var _ = no_grad();
            var copy = Given(embeddings).detach().clone();
            return new Embedding(new Parameter(dtype is { } type ? copy.to(type) : copy, !freeze), padding_idx, max_norm, norm_type);
        }

        private static void CheckEmbedding(bool scale_grad_by_freq, bool sparse)
        {
            if (scale_grad_by_freq || sparse)
            {
                throw new ArgumentException("Embedding: the embedded engine has no sparse gradients and does not scale them by frequency; leave scale_grad_by_freq and sparse false.");
            }
        }
    }
}
