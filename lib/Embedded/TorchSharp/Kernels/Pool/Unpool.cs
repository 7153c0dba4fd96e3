using TorchSharp.Threading;

namespace TorchSharp.Kernels.Pool;

/// <summary>The partial inverse of max pooling: each value goes to its index in a plane of zeros.</summary>
internal static unsafe class Unpool
{
    /// <returns>The first index that lies outside of its plane, or -1.</returns>
    public static long Forward<T>(long planes, long inputSize, long outputSize, T* input, long* indices, T* output) where T : unmanaged
    {
        for (long i = 0; i < planes * inputSize; i++)
            if ((ulong)indices[i] >= (ulong)outputSize) return indices[i];
        WorkerTeam.For(planes, Math.Max(1, 16384 / Math.Max(1, outputSize)), new ForwardBody<T>(inputSize, outputSize, input, indices, output));
        return -1;
    }

    public static void Backward<T>(long planes, long inputSize, long outputSize, T* outputGrad, long* indices, T* inputGrad) where T : unmanaged =>
        WorkerTeam.For(planes, Math.Max(1, 16384 / Math.Max(1, inputSize)), new BackwardBody<T>(inputSize, outputSize, outputGrad, indices, inputGrad));

    private readonly struct ForwardBody<T>(long inputSize, long outputSize, T* input, long* indices, T* output) : IRangeBody where T : unmanaged
    {
        public void Run(long from, long to)
        {
            Rows.Clear(output + from * outputSize, (to - from) * outputSize);
            for (var p = from; p < to; p++)
                for (long i = 0; i < inputSize; i++)
                    output[p * outputSize + indices[p * inputSize + i]] = input[p * inputSize + i];
        }
    }

    private readonly struct BackwardBody<T>(long inputSize, long outputSize, T* outputGrad, long* indices, T* inputGrad) : IRangeBody where T : unmanaged
    {
        public void Run(long from, long to)
        {
            for (var p = from; p < to; p++)
                for (long i = 0; i < inputSize; i++)
                    inputGrad[p * inputSize + i] = outputGrad[p * outputSize + indices[p * inputSize + i]];
        }
    }
}
