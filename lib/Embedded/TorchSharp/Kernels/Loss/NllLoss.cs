using System.Numerics;

namespace TorchSharp.Kernels.Loss;

/// <summary>
/// The negative log likelihood of class indices: input [N, C, S] of log probabilities, target [N, S], one weight per class.
/// A target that equals ignoreIndex takes no part.
/// </summary>
internal static unsafe class NllLoss
{
    /// <summary>The first target that is neither a class nor ignored, or null.</summary>
    public static long? FirstBadTarget(long count, long classes, long ignoreIndex, long* target)
    {
        for (long i = 0; i < count; i++)
            if (target[i] != ignoreIndex && (ulong)target[i] >= (ulong)classes) return target[i];
        return null;
    }

    /// <summary>losses[n, s] = -weight[t] input[n, t, s].</summary>
    public static void Each<T>(long n, long c, long s, T* input, long* target, T* weight, long ignoreIndex, T* losses)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (long i = 0; i < n * s; i++)
        {
            var t = target[i];
            losses[i] = t == ignoreIndex ? T.Zero : -(weight is null ? T.One : weight[t]) * input[(i / s * c + t) * s + i % s];
        }
    }

    /// <summary>The sum of the losses and of the weights of the targets that take part.</summary>
    public static (double Sum, double Weight) Total<T>(long n, long c, long s, T* input, long* target, T* weight, long ignoreIndex)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0, total = 0;
        for (long i = 0; i < n * s; i++)
        {
            var t = target[i];
            if (t == ignoreIndex) continue;
            var w = weight is null ? 1 : double.CreateTruncating(weight[t]);
            sum -= w * double.CreateTruncating(input[(i / s * c + t) * s + i % s]);
            total += w;
        }
        return (sum, total);
    }

    /// <summary>inputGrad, overwritten: -weight[t] scale[n, s] at the target's class, zero elsewhere.</summary>
    /// <param name="n">Images.</param>
    /// <param name="c">Classes.</param>
    /// <param name="s">Positions of one image.</param>
    /// <param name="target">[N, S].</param>
    /// <param name="weight">[C] or null.</param>
    /// <param name="ignoreIndex">The target that takes no part.</param>
    /// <param name="scale">The output gradient of each position, or one for all.</param>
    /// <param name="scaleStep">1 or 0.</param>
    /// <param name="inputGrad">[N, C, S].</param>
    public static void Backward<T>(long n, long c, long s, long* target, T* weight, long ignoreIndex, T* scale, int scaleStep, T* inputGrad)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Rows.Clear(inputGrad, n * c * s);
        for (long i = 0; i < n * s; i++)
        {
            var t = target[i];
            if (t == ignoreIndex) continue;
            inputGrad[(i / s * c + t) * s + i % s] = -(weight is null ? T.One : weight[t]) * scale[i * scaleStep];
        }
    }
}
