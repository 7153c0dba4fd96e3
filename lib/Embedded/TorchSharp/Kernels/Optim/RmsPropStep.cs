using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels.Optim;

/// <summary>RMSProp; states: mean of squares, momentum buffer, and when centered the mean of gradients.</summary>
internal readonly struct RmsPropStep<T>(double step, double alpha, double rest, double momentum, double eps, double weightDecay, bool maximize, bool hasDecay, bool hasMomentum, bool centered) : IOptimizerStep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector<T> _step = Vector.Create(T.CreateTruncating(step));
    private readonly Vector<T> _alpha = Vector.Create(T.CreateTruncating(alpha));
    private readonly Vector<T> _rest = Vector.Create(T.CreateTruncating(rest));
    private readonly Vector<T> _momentum = Vector.Create(T.CreateTruncating(momentum));
    private readonly Vector<T> _eps = Vector.Create(T.CreateTruncating(eps));
    private readonly Vector<T> _weightDecay = Vector.Create(T.CreateTruncating(weightDecay));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<T> p, Vector<T> g, ref Vector<T> a, ref Vector<T> b, ref Vector<T> c)
    {
        g = maximize ? -g : g;
        if (hasDecay)
        {
            g += p * _weightDecay;
        }

        a = a * _alpha + g * g * _rest;
        c = centered ? c * _alpha + g * _rest : c;
        var scale = Vector.SquareRoot(centered ? a - c * c : a) + _eps;
        if (hasMomentum)
        {
            b = b * _momentum + g / scale;
            p += b * _step;
        }
        else
        {
            p += _step * g / scale;
        }
    }
}
