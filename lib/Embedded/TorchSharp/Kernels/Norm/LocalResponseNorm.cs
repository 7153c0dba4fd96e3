using System.Numerics;
using TorchSharp.Memory;
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
                    T* window = x + first + low * s, at = x + first + ch * s;
                    long i = 0;
                    for (; IsPaperPower(power) && i + Vector<T>.Count <= width; i += Vector<T>.Count)
                    {
                        var sum = Vector<T>.Zero;
                        for (var e = low; e <= high; e++)
                        {
                            var v = Vector.Load(window + (e - low) * s + i);
                            sum += v * v;
                        }
                        var d = new Vector<T>(start) + new Vector<T>(perSquare) * sum;
                        Vector.Store(d, denominators + first + ch * s + i);
                        Vector.Store(Vector.Load(at + i) * PaperPower(d), y + first + ch * s + i);
                    }
                    for (; i < width; i++)
                    {
                        var sum = T.Zero;
                        for (var e = low; e <= high; e++) sum += window[(e - low) * s + i] * window[(e - low) * s + i];
                        var d = start + perSquare * sum;
                        denominators[first + ch * s + i] = d;
                        y[first + ch * s + i] = at[i] * Power(d, power);
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
            using var scratch = new Scratch<T>(2 * c * Strip);
            T* scales = scratch.Pointer, terms = scales + c * Strip;
            for (var task = from; task < to; task++)
            {
                var first = task / Strips(s) * c * s + task % Strips(s) * Strip;
                var width = Math.Min(Strip, s - task % Strips(s) * Strip);
                for (long e = 0; e < c; e++) Terms(first + e * s, width, power, scales + e * Strip, terms + e * Strip);
                for (long ch = 0; ch < c; ch++)
                {
                    long low = Math.Max(0, ch - (size - 1) / 2), high = Math.Min(c - 1, ch + size / 2);
                    Gradients(first + ch * s, width, factor, scales + ch * Strip, terms + low * Strip, high - low + 1);
                }
            }
        }

        // D^-beta, and dy x D^(-beta - 1), of one channel.
        private void Terms(long at, long width, T power, T* scales, T* terms)
        {
            long i = 0;
            for (; IsPaperPower(power) && i + Vector<T>.Count <= width; i += Vector<T>.Count)
            {
                var d = Vector.Load(denominators + at + i);
                var scale = PaperPower(d);
                Vector.Store(scale, scales + i);
                Vector.Store(Vector.Load(dy + at + i) * Vector.Load(x + at + i) * scale / d, terms + i);
            }
            for (; i < width; i++)
            {
                scales[i] = Power(denominators[at + i], power);
                terms[i] = dy[at + i] * x[at + i] * scales[i] / denominators[at + i];
            }
        }

        // dx of one channel, from the terms of the windows that contain it.
        private void Gradients(long at, long width, T factor, T* scales, T* terms, long windows)
        {
            long i = 0;
            for (; i + Vector<T>.Count <= width; i += Vector<T>.Count)
            {
                var sum = Vector<T>.Zero;
                for (long e = 0; e < windows; e++) sum += Vector.Load(terms + e * Strip + i);
                Vector.Store(Vector.Load(dy + at + i) * Vector.Load(scales + i) - new Vector<T>(factor) * Vector.Load(x + at + i) * sum, dx + at + i);
            }
            for (; i < width; i++)
            {
                var sum = T.Zero;
                for (long e = 0; e < windows; e++) sum += terms[e * Strip + i];
                dx[at + i] = dy[at + i] * scales[i] - factor * x[at + i] * sum;
            }
        }
    }

    private static bool IsPaperPower<T>(T power) where T : unmanaged, IFloatingPointIeee754<T> => power == T.CreateTruncating(-0.75);

    private static Vector<T> PaperPower<T>(Vector<T> d) where T : unmanaged
    {
        var root = Vector.SquareRoot(d);
        return Vector<T>.One / (root * Vector.SquareRoot(root));
    }

    /// <summary>d^power; two square roots for the -3/4 of the papers.</summary>
    private static T Power<T>(T d, T power) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!IsPaperPower(power)) return T.Pow(d, power);
        var root = T.Sqrt(d);
        return T.One / (root * T.Sqrt(root));
    }
}
