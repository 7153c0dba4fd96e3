using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels.Optim;

/// <summary>Adagrad; state: the sum of squares.</summary>
internal readonly struct AdagradStep<T>(double step, double eps, double weightDecay, bool hasDecay) : IOptimizerStep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector<T> _step = Vector.Create(T.CreateTruncating(step));
    private readonly Vector<T> _eps = Vector.Create(T.CreateTruncating(eps));
    private readonly Vector<T> _weightDecay = Vector.Create(T.CreateTruncating(weightDecay));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<T> p, Vector<T> g, ref Vector<T> a, ref Vector<T> b, ref Vector<T> c)
    {
        if (hasDecay)
        {
            g += p * _weightDecay;
        }

        a += g * g;
        p += _step * g / (Vector.SquareRoot(a) + _eps);
    }
}
