namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// softmax(Q Kᵀ / sqrt(d)) V of queries <c>[..., L, d]</c>, keys <c>[..., S, d]</c> and values <c>[..., S, v]</c>
            /// (A. Vaswani and others, 2017, "Attention is all you need"). A mask <c>[..., L, S]</c> is added to the scores, or
            /// says where they count if it holds truth values; is_casual (sic) lets a query see only the keys up to its own place.
            /// </summary>
            /// <exception cref="ArgumentException">p is negative, or both a mask and is_casual are given.</exception>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false)
            {
                if (p < 0)
                {
                    throw new ArgumentException($"Dropout probability must be greater than or equal to zero, but is {p}.");
                }

                if (is_casual && attn_mask is not null)
                {
                    throw new ArgumentException("Causal attention cannot be given a mask.");
                }

                using var scope = NewDisposeScope();
                var scores = Given(query).matmul(Given(key).transpose(-2, -1)) / Math.Sqrt(query.size(-1));
                var mask = is_casual ? ones([scores.size(-2), scores.size(-1)], ScalarType.Bool).tril() : attn_mask;
                if (mask is not null)
                {
                    scores = mask.dtype == ScalarType.Bool ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity) : scores + mask;
                }

                // A query that may see nothing gets zeros.
                var blind = (scores == double.NegativeInfinity).all(-1, keepdim: true);
                var weights = scores.masked_fill(blind, 0).softmax(-1).masked_fill(blind, 0);
                return dropout(weights, p).matmul(Given(value)).MoveToOuterDisposeScope();
            }
        }
    }
}
