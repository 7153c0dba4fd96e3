using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Threading;

namespace TorchSharp.Kernels;

/// <summary>
/// Sums over any dimensions of a strided tensor. Floating sums collect short runs in the element type and add those in
/// double, so that the error stays near one rounding; the runs depend on the shape alone.
/// </summary>
internal static unsafe class ReduceSum
{
    private const int Run = 1024;
    private const int Columns = 256;

    /// <summary>
    /// y[kept] = (sum over reduced) / divisor. Strides are in elements; y is row-major over the kept dimensions.
    /// </summary>
    public static void Execute<T>(ReadOnlySpan<long> kept, ReadOnlySpan<long> keptStrides, ReadOnlySpan<long> reduced, ReadOnlySpan<long> reducedStrides, T* x, T* y, double divisor) where T : unmanaged, INumber<T>
    {
        var k = Dimensions.Merge(kept, keptStrides);
        var r = Dimensions.MergeSorted(reduced, reducedStrides);
        var outputs = Shapes.Count(kept);
        var each = Shapes.Count(reduced);
        if (outputs == 0) return;
        // Neighbouring outputs that are neighbours in memory are summed as vectors, row after row.
        if (k.Strides[^1] == 1 && k.Sizes[^1] > 1 && (r.Strides[^1] != 1 || r.Sizes[^1] < Vector<T>.Count))
        {
            var width = k.Sizes[^1];
            var tiles = (width + Columns - 1) / Columns;
            var rows = outputs / width;
            WorkerTeam.For(rows * tiles, Math.Max(1, 32768 / Math.Max(1, each * Math.Min(width, Columns))), new ColumnBody<T>(k, r, x, y, divisor, each));
            return;
        }
        if (outputs < 8 && each > 8 * 32768 && r.Sizes.Length >= 1)
        {
            SplitRows(k, r, x, y, divisor, outputs, each);
            return;
        }
        WorkerTeam.For(outputs, Math.Max(1, 32768 / Math.Max(1, each)), new RowBody<T>(k, r, x, y, divisor));
    }

    // Few long sums: each is cut into fixed pieces for the team.
    private static void SplitRows<T>(Dimensions k, Dimensions r, T* x, T* y, double divisor, long outputs, long each) where T : unmanaged, INumber<T>
    {
        const long Piece = 32768;
        var inner = r.Sizes[^1];
        var outer = each / inner;
        var perInner = (inner + Piece - 1) / Piece;
        var together = inner >= Piece ? 1 : Math.Max(1, Piece / inner);
        var pieces = inner >= Piece ? outer * perInner : (outer + together - 1) / together;
        using var partial = new Memory.Scratch<Sum<T>>(outputs * pieces);
        var p = partial.Pointer;
        WorkerTeam.For(outputs * pieces, 1, new PieceBody<T>(k, r, x, p, pieces, perInner, together, inner, outer));
        for (long o = 0; o < outputs; o++)
        {
            var total = default(Sum<T>);
            for (long i = 0; i < pieces; i++) total.Add(p[o * pieces + i]);
            y[o] = total.Value(divisor);
        }
    }

    /// <summary>The sum of n elements a stride apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Sum<T> Line<T>(T* x, long stride, long n) where T : unmanaged, INumber<T>
    {
        var total = default(Sum<T>);
        if (stride != 1)
        {
            for (long i = 0; i < n; i++) total.Add(x[i * stride]);
            return total;
        }
        for (long start = 0; start < n; start += Run)
        {
            var end = Math.Min(n, start + Run);
            var i = start;
            if (typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(long))
            {
                Vector<T> a = default, b = default, c = default, d = default;
                for (; i <= end - 4 * Vector<T>.Count; i += 4 * Vector<T>.Count)
                {
                    a += Vector.Load(x + i);
                    b += Vector.Load(x + i + Vector<T>.Count);
                    c += Vector.Load(x + i + 2 * Vector<T>.Count);
                    d += Vector.Load(x + i + 3 * Vector<T>.Count);
                }
                for (; i <= end - Vector<T>.Count; i += Vector<T>.Count) a += Vector.Load(x + i);
                total.Add(Vector.Sum((a + b) + (c + d)));
            }
            for (; i < end; i++) total.Add(x[i]);
        }
        return total;
    }

