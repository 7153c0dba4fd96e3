using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Threading;

namespace TorchSharp.Kernels;

/// <summary>Extremes along the middle dimension of [outer, n, inner], as <see cref="RowMaximum"/> and <see cref="RowMinimum"/> along the last.</summary>
internal static unsafe class ColumnExtremes
{
    private const int Tile = 1024;

    public static void Run<T>(T* x, long outer, long n, long inner, T* values, long* places, bool largest) where T : unmanaged, INumber<T>
    {
        var tiles = (inner + Tile - 1) / Tile;
        WorkerTeam.For(outer * tiles, Math.Max(1, 32768 / (n * Math.Min(inner, Tile))), new Body<T>(x, n, inner, tiles, values, places, largest));
    }

    private readonly struct Body<T>(T* x, long n, long inner, long tiles, T* values, long* places, bool largest) : IRangeBody where T : unmanaged, INumber<T>
    {
        // Sixteen columns at a time: the extremes and their places stay in registers.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Strips(float* column, long width, float* best, long* place)
        {
            for (long j = 0; j < width; j += 2 * Vector<float>.Count)
            {
                var p = column + j;
                var (a, b) = (Vector.Load(p), Vector.Load(p + Vector<float>.Count));
                Vector<int> ia = default, ib = default;
                for (var i = 1; i < n; i++)
                {
                    p += inner;
                    var (u, v) = (Vector.Load(p), Vector.Load(p + Vector<float>.Count));
                    var (ma, mb) = (Better(u, a), Better(v, b));
                    a = Vector.ConditionalSelect(ma, u, a);
                    b = Vector.ConditionalSelect(mb, v, b);
                    ia = Vector.ConditionalSelect(ma, new Vector<int>(i), ia);
                    ib = Vector.ConditionalSelect(mb, new Vector<int>(i), ib);
                }
                a.Store(best + j);
                b.Store(best + j + Vector<float>.Count);
                Vector.WidenLower(ia).Store(place + j);
                Vector.WidenUpper(ia).Store(place + j + Vector<long>.Count);
                Vector.WidenLower(ib).Store(place + j + 2 * Vector<long>.Count);
                Vector.WidenUpper(ib).Store(place + j + 3 * Vector<long>.Count);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector<int> Better(Vector<float> v, Vector<float> best)
        {
            var beats = largest ? Vector.GreaterThan(v, best) : Vector.LessThan(v, best);
            return beats | (~Vector.Equals(v, v) & Vector.Equals(best, best));
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            for (var unit = from; unit < to; unit++)
            {
                var start = unit % tiles * Tile;
                var width = Math.Min(Tile, inner - start);
                var row = x + unit / tiles * n * inner + start;
                if (typeof(T) == typeof(float) && width % (2 * Vector<float>.Count) == 0)
                {
                    Strips((float*)row, width, (float*)(values + unit / tiles * inner + start), places + unit / tiles * inner + start);
                    continue;
                }
                var best = values + unit / tiles * inner + start;
                var place = places + unit / tiles * inner + start;
                for (long j = 0; j < width; j++)
                {
                    best[j] = row[j];
                    place[j] = 0;
                }
                for (long i = 1; i < n; i++)
                {
                    row += inner;
                    for (long j = 0; j < width; j++)
                    {
                        var v = row[j];
                        var better = (largest ? v > best[j] : v < best[j]) && !T.IsNaN(best[j]);
                        if (better || (T.IsNaN(v) && !T.IsNaN(best[j])))
                        {
                            best[j] = v;
                            place[j] = i;
                        }
                    }
                }
            }
        }
    }
}
