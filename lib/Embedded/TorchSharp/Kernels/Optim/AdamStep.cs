using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels.Optim;

/// <summary>Adam and AdamW; states: mean of gradients, mean of squares, and with amsgrad their maximum.</summary>
internal readonly struct AdamStep<T>(double step, double beta1, double rest1, double beta2, double rest2, double root, double eps, double weightDecay, double shrink, bool maximize, bool hasDecay, bool amsgrad) : IOptimizerStep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector<T> _step = Vector.Create(T.CreateTruncating(step));
    private readonly Vector<T> _beta1 = Vector.Create(T.CreateTruncating(beta1));
    private readonly Vector<T> _rest1 = Vector.Create(T.CreateTruncating(rest1));
    private readonly Vector<T> _beta2 = Vector.Create(T.CreateTruncating(beta2));
    private readonly Vector<T> _rest2 = Vector.Create(T.CreateTruncating(rest2));
    private readonly Vector<T> _root = Vector.Create(T.CreateTruncating(root));
    private readonly Vector<T> _eps = Vector.Create(T.CreateTruncating(eps));
    private readonly Vector<T> _weightDecay = Vector.Create(T.CreateTruncating(weightDecay));
    private readonly Vector<T> _shrink = Vector.Create(T.CreateTruncating(shrink));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<T> p, Vector<T> g, ref Vector<T> a, ref Vector<T> b, ref Vector<T> c)
    {
        g = maximize ? -g : g;
        p *= _shrink;
        if (hasDecay)
        {
            g += p * _weightDecay;
        }

        a = a * _beta1 + g * _rest1;
        b = b * _beta2 + g * g * _rest2;
        c = amsgrad ? Vector.Max(c, b) : c;
        p += _step * a / (Vector.SquareRoot(amsgrad ? c : b) / _root + _eps);
    }
}
