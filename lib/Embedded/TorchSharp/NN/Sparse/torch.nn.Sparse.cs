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
            return new Embedding(Pretrained(embeddings, freeze, dtype), padding_idx, max_norm, norm_type);
        }

        /// <summary>
        /// A table whose vectors are read in bags, of each of which the mean, the sum or the maximum is given, with standard
        /// normal start values. The row padding_index, if it is not negative, is 0 and is left out of every bag.
        /// </summary>
        /// <exception cref="ArgumentException">Sparse gradients or gradients scaled by frequency are asked for: the embedded engine has neither.</exception>
        public static EmbeddingBag EmbeddingBag(long num_embeddings, long embedding_dims, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1, Device? device = null, ScalarType? dtype = null)
        {
            CheckEmbedding(scale_grad_by_freq, sparse);
            var weight = new Parameter(randn([num_embeddings, embedding_dims], dtype, device));
            var bags = new EmbeddingBag(weight, max_norm, norm_type, mode, include_last_offset, padding_index);
            if (padding_index >= 0)
            {
                using var _ = no_grad();
                using var padding = weight.select(0, padding_index);
                padding.zero_();
            }

            return bags;
        }

        /// <summary>A table of given vectors that are read in bags, trained only when not frozen.</summary>
        public static EmbeddingBag EmbeddingBag_from_pretrained(Tensor embeddings, bool freeze = true, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1, Device? device = null, ScalarType? dtype = null)
        {
            CheckEmbedding(scale_grad_by_freq, sparse);
            return new EmbeddingBag(Pretrained(embeddings, freeze, dtype), max_norm, norm_type, mode, include_last_offset, padding_index);
        }

        private static Parameter Pretrained(Tensor embeddings, bool freeze, ScalarType? dtype)
        {
            if (Given(embeddings).ndim != 2)
            {
                throw new ExternalException($"Embeddings must be given as vectors [num_embeddings, dims], but got {Core.Shapes.Text(embeddings.shape)}.");
            }

            using var _ = no_grad();
            var copy = embeddings.detach().clone();
            return new Parameter(dtype is { } type ? copy.to(type) : copy, !freeze);
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
