// Weights that a formula fills, the same as golden.py: no file of weights is needed to compare with PyTorch.
using System.Text;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Weights;

internal static class FormulaWeights
{
    /// <summary>Numbers in [-1, 1) from a name and the position: FNV-1a, then a 32-bit mix.</summary>
    public static float[] Uniform(string name, long count)
    {
        var seed = 2166136261u;
        foreach (var letter in Encoding.UTF8.GetBytes(name))
            seed = (seed ^ letter) * 16777619;
        var values = new float[count];
        for (var i = 0u; i < values.Length; i++)
        {
            var x = seed + i;
            x ^= x >> 16;
            x *= 0x7FEB352D;
            x ^= x >> 15;
            x *= 0x846CA68B;
            x ^= x >> 16;
            values[i] = (float)(x / 2147483648.0 - 1);
        }
        return values;
    }

    public static void Fill(Module network)
    {
        using var _ = no_grad();
        foreach (var (name, value) in network.state_dict())
        {
            if (name.EndsWith("num_batches_tracked", StringComparison.Ordinal))
                continue;
            var u = Uniform(name, value.numel());
            var (offset, scale) = value.dim() > 1 ? (0f, MathF.Sqrt((float)(3.0 / (value.numel() / value.shape[0]))))
                : name.EndsWith("running_var", StringComparison.Ordinal) || name.EndsWith("weight", StringComparison.Ordinal) ? (1f, 0.25f)
                : (0f, 0.1f);
            for (var i = 0; i < u.Length; i++)
                u[i] = offset + scale * u[i];
            System.Runtime.InteropServices.MemoryMarshal.AsBytes(u.AsSpan()).CopyTo(value.bytes);
        }
    }

    public static Tensor Picture(long size) => tensor(Uniform("input", 3 * size * size), [1, 3, size, size]);
}
