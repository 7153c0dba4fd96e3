namespace TorchSharp;

// Coin flips: 1 where a float64 uniform number lies below p, as PyTorch's CPU build without MKL draws them.
internal sealed partial class TorchGenerator
{
    /// <summary>Fills a float32 span with <paramref name="hit"/> where the coin falls (probability p), else 0.</summary>
    internal void Bernoulli(Span<float> values, double p, float hit = 1f)
    {
        lock (_gate)
        {
            Span<uint> words = stackalloc uint[ChunkWords];
            var threshold = Threshold(p);
            while (values.Length > 0)
            {
                var count = Math.Min(values.Length, ChunkWords / 2);
                _engine.Fill(words[..(2 * count)]);
                for (var i = 0; i < count; i++)
                {
                    var bits = (((ulong)words[2 * i] << 32) | words[2 * i + 1]) & DoubleMask;
                    values[i] = bits < threshold ? hit : 0f;
                }

                values = values[count..];
            }
        }
    }

    /// <summary>Fills a float64 span with <paramref name="hit"/> where the coin falls (probability p), else 0.</summary>
    internal void Bernoulli(Span<double> values, double p, double hit = 1)
    {
        lock (_gate)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = DrawUniform() < p ? hit : 0;
            }
        }
    }

    /// <summary>One coin flip with probability p of being true, from a float64 uniform number.</summary>
    internal bool NextBernoulli(double p) => NextUniform() < p;

    /// <summary>One coin flip with a float32 probability, from a float32 uniform number (a tensor of probabilities).</summary>
    internal bool NextBernoulli(float p)
    {
        lock (_gate)
        {
            return DrawUniformSingle() < p;
        }
    }

    // bits * 2^-53 < p, as integers: the smallest count of steps that is not below p.
    private static ulong Threshold(double p) => (ulong)Math.Ceiling(Math.Clamp(p, 0, 1) * (1ul << 53));
}
