using System.Runtime.CompilerServices;
using TorchSharp.Threading;

namespace TorchSharp.Kernels;

/// <summary>The body of a loop over planes: n elements, steps s0 and s1 apart, in m rows t0 and t1 apart.</summary>
internal unsafe interface IPlaneBody
{
    void Run(long o0, long o1, long s0, long s1, long n, long t0, long t1, long m);
}

/// <summary>
/// Two operands by planes. A plane spans the dimension in which the operand written to is densest and that in which the one
/// read is: where these differ the plane is a matrix that is turned over, and is cut into tiles that fit into L1.
/// </summary>
internal unsafe partial struct StridedLoop
{
    private const long Tile = 16384;

    public void RunPlanes<TBody>(TBody body) where TBody : struct, IPlaneBody
    {
        if (_count == 0) return;
        var turned = PlaceRows();
        var n = _size[_dims - 1];
        var m = _dims > 1 ? _size[_dims - 2] : 1;
        // A tile's edges hold whole cache lines.
        var width = turned ? Math.Min(n, Math.Max(128, Tile / Math.Min(m, 128) & -16)) : n <= Tile * 3 / 2 ? n : Tile;
        var height = Math.Min(m, turned ? Math.Max(16, Tile / width & -16) : Math.Max(1, Tile / width));
        var across = (n + width - 1) / width;
        var tiles = across * ((m + height - 1) / height);
        WorkerTeam.For(_count / (n * m) * tiles, Math.Max(1, Segment / (width * height)), new Planes<TBody>(this, body, across, tiles, width, height));
    }

    // Moves the dimension in which the second operand is densest next to the innermost; whether it is denser there.
    private bool PlaceRows()
    {
        var last = _dims - 1;
        var rows = last - 1;
        var least = Math.Abs(_s1[last]);
        if (least <= 1 || last == 0) return false;
        var turned = false;
        for (var d = last - 1; d >= 0; d--)
        {
            var step = Math.Abs(_s1[d]);
            if (step == 0 || step >= least) continue;
            (rows, least, turned) = (d, step, true);
        }
        var (size, a, b) = (_size[rows], _s0[rows], _s1[rows]);
        for (var d = rows; d < last - 1; d++) (_size[d], _s0[d], _s1[d]) = (_size[d + 1], _s0[d + 1], _s1[d + 1]);
        (_size[last - 1], _s0[last - 1], _s1[last - 1]) = (size, a, b);
        return turned;
    }

    private struct Planes<TBody>(StridedLoop loop, TBody body, long across, long tiles, long width, long height) : IRangeBody where TBody : struct, IPlaneBody
    {
        private StridedLoop _loop = loop;

        [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var last = _loop._dims - 1;
            var index = stackalloc long[MaxDims];
            long o0 = 0, o1 = 0;
            var rest = from / tiles;
            var tile = from % tiles;
            for (var d = last - 2; d >= 0; d--)
            {
                index[d] = rest % _loop._size[d];
                rest /= _loop._size[d];
                o0 += index[d] * _loop._s0[d];
                o1 += index[d] * _loop._s1[d];
            }
            var (n, s0, s1) = (_loop._size[last], _loop._s0[last], _loop._s1[last]);
            var (m, t0, t1) = last > 0 ? (_loop._size[last - 1], _loop._s0[last - 1], _loop._s1[last - 1]) : (1, 0, 0);
            for (var unit = from; unit < to; unit++)
            {
                var (i, j) = tiles == 1 ? (0, 0) : (tile % across * width, tile / across * height);
                body.Run(o0 + i * s0 + j * t0, o1 + i * s1 + j * t1, s0, s1, Math.Min(width, n - i), t0, t1, Math.Min(height, m - j));
                if (++tile < tiles) continue;
                tile = 0;
                for (var d = last - 2; d >= 0; d--)
                {
                    o0 += _loop._s0[d];
                    o1 += _loop._s1[d];
                    if (++index[d] < _loop._size[d]) break;
                    o0 -= _loop._size[d] * _loop._s0[d];
                    o1 -= _loop._size[d] * _loop._s1[d];
                    index[d] = 0;
                }
            }
        }
    }
}