    private readonly struct RowBody<T>(Dimensions k, Dimensions r, T* x, T* y, double divisor) : IRangeBody where T : unmanaged, INumber<T>
    {
        public void Run(long from, long to)
        {
            for (var o = from; o < to; o++) y[o] = Row(r, x + k.Offset(o)).Value(divisor);
        }

        private static Sum<T> Row(Dimensions r, T* x)
        {
            var inner = r.Sizes[^1];
            var stride = r.Strides[^1];
            if (r.Sizes.Length == 1) return Line(x, stride, inner);
            var total = default(Sum<T>);
            var walk = new Walk(r, 0);
            for (long i = 0; i < r.Outer; i++)
            {
                total.Add(Line(x + walk.Offset, stride, inner));
                walk.Next(r);
            }
            return total;
        }
    }

    private readonly struct PieceBody<T>(Dimensions k, Dimensions r, T* x, Sum<T>* partial, long pieces, long perInner, long together, long inner, long outer) : IRangeBody where T : unmanaged, INumber<T>
    {
        public void Run(long from, long to)
        {
            for (var unit = from; unit < to; unit++)
            {
                var start = x + k.Offset(unit / pieces);
                var piece = unit % pieces;
                var stride = r.Strides[^1];
                if (perInner > 1)
                {
                    var begin = piece % perInner * 32768;
                    partial[unit] = Line(start + r.OuterOffset(piece / perInner) + begin * stride, stride, Math.Min(32768, inner - begin));
                    continue;
                }
                var total = default(Sum<T>);
                for (var row = piece * together; row < Math.Min(outer, (piece + 1) * together); row++) total.Add(Line(start + r.OuterOffset(row), stride, inner));
                partial[unit] = total;
            }
        }
    }

    private readonly struct ColumnBody<T>(Dimensions k, Dimensions r, T* x, T* y, double divisor, long each) : IRangeBody where T : unmanaged, INumber<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var width = k.Sizes[^1];
            var tiles = (width + Columns - 1) / Columns;
            var sums = stackalloc T[Columns];
            var totals = stackalloc Sum<T>[Columns];
            for (var unit = from; unit < to; unit++)
            {
                var start = unit % tiles * Columns;
                var n = (int)Math.Min(Columns, width - start);
                var row = x + k.OuterOffset(unit / tiles) + start;
                new Span<Sum<T>>(totals, n).Clear();
                var walk = new Walk(r, 0, all: true);
                for (long done = 0; done < each;)
                {
                    new Span<T>(sums, n).Clear();
                    var exact = typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(long);
                    var rows = exact ? Math.Min(128, each - done) : 1;
                    for (long i = 0; i < rows; i++)
                    {
                        var p = row + walk.Offset;
                        var j = 0;
                        for (; j <= n - Vector<T>.Count; j += Vector<T>.Count) (Vector.Load(sums + j) + Vector.Load(p + j)).Store(sums + j);
                        for (; j < n; j++) sums[j] += p[j];
                        walk.NextAll(r);
                    }
                    for (var j = 0; j < n; j++) totals[j].Add(sums[j]);
                    done += rows;
                }
                for (var j = 0; j < n; j++) y[unit / tiles * width + start + j] = totals[j].Value(divisor);
            }
        }
    }
}

/// <summary>A running sum: in double for floating types, in 64 bits for whole ones.</summary>
internal struct Sum<T> where T : unmanaged, INumber<T>
{
    private double _real;
    private long _whole;

    public void Add(T x)
    {
        if (typeof(T) == typeof(float) || typeof(T) == typeof(double)) _real += double.CreateTruncating(x);
        else _whole += long.CreateTruncating(x);
    }

    public void Add(Sum<T> other)
    {
        _real += other._real;
        _whole += other._whole;
    }

    public readonly T Value(double divisor = 1) => typeof(T) == typeof(float) || typeof(T) == typeof(double)
        ? T.CreateTruncating(_real / divisor)
        : T.CreateTruncating(_whole);
}
