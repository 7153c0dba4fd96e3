using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels.Optim;

/// <summary>Adamax; states: mean of gradients, decaying maximum of their sizes.</summary>
internal readonly struct AdamaxStep<T>(double step, double beta1, double rest1, double beta2, double eps, double weightDecay, bool hasDecay) : IOptimizerStep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector<T> _step = Vector.Create(T.CreateTruncating(step));
    private readonly Vector<T> _beta1 = Vector.Create(T.CreateTruncating(beta1));
    private readonly Vector<T> _rest1 = Vector.Create(T.CreateTruncating(rest1));
    private readonly Vector<T> _beta2 = Vector.Create(T.CreateTruncating(beta2));
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
        b = Vector.Max(b * _beta2, Vector.Abs(g) + _eps);
        p += _step * a / b;
    }
}
