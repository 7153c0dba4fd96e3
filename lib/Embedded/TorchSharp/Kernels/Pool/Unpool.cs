using System.Runtime.CompilerServices;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Pool;

/// <summary>The partial inverse of max pooling: each value goes to its index in a plane of zeros.</summary>
internal static unsafe class Unpool
{
    /// <returns>The first index that lies outside of its plane, or -1.</returns>
    public static long Forward<T>(long planes, long inputSize, long outputSize, T* input, long* indices, T* output) where T : unmanaged
    {
        var outside = long.MaxValue;
        WorkerTeam.For(planes, Grain(outputSize), new ForwardBody<T>(inputSize, outputSize, input, indices, output, &outside));
        return outside == long.MaxValue ? -1 : indices[outside];
    }

    public static void Backward<T>(long planes, long inputSize, long outputSize, T* outputGrad, long* indices, T* inputGrad) where T : unmanaged =>
        WorkerTeam.For(planes, Grain(inputSize), new BackwardBody<T>(inputSize, outputSize, outputGrad, indices, inputGrad));

    private static long Grain(long elements) => Math.Max(1, 16384 / Math.Max(1, elements));

    private readonly struct ForwardBody<T>(long inputSize, long outputSize, T* input, long* indices, T* output, long* outside) : IRangeBody where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            for (var p = from; p < to; p++)
            {
                T* target = output + p * outputSize, source = input + p * inputSize;
                var at = indices + p * inputSize;
                Rows.Clear(target, outputSize);
                for (long i = 0; i < inputSize; i++)
                {
                    if ((ulong)at[i] < (ulong)outputSize) target[at[i]] = source[i];
                    else Report(p * inputSize + i);
                }
            }
        }

        // The first of all, whichever thread meets its own first.
        private void Report(long place)
        {
            for (var known = Volatile.Read(ref *outside); place < known; known = Volatile.Read(ref *outside))
                if (Interlocked.CompareExchange(ref *outside, place, known) == known) return;
        }
    }

    private readonly struct BackwardBody<T>(long inputSize, long outputSize, T* outputGrad, long* indices, T* inputGrad) : IRangeBody where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            for (var p = from; p < to; p++)
            {
                T* source = outputGrad + p * outputSize, target = inputGrad + p * inputSize;
                var at = indices + p * inputSize;
                for (long i = 0; i < inputSize; i++) target[i] = source[at[i]];
            }
        }
    }
}
