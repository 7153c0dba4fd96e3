using TorchSharp.Kernels;

namespace TorchSharp.Tests.Kernels;

/// <summary>Copies of every geometry against a loop over the elements.</summary>
public sealed unsafe class StridedCopyTests
{
    private static readonly long[] s_sizes = [1, 2, 3, 5, 8, 9, 16, 17, 24, 33, 64, 130];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Permuted_flipped_stepped_and_expanded_elements_arrive_in_their_places(int rank)
    {
        var random = new Random(rank);
        for (var round = 0; round < 200; round++)
        {
            var shape = new long[rank];
            for (var d = 0; d < rank; d++) shape[d] = s_sizes[random.Next(rank > 2 ? s_sizes.Length - 4 : s_sizes.Length)];
            var (sx, first, extent) = Geometry(random, shape, free: true);
            var (sy, to, room) = Geometry(random, shape, free: random.Next(4) == 0);
            if (sy.Any(s => s <= 0)) (sy, to, room) = Geometry(random, shape, free: false);
            Check<byte>(shape, sy, to, room, sx, first, extent, i => (byte)(i * 7 + 1));
            Check<short>(shape, sy, to, room, sx, first, extent, i => (short)(i * 7 + 1));
            Check<int>(shape, sy, to, room, sx, first, extent, i => (int)i + 1);
            Check<long>(shape, sy, to, room, sx, first, extent, i => i + 1);
        }
    }

    [Theory]
    [InlineData(2, 40_000)]
    [InlineData(40_000, 2)]
    [InlineData(300, 301)]
    [InlineData(1, 50_000)]
    public void Matrices_larger_than_a_tile_are_turned_over_whole(long rows, long columns)
    {
        Check<int>([columns, rows], [rows, 1], 0, rows * columns, [1, columns], 0, rows * columns, i => (int)i + 1);
        Check<int>([rows, columns], [columns, 1], 0, rows * columns, [columns, -1], columns - 1, rows * columns, i => (int)i + 1);
        Check<int>([rows, columns], [columns, 1], 0, rows * columns, [1, 0], 0, rows, i => (int)i + 1);
    }

    // Strides of a box that is permuted and, where free, expanded, stepped or flipped; the first element's offset and the memory's size.
    private static (long[] Strides, long First, long Extent) Geometry(Random random, long[] shape, bool free)
    {
        var order = Enumerable.Range(0, shape.Length).ToArray();
        if (free) random.Shuffle(order);
        var strides = new long[shape.Length];
        long extent = 1, first = 0;
        foreach (var d in order.Reverse())
        {
            var kind = free ? random.Next(6) : 5;
            var step = kind == 1 ? 2 : kind == 2 ? 3 : 1;
            strides[d] = kind == 0 ? 0 : extent * step;
            if (kind != 0) extent *= step * shape[d];
            if (kind != 3) continue;
            first += strides[d] * (shape[d] - 1);
            strides[d] = -strides[d];
        }
        return (strides, first, extent);
    }

    private static void Check<T>(long[] shape, long[] sy, long to, long room, long[] sx, long first, long extent, Func<long, T> value) where T : unmanaged
    {
        // The source ends where its memory ends; the target has a margin that has to stay as it is.
        var x = new T[extent];
        for (long i = 0; i < extent; i++) x[i] = value(i);
        var y = new T[room + 32];
        var expected = new T[room + 32];
        var index = new long[shape.Length];
        for (var left = shape.Aggregate(1L, (a, b) => a * b); left > 0; left--)
        {
            long a = to, b = first;
            for (var d = 0; d < shape.Length; d++) (a, b) = (a + index[d] * sy[d], b + index[d] * sx[d]);
            expected[a] = x[b];
            for (var d = shape.Length - 1; d >= 0 && ++index[d] == shape[d]; d--) index[d] = 0;
        }
        fixed (T* px = x, py = y) StridedCopy.Run<T>(shape, py + to, sy, px + first, sx);
        Assert.True(expected.AsSpan().SequenceEqual(y), $"{typeof(T).Name} [{string.Join(", ", shape)}] strides [{string.Join(", ", sy)}] from [{string.Join(", ", sx)}]");
    }
}
