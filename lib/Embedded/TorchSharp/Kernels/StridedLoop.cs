using System.Runtime.CompilerServices;
using TorchSharp.Threading;

namespace TorchSharp.Kernels;

/// <summary>The body of an elementwise loop over a run of n elements: up to four operands, strides in elements.</summary>
internal unsafe interface IRunBody
{
    void Run(long o0, long o1, long o2, long o3, long s0, long s1, long s2, long s3, long n);
}

/// <summary>
/// Walks several tensors of one (broadcast) shape together. Dimensions of size 1 vanish, neighbours that continue each
/// other in every operand merge, and the operand written to comes in memory order; what remains is cut into runs of
/// the innermost dimension that the team shares. The cut depends on the shape alone.
/// </summary>
internal unsafe partial struct StridedLoop
{
    private const int MaxDims = Shapes.MaxRank;
    private const long Segment = 32768;

    private fixed long _size[MaxDims];
    private fixed long _s0[MaxDims];
    private fixed long _s1[MaxDims];
    private fixed long _s2[MaxDims];
    private fixed long _s3[MaxDims];
    private int _dims;
    private long _count;

    /// <summary>Operand 0 is the one written to. Strides are those in the common shape, 0 where an operand repeats.</summary>
    public StridedLoop(ReadOnlySpan<long> shape, ReadOnlySpan<long> s0, ReadOnlySpan<long> s1 = default, ReadOnlySpan<long> s2 = default, ReadOnlySpan<long> s3 = default)
    {
        _count = 1;
        Span<int> order = stackalloc int[shape.Length];
        var kept = 0;
        for (var d = 0; d < shape.Length; d++)
        {
            _count *= shape[d];
            if (shape[d] != 1) order[kept++] = d;
        }
        // Insertion sort by falling stride of the first operand, or of the second where the first stays: nearly always in order already.
        for (var i = 1; i < kept; i++)
        {
            var d = order[i];
            var j = i;
            while (j > 0 && Step(s0, s1, order[j - 1]) < Step(s0, s1, d))
            {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = d;
        }
        for (var i = 0; i < kept; i++)
        {
            var d = order[i];
            var (a, b, c, e) = (s0[d], At(s1, d), At(s2, d), At(s3, d));
            var n = shape[d];
            if (_dims > 0)
            {
                var p = _dims - 1;
                if (_s0[p] == a * n && _s1[p] == b * n && _s2[p] == c * n && _s3[p] == e * n)
                {
                    _size[p] *= n;
                    (_s0[p], _s1[p], _s2[p], _s3[p]) = (a, b, c, e);
                    continue;
                }
            }
            _size[_dims] = n;
            (_s0[_dims], _s1[_dims], _s2[_dims], _s3[_dims]) = (a, b, c, e);
            _dims++;
        }
        if (_dims == 0)
        {
            _size[0] = 1;
            (_s0[0], _s1[0], _s2[0], _s3[0]) = (1, 1, 1, 1);
            _dims = 1;
        }
    }

    /// <summary>Runs the body on the team; <paramref name="cost"/> is the work of an element in units of an addition.</summary>
    public void Run<TBody>(TBody body, int cost = 1) where TBody : struct, IRunBody
    {
        if (_count == 0) return;
        var inner = _size[_dims - 1];
        var outer = _count / inner;
        var segment = Math.Max(1024, Segment / cost);
        var perRow = inner <= segment * 3 / 2 ? 1 : (inner + segment - 1) / segment;
        var length = perRow == 1 ? inner : segment;
        var grain = perRow > 1 ? 1 : Math.Max(1, segment / inner);
        WorkerTeam.For(outer * perRow, grain, new Rows<TBody>(this, body, perRow, length));
    }

    /// <summary>Runs the body on this thread, in order: for bodies whose writes may meet.</summary>
    public void RunInOrder<TBody>(TBody body) where TBody : struct, IRunBody
    {
        if (_count == 0) return;
        var inner = _size[_dims - 1];
        new Rows<TBody>(this, body, 1, inner).Run(0, _count / inner);
    }

    private static long Step(ReadOnlySpan<long> s0, ReadOnlySpan<long> s1, int d) => s0[d] != 0 ? s0[d] : At(s1, d);

    private static long At(ReadOnlySpan<long> strides, int d) => strides.Length == 0 ? 0 : strides[d];

    private struct Rows<TBody>(StridedLoop loop, TBody body, long perRow, long length) : IRangeBody where TBody : struct, IRunBody
    {
        private StridedLoop _loop = loop;

        [SkipLocalsInit]
        public void Run(long from, long to)
        {
            var last = _loop._dims - 1;
            var n = _loop._size[last];
            var index = stackalloc long[MaxDims];
            var row = from / perRow;
            var part = from % perRow;
            long o0 = 0, o1 = 0, o2 = 0, o3 = 0;
            var rest = row;
            for (var d = last - 1; d >= 0; d--)
            {
                index[d] = rest % _loop._size[d];
                rest /= _loop._size[d];
                o0 += index[d] * _loop._s0[d];
                o1 += index[d] * _loop._s1[d];
                o2 += index[d] * _loop._s2[d];
                o3 += index[d] * _loop._s3[d];
            }
            var (i0, i1, i2, i3) = (_loop._s0[last], _loop._s1[last], _loop._s2[last], _loop._s3[last]);
            for (var unit = from; unit < to; unit++)
            {
                var start = part * length;
                body.Run(o0 + start * i0, o1 + start * i1, o2 + start * i2, o3 + start * i3, i0, i1, i2, i3, Math.Min(length, n - start));
                if (++part < perRow) continue;
                part = 0;
                for (var d = last - 1; d >= 0; d--)
                {
                    o0 += _loop._s0[d];
                    o1 += _loop._s1[d];
                    o2 += _loop._s2[d];
                    o3 += _loop._s3[d];
                    if (++index[d] < _loop._size[d]) break;
                    var size = _loop._size[d];
                    o0 -= size * _loop._s0[d];
                    o1 -= size * _loop._s1[d];
                    o2 -= size * _loop._s2[d];
                    o3 -= size * _loop._s3[d];
                    index[d] = 0;
                }
            }
        }
    }
}
