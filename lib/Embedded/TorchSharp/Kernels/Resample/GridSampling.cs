using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Resample;

/// <summary>
/// Images read between their pixels at the points of a grid (M. Jaderberg and others, 2015, "Spatial transformer networks"). The
/// four neighbours of a point are the same in every channel, so a block of channels is laid out channels last: a neighbour is then
/// a few registers, read or added to at once.
/// </summary>
internal static unsafe class GridSampling
{
    /// <param name="s">The sizes and modes.</param>
    /// <param name="input">Images [N, C, H, W].</param>
    /// <param name="grid">Positions (x, y) [N, OH, OW, 2].</param>
    /// <param name="output">What is read there, [N, C, OH, OW].</param>
    public static void Forward<T>(in GridShape s, T* input, T* grid, T* output) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var block = BlockOf<T>(s);
        WorkerTeam.For(s.N * Blocks(s, block), 1, new ForwardBody<T>(s, block, input, grid, output));
    }

    /// <summary>The gradients of the images and of the grid, either of which may be null; both are overwritten.</summary>
    public static void Backward<T>(in GridShape s, T* input, T* grid, T* outputGrad, T* inputGrad, T* gridGrad) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (s.Mode == torch.GridSampleMode.Nearest && gridGrad is not null)
        {
            // The nearest pixel stays the same when the grid moves a little.
            Rows.Clear(gridGrad, s.N * s.Points * 2);
            gridGrad = null;
        }
        var block = BlockOf<T>(s);
        var blocks = inputGrad is null && gridGrad is null ? 0 : Blocks(s, block);
        // Each block of channels has a share in the gradient of the grid; the shares are added in order.
        using var shares = new Scratch<T>(gridGrad is null || blocks == 1 ? 0 : s.N * blocks * s.Points * 2);
        WorkerTeam.For(s.N * blocks, 1, new BackwardBody<T>(s, block, input, grid, outputGrad, inputGrad, gridGrad is null || blocks == 1 ? gridGrad : shares.Pointer));
        if (gridGrad is null || blocks == 1) return;
        var count = s.Points * 2;
        for (long n = 0; n < s.N; n++)
        {
            Rows.Copy(shares.Pointer + n * blocks * count, gridGrad + n * count, count);
            for (long b = 1; b < blocks; b++) Rows.Add(shares.Pointer + (n * blocks + b) * count, gridGrad + n * count, count);
        }
    }

    // Whole registers, as many as leave a block of an image in a processor's second cache.
    private static long BlockOf<T>(in GridShape s) where T : unmanaged
    {
        var register = Vector<T>.Count;
        var fits = 512 * 1024 / (Math.Max(1, s.Pixels) * sizeof(T) * register);
        return register * Math.Clamp(Math.Min(fits, (s.C + register - 1) / register), 1, 8);
    }

    // Eight planes at a time: planes of a power of two fall on the same lines of the first cache, which holds about as many.
    private static void ToPlanes<T>(T* pixels, long width, long count, long channels, T* planes, long pitch) where T : unmanaged
    {
        for (long c = 0; c < channels; c += 8) Transposition.Matrix(pixels + c, width, count, Math.Min(8, channels - c), planes + c * pitch, pitch);
    }

    private static long Blocks(in GridShape s, long block) => (s.C + block - 1) / block;

    private readonly struct ForwardBody<T>(GridShape s, long block, T* input, T* grid, T* output) : IRangeBody where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(long from, long to)
        {
            if (s.Mode == torch.GridSampleMode.Bilinear || s.Pixels == 0) Bilinear(from, to);
            else Nearest(from, to);
        }

        private void Bilinear(long from, long to)
        {
            using var points = new GridPoints<T>(s);
            using var pixels = new Scratch<T>((s.Pixels + 1) * block);
            using var tile = new Scratch<T>(GridPoints<T>.Most * block);
            Rows.Clear(pixels.Pointer, pixels.Elements);
            var blocks = Blocks(s, block);
            for (var part = from; part < to; part++)
            {
                var (image, c) = (part / blocks, part % blocks * block);
                var channels = Math.Min(block, s.C - c);
                Transposition.Matrix(input + (image * s.C + c) * s.Pixels, s.Pixels, channels, s.Pixels, pixels.Pointer, block);
                for (long p = 0; p < s.Points; p += GridPoints<T>.Most)
                {
                    var count = (int)Math.Min(GridPoints<T>.Most, s.Points - p);
                    points.Find(grid + (image * s.Points + p) * 2, count);
                    Blend(points, count, pixels.Pointer, tile.Pointer);
                    ToPlanes(tile.Pointer, block, count, channels, output + (image * s.C + c) * s.Points + p, s.Points);
                }
            }
        }

        // One neighbour is best fetched from where it is, for so many points that the planes are read in long stretches.
        private void Nearest(long from, long to)
        {
            const int most = 16 * GridPoints<T>.Most;
            using var points = new GridPoints<T>(s);
            using var places = new Scratch<long>(2 * most);
            var blocks = Blocks(s, block);
            for (var part = from; part < to; part++)
            {
                var (image, c) = (part / blocks, part % blocks * block);
                var channels = Math.Min(block, s.C - c);
                for (long p = 0; p < s.Points; p += most)
                {
                    var count = (int)Math.Min(most, s.Points - p);
                    for (var i = 0; i < count; i += GridPoints<T>.Most)
                    {
                        var some = Math.Min(GridPoints<T>.Most, count - i);
                        points.Find(grid + (image * s.Points + p + i) * 2, some);
                        Rows.Copy(points.TopLeft, places.Pointer + i, some);
                    }
                    Pick(places.Pointer, count, places.Pointer + most, input + (image * s.C + c) * s.Pixels, channels, output + (image * s.C + c) * s.Points + p);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Blend(in GridPoints<T> points, int count, T* pixels, T* tile)
        {
            var width = block;
            long* a = points.TopLeft, b = points.TopRight, c = points.BottomLeft, d = points.BottomRight;
            for (var i = 0; i < count; i++, tile += width)
            {
                points.Shares(i, out var wa, out var wb, out var wc, out var wd);
                T* pa = pixels + a[i] * width, pb = pixels + b[i] * width, pc = pixels + c[i] * width, pd = pixels + d[i] * width;
                for (long v = 0; v < width; v += Vector<T>.Count)
                    Vector.Store(VectorMath.MultiplyAdd(Vector.Load(pd + v), wd, VectorMath.MultiplyAdd(Vector.Load(pc + v), wc, VectorMath.MultiplyAdd(Vector.Load(pb + v), wb, Vector.Load(pa + v) * wa))), tile + v);
            }
        }

        // Points outside read any pixel, and are put right after the others: nothing has to be decided point by point.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Pick(long* at, int count, long* outside, T* map, long channels, T* target)
        {
            long pixels = s.Pixels, points = s.Points, misses = 0;
            for (var i = 0; i < count; i++)
            {
                outside[misses] = i;
                misses += at[i] == pixels ? 1 : 0;
                at[i] = at[i] == pixels ? 0 : at[i];
            }
            for (long c = 0; c < channels; c++, map += pixels, target += points)
            {
                // Fewer and wider stores: a store makes loads wait that look like its neighbours, as equal places of two maps do.
                var i = 0;
                for (; typeof(T) == typeof(float) && i + 4 <= count; i += 4)
                {
                    var m = (float*)map;
                    Vector128.Create(m[at[i]], m[at[i + 1]], m[at[i + 2]], m[at[i + 3]]).Store((float*)target + i);
                }
                for (; i < count; i++) target[i] = map[at[i]];
                for (var miss = 0; miss < misses; miss++) target[outside[miss]] = T.Zero;
            }
        }
    }

    private readonly struct BackwardBody<T>(GridShape s, long block, T* input, T* grid, T* outputGrad, T* inputGrad, T* gridGrad) : IRangeBody
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var bilinear = s.Mode == torch.GridSampleMode.Bilinear;
            using var points = new GridPoints<T>(s);
            using var pixels = new Scratch<T>(gridGrad is null ? 0 : (s.Pixels + 1) * block);
            using var sums = new Scratch<T>(inputGrad is null ? 0 : (s.Pixels + 1) * block);
            using var tile = new Scratch<T>(GridPoints<T>.Most * block);
            Rows.Clear(pixels.Pointer, pixels.Elements);
            Rows.Clear(tile.Pointer, tile.Elements);
            var blocks = Blocks(s, block);
            for (var part = from; part < to; part++)
            {
                var (image, c) = (part / blocks, part % blocks * block);
                var channels = Math.Min(block, s.C - c);
                var offset = (image * s.C + c) * s.Pixels;
                if (channels < block)
                {
                    Rows.Clear(tile.Pointer, tile.Elements);
                    Rows.Clear(pixels.Pointer, pixels.Elements);
                }
                if (pixels.Elements > 0) Transposition.Matrix(input + offset, s.Pixels, channels, s.Pixels, pixels.Pointer, block);
                Rows.Clear(sums.Pointer, sums.Elements);
                for (long p = 0; p < s.Points; p += GridPoints<T>.Most)
                {
                    var count = (int)Math.Min(GridPoints<T>.Most, s.Points - p);
                    points.Find(grid + (image * s.Points + p) * 2, count);
                    Transposition.Matrix(outputGrad + (image * s.C + c) * s.Points + p, s.Points, channels, count, tile.Pointer, block);
                    if (inputGrad is not null)
                    {
                        if (bilinear) Spread(points, count, tile.Pointer, sums.Pointer);
                        else Put(points.TopLeft, count, tile.Pointer, sums.Pointer);
                    }
                    if (gridGrad is not null) Move(points, count, tile.Pointer, pixels.Pointer, gridGrad + (part * s.Points + p) * 2);
                }
                if (inputGrad is not null) ToPlanes(sums.Pointer, block, s.Pixels, channels, inputGrad + offset, s.Pixels);
            }
        }

        // Each neighbour of a point gets its share of the point's gradient.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Spread(in GridPoints<T> points, int count, T* grads, T* sums)
        {
            var width = block;
            long* a = points.TopLeft, b = points.TopRight, c = points.BottomLeft, d = points.BottomRight;
            for (var i = 0; i < count; i++, grads += width)
            {
                points.Shares(i, out var wa, out var wb, out var wc, out var wd);
                T* pa = sums + a[i] * width, pb = sums + b[i] * width, pc = sums + c[i] * width, pd = sums + d[i] * width;
                for (long v = 0; v < width; v += Vector<T>.Count)
                {
                    var g = Vector.Load(grads + v);
                    // One after the other: several neighbours may be the pixel outside.
                    Vector.Store(VectorMath.MultiplyAdd(g, wa, Vector.Load(pa + v)), pa + v);
                    Vector.Store(VectorMath.MultiplyAdd(g, wb, Vector.Load(pb + v)), pb + v);
                    Vector.Store(VectorMath.MultiplyAdd(g, wc, Vector.Load(pc + v)), pc + v);
                    Vector.Store(VectorMath.MultiplyAdd(g, wd, Vector.Load(pd + v)), pd + v);
                }
            }
        }

        // The differences between neighbours are the slopes of the image at a point.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Move(in GridPoints<T> points, int count, T* grads, T* pixels, T* moves)
        {
            T* right = points.Right, down = points.Down;
            var width = block;
            long* a = points.TopLeft, b = points.TopRight, c = points.BottomLeft, d = points.BottomRight;
            for (var i = 0; i < count; i++, grads += width)
            {
                Vector<T> r = new(right[i]), l = new(T.One - right[i]), below = new(down[i]), above = new(T.One - down[i]);
                T* pa = pixels + a[i] * width, pb = pixels + b[i] * width, pc = pixels + c[i] * width, pd = pixels + d[i] * width;
                Vector<T> across = default, along = default;
                for (long v = 0; v < width; v += Vector<T>.Count)
                {
                    Vector<T> g = Vector.Load(grads + v), va = Vector.Load(pa + v), vb = Vector.Load(pb + v), vc = Vector.Load(pc + v), vd = Vector.Load(pd + v);
                    across = VectorMath.MultiplyAdd(g, VectorMath.MultiplyAdd(vb - va, above, (vd - vc) * below), across);
                    along = VectorMath.MultiplyAdd(g, VectorMath.MultiplyAdd(vc - va, l, (vd - vb) * r), along);
                }
                moves[2 * i] = Vector.Sum(across) * points.SlopeX[i];
                moves[2 * i + 1] = Vector.Sum(along) * points.SlopeY[i];
            }
        }

        // The nearest pixel gets all of it.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Put(long* at, int count, T* grads, T* sums)
        {
            var width = block;
            for (var i = 0; i < count; i++, grads += width)
            {
                var pixel = sums + at[i] * width;
                for (long v = 0; v < width; v += Vector<T>.Count) Vector.Store(Vector.Load(pixel + v) + Vector.Load(grads + v), pixel + v);
            }
        }
    }
}
