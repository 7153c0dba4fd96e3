using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels.Optim;

/// <summary>Stochastic gradient descent with momentum; state: the momentum buffer (I. Sutskever and others, 2013, "On the importance of initialization and momentum in deep learning").</summary>
internal readonly struct SgdStep<T>(double step, double weightDecay, double momentum, double gain, bool hasDecay, bool hasMomentum, bool isFirst, bool nesterov) : IOptimizerStep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector<T> _step = Vector.Create(T.CreateTruncating(step));
    private readonly Vector<T> _weightDecay = Vector.Create(T.CreateTruncating(weightDecay));
    private readonly Vector<T> _momentum = Vector.Create(T.CreateTruncating(momentum));
    private readonly Vector<T> _gain = Vector.Create(T.CreateTruncating(gain));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<T> p, Vector<T> g, ref Vector<T> a, ref Vector<T> b, ref Vector<T> c)
    {
        if (hasDecay)
        {
            g += p * _weightDecay;
        }

        if (hasMomentum)
        {
            a = isFirst ? g : a * _momentum + g * _gain;
            g = nesterov ? g + a * _momentum : a;
        }

        p += g * _step;
    }
}
