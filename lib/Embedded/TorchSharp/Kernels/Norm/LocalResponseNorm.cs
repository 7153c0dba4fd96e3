using System.Numerics;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Norm;

/// <summary>
/// y[c] = x[c] D[c]^-beta with D[c] = k + alpha / size * (sum of x^2 over the window of neighbouring channels
/// c - size/2 ... c + (size - 1)/2); Krizhevsky, Sutskever and Hinton, 2012, section 3.3, with the mean of the squares
/// in place of their sum, as PyTorch has it.
/// </summary>
internal static unsafe class LocalResponseNorm
{
    private const long Strip = 256;

    /// <summary>x, y and denominators are [N, C, S].</summary>
    public static void Forward<T>(long n, long c, long s, long size, double alpha, double beta, double k, T* x, T* y, T* denominators)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        WorkerTeam.For(n * Strips(s), 1, new ForwardBody<T>(c, s, size, alpha, beta, k, x, y, denominators));

    /// <summary>dx[c] = dy[c] D[c]^-beta - 2 alpha beta / size x[c] (sum over windows e that contain c of dy[e] x[e] D[e]^(-beta - 1)).</summary>
    public static void Backward<T>(long n, long c, long s, long size, double alpha, double beta, T* x, T* dy, T* denominators, T* dx)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        WorkerTeam.For(n * Strips(s), 1, new BackwardBody<T>(c, s, size, alpha, beta, x, dy, denominators, dx));

    private static long Strips(long s) => (s + Strip - 1) / Strip;

    private readonly struct ForwardBody<T>(long c, long s, long size, double alpha, double beta, double k, T* x, T* y, T* denominators) : IRangeBody
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(long from, long to)
        {
            T perSquare = T.CreateTruncating(alpha / size), start = T.CreateTruncating(k), power = T.CreateTruncating(-beta);
            for (var task = from; task < to; task++)
            {
                var first = task / Strips(s) * c * s + task % Strips(s) * Strip;
                var width = Math.Min(Strip, s - task % Strips(s) * Strip);
                for (long ch = 0; ch < c; ch++)
                {
                    long low = Math.Max(0, ch - size / 2), high = Math.Min(c - 1, ch + (size - 1) / 2);
                    for (long i = 0; i < width; i++)
                    {
                        var sum = T.Zero;
                        for (var e = low; e <= high; e++) sum += x[first + e * s + i] * x[first + e * s + i];
                        var d = start + perSquare * sum;
                        denominators[first + ch * s + i] = d;
                        y[first + ch * s + i] = x[first + ch * s + i] * Power(d, power);
                    }
                }
            }
        }
    }

    private readonly struct BackwardBody<T>(long c, long s, long size, double alpha, double beta, T* x, T* dy, T* denominators, T* dx) : IRangeBody
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(long from, long to)
        {
            T factor = T.CreateTruncating(2 * alpha * beta / size), power = T.CreateTruncating(-beta);
            T[] scales = new T[c], terms = new T[c];
            for (var task = from; task < to; task++)
            {
                var first = task / Strips(s) * c * s + task % Strips(s) * Strip;
                var width = Math.Min(Strip, s - task % Strips(s) * Strip);
                for (long i = 0; i < width; i++)
                {
                    for (long e = 0; e < c; e++)
                    {
                        var p = first + e * s + i;
                        scales[e] = Power(denominators[p], power);
                        terms[e] = dy[p] * x[p] * scales[e] / denominators[p];
                    }
                    for (long ch = 0; ch < c; ch++)
                    {
                        var at = first + ch * s + i;
                        long low = Math.Max(0, ch - (size - 1) / 2), high = Math.Min(c - 1, ch + size / 2);
                        var sum = T.Zero;
                        for (var e = low; e <= high; e++) sum += terms[e];
                        dx[at] = dy[at] * scales[ch] - factor * x[at] * sum;
                    }
                }
            }
        }
    }

    /// <summary>d^power; two square roots for the -3/4 of the papers.</summary>
    private static T Power<T>(T d, T power) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (power != T.CreateTruncating(-0.75)) return T.Pow(d, power);
        var root = T.Sqrt(d);
        return T.One / (root * T.Sqrt(root));
    }
}
