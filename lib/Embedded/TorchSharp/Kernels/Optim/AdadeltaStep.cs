using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels.Optim;

/// <summary>Adadelta; states: mean of squared gradients, mean of squared updates.</summary>
internal readonly struct AdadeltaStep<T>(double step, double rho, double rest, double eps, double weightDecay, bool maximize, bool hasDecay) : IOptimizerStep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector<T> _step = Vector.Create(T.CreateTruncating(step));
    private readonly Vector<T> _rho = Vector.Create(T.CreateTruncating(rho));
    private readonly Vector<T> _rest = Vector.Create(T.CreateTruncating(rest));
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

        a = a * _rho + g * g * _rest;
        var delta = Vector.SquareRoot(b + _eps) / Vector.SquareRoot(a + _eps) * g;
        p += delta * _step;
        b = b * _rho + delta * delta * _rest;
    }
}
