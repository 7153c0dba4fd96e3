using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels.Optim;

/// <summary>Averaged SGD; state: the running average of the parameter.</summary>
internal readonly struct AsgdStep<T>(double step, double shrink, double mu, double weightDecay, bool maximize, bool hasDecay, bool isCopy) : IOptimizerStep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector<T> _step = Vector.Create(T.CreateTruncating(step));
    private readonly Vector<T> _shrink = Vector.Create(T.CreateTruncating(shrink));
    private readonly Vector<T> _mu = Vector.Create(T.CreateTruncating(mu));
    private readonly Vector<T> _weightDecay = Vector.Create(T.CreateTruncating(weightDecay));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<T> p, Vector<T> g, ref Vector<T> a, ref Vector<T> b, ref Vector<T> c)
    {
        g = maximize ? -g : g;
        if (hasDecay)
        {
            g += p * _weightDecay;
        }

        p = p * _shrink + g * _step;
        a = isCopy ? p : a + (p - a) * _mu;
    }
}
