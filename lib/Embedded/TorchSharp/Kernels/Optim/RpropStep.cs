using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels.Optim;

/// <summary>Rprop; states: the last gradient, the step of each element.</summary>
internal readonly struct RpropStep<T>(double etaMinus, double etaPlus, double minStep, double maxStep, bool maximize) : IOptimizerStep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector<T> _etaMinus = Vector.Create(T.CreateTruncating(etaMinus));
    private readonly Vector<T> _etaPlus = Vector.Create(T.CreateTruncating(etaPlus));
    private readonly Vector<T> _minStep = Vector.Create(T.CreateTruncating(minStep));
    private readonly Vector<T> _maxStep = Vector.Create(T.CreateTruncating(maxStep));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref Vector<T> p, Vector<T> g, ref Vector<T> a, ref Vector<T> b, ref Vector<T> c)
    {
        g = maximize ? -g : g;
        var agreement = g * a;
        var turned = Vector.LessThan(agreement, Vector<T>.Zero);
        var kept = Vector.GreaterThan(agreement, Vector<T>.Zero);
        var factor = Vector.ConditionalSelect(turned, _etaMinus, Vector.ConditionalSelect(kept, _etaPlus, Vector<T>.One));
        b = Vector.Min(Vector.Max(b * factor, _minStep), _maxStep);
        g = Vector.ConditionalSelect(turned, Vector<T>.Zero, g);
        var up = Vector.ConditionalSelect(Vector.GreaterThan(g, Vector<T>.Zero), b, Vector<T>.Zero);
        var down = Vector.ConditionalSelect(Vector.LessThan(g, Vector<T>.Zero), b, Vector<T>.Zero);
        p += down - up;
        a = g;
    }
}
