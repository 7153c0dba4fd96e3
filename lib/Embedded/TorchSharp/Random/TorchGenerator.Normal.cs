using System.Runtime.Intrinsics;

namespace TorchSharp;

// Normal numbers by Box and Muller's method (1958, "A note on the generation of random normal deviates"), with
// PyTorch's two paths: fewer than 16 numbers are drawn one after another in float64 with the second of each pair kept;
// 16 or more are made in groups of 16, eight cosines then eight sines. Where 16 does not divide the count, the last 16 are
// drawn again; for float16 and bfloat16 only whole groups are drawn before that.
internal sealed partial class TorchGenerator
{
    private const int Group = 16;

    /// <summary>Fills a contiguous float32 span with normal numbers, those of a float32 tensor or those to be rounded to half precision.</summary>
    internal void Normal(Span<float> values, double mean, double std, bool half = false)
    {
        lock (_gate)
        {
            if (values.Length < Group)
            {
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = (float)DrawNormal(mean, std);
                }

                return;
            }

            FillUniform(half ? values[..^(values.Length % Group)] : values, 0f, 1f);
            for (var i = 0; i <= values.Length - Group; i += Group)
            {
                BoxMuller(values.Slice(i, Group), (float)mean, (float)std);
            }

            if (values.Length % Group != 0)
            {
                var last = values[^Group..];
                FillUniform(last, 0f, 1f);
                BoxMuller(last, (float)mean, (float)std);
            }
        }
    }

    /// <summary>Fills a contiguous float64 span with normal numbers.</summary>
    internal void Normal(Span<double> values, double mean, double std)
    {
        lock (_gate)
        {
            if (values.Length < Group)
            {
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = DrawNormal(mean, std);
                }

                return;
            }

            FillUniform(values, 0.0, 1.0);
            for (var i = 0; i <= values.Length - Group; i += Group)
            {
                BoxMuller(values.Slice(i, Group), mean, std);
            }

            if (values.Length % Group != 0)
            {
                var last = values[^Group..];
                FillUniform(last, 0.0, 1.0);
                BoxMuller(last, mean, std);
            }
        }
    }

    /// <summary>One normal number, drawn as PyTorch draws them for a tensor that is small or not contiguous.</summary>
    internal double NextNormal(double mean, double std)
    {
        lock (_gate)
        {
            return DrawNormal(mean, std);
        }
    }

    private double DrawNormal(double mean, double std)
    {
        if (_cachedNormal is { } cached)
        {
            _cachedNormal = null;
            return cached * std + mean;
        }

        var theta = 2 * Math.PI * DrawUniform();
        var radius = Math.Sqrt(-2 * Log1P(-DrawUniform()));
        _cachedNormal = radius * Math.Sin(theta);
        return radius * Math.Cos(theta) * std + mean;
    }

    // log(1 + x) for -1 < x <= 0 to the last bits (W. Kahan's correction of the rounding of 1 + x).
    private static double Log1P(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) - ((u - 1) - x) / u;
    }

    private static void BoxMuller(Span<float> group, float mean, float std)
    {
        ref var at = ref MemoryMarshal.GetReference(group);
        var u1 = Vector256<float>.One - Vector256.LoadUnsafe(ref at);
        var u2 = Vector256.LoadUnsafe(ref at, 8);
        var radius = Vector256.Sqrt(-2f * CephesMath.Log(u1));
        var (sin, cos) = CephesMath.SinCos(u2 * (2 * MathF.PI));
        Vector256.FusedMultiplyAdd(radius * cos, Vector256.Create(std), Vector256.Create(mean)).StoreUnsafe(ref at);
        Vector256.FusedMultiplyAdd(radius * sin, Vector256.Create(std), Vector256.Create(mean)).StoreUnsafe(ref at, 8);
    }

    private static void BoxMuller(Span<double> group, double mean, double std)
    {
        for (var i = 0; i < Group / 2; i++)
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - group[i]));
            var theta = 2 * Math.PI * group[i + 8];
            group[i] = radius * Math.Cos(theta) * std + mean;
            group[i + 8] = radius * Math.Sin(theta) * std + mean;
        }
    }
}
