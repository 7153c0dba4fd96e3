using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Optim;

/// <summary>
/// The update rule of an optimizer for a few neighbouring elements at once: the parameter, its gradient, and up to three
/// states that the rule keeps for each element (those a rule does not use stay zero).
/// </summary>
internal interface IOptimizerStep<T>
    where T : unmanaged
{
    void Apply(ref Vector<T> parameter, Vector<T> gradient, ref Vector<T> state1, ref Vector<T> state2, ref Vector<T> state3);
}

/// <summary>Runs an update rule over whole arrays in one pass, on all cores, without garbage.</summary>
internal static unsafe class OptimizerStep
{
    private const long Grain = 1 << 15;

    /// <summary>States that the rule does not use are null.</summary>
    internal static void Run<T, TStep>(T* parameter, T* gradient, T* state1, T* state2, T* state3, long count, TStep step)
        where T : unmanaged
        where TStep : struct, IOptimizerStep<T>
        => WorkerTeam.For(count, Grain, new Body<T, TStep>(parameter, gradient, state1, state2, state3, step));

    private readonly struct Body<T, TStep>(T* p, T* g, T* a, T* b, T* c, TStep step) : IRangeBody
        where T : unmanaged
        where TStep : struct, IOptimizerStep<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var i = from;
            for (; i + Vector<T>.Count <= to; i += Vector<T>.Count)
            {
                Block(p + i, g + i, a is null ? null : a + i, b is null ? null : b + i, c is null ? null : c + i);
            }

            if (i == to)
            {
                return;
            }

            // The last few elements are updated in a block of their own and copied back.
            var bytes = (uint)((to - i) * sizeof(T));
            var rest = stackalloc T[5 * Vector<T>.Count];
            T* rp = rest, rg = rp + Vector<T>.Count, ra = rg + Vector<T>.Count, rb = ra + Vector<T>.Count, rc = rb + Vector<T>.Count;
            Copy(rp, p + i, bytes);
            Copy(rg, g + i, bytes);
            Copy(ra, a is null ? null : a + i, bytes);
            Copy(rb, b is null ? null : b + i, bytes);
            Copy(rc, c is null ? null : c + i, bytes);
            Block(rp, rg, ra, rb, rc);
            Copy(p + i, rp, bytes);
            Copy(a is null ? null : a + i, ra, bytes);
            Copy(b is null ? null : b + i, rb, bytes);
            Copy(c is null ? null : c + i, rc, bytes);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Block(T* p, T* g, T* a, T* b, T* c)
        {
            var parameter = Vector.Load(p);
            var state1 = a is null ? Vector<T>.Zero : Vector.Load(a);
            var state2 = b is null ? Vector<T>.Zero : Vector.Load(b);
            var state3 = c is null ? Vector<T>.Zero : Vector.Load(c);
            step.Apply(ref parameter, Vector.Load(g), ref state1, ref state2, ref state3);
            parameter.Store(p);
            if (a is not null)
            {
                state1.Store(a);
            }

            if (b is not null)
            {
                state2.Store(b);
            }

            if (c is not null)
            {
                state3.Store(c);
            }
        }

        private static void Copy(T* to, T* from, uint bytes)
        {
            if (to is not null && from is not null)
            {
                Unsafe.CopyBlockUnaligned(to, from, bytes);
            }
        }
    }
}
