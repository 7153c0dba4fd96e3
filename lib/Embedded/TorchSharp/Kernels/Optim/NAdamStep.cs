using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels.Optim;

/// <summary>NAdam; states: mean of gradients, mean of squares.</summary>
internal readonly struct NAdamStep<T>(double gradientStep, double momentumStep, double beta1, double rest1, double beta2, double rest2, double correction2, double eps, double weightDecay, bool hasDecay) : IOptimizerStep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector<T> _gradientStep = Vector.Create(T.CreateTruncating(gradientStep));
    private readonly Vector<T> _momentumStep = Vector.Create(T.CreateTruncating(momentumStep));
    private readonly Vector<T> _beta1 = Vector.Create(T.CreateTruncating(beta1));
    private readonly Vector<T> _rest1 = Vector.Create(T.CreateTruncating(rest1));
    private readonly Vector<T> _beta2 = Vector.Create(T.CreateTruncating(beta2));
    private readonly Vector<T> _rest2 = Vector.Create(T.CreateTruncating(rest2));
    private readonly Vector<T> _correction2 = Vector.Create(T.CreateTruncating(correction2));
    private readonly Vector<T> _eps = Vector.Create(T.CreateTruncating(eps));
    private readonly Vector<T> _weightDecay = Vector.Create(T.CreateTruncating(weightDecay));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<T> p, Vector<T> g, ref Vector<T> a, ref Vector<T> b, ref Vector<T> c)
    {
        if (hasDecay)
        {
            g += p * _weightDecay;
        }

        a = a * _beta1 + g * _rest1;
        b = b * _beta2 + g * g * _rest2;
        var scale = Vector.SquareRoot(b / _correction2) + _eps;
        p += _gradientStep * g / scale;
        p += _momentumStep * a / scale;
    }
}
