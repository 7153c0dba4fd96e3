using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels.Conv;

/// <summary>
/// Copies rows of a map into a padded plane, the columns sorted by residue modulo the horizontal step: a row of
/// the plane is [residue][column / step]. After that every tap of every output row is one contiguous stretch.
/// </summary>
internal static unsafe class Planes
{
    /// <summary>Columns of one residue.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Columns(long width, long step) => (width + step - 1) / step;

    /// <param name="source">Map [height, width].</param>
    /// <param name="height">Rows of the map.</param>
    /// <param name="width">Columns of the map.</param>
    /// <param name="firstRow">Source row of the plane's first row; may lie outside.</param>
    /// <param name="firstColumn">Source column of the plane's first column; may lie outside.</param>
    /// <param name="step">Horizontal step.</param>
    /// <param name="rows">Rows of the plane.</param>
    /// <param name="columns">Columns of the plane before sorting.</param>
    /// <param name="plane">Plane [rows, step * Columns(columns, step)].</param>
    /// <param name="outside">What lies around the map.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill<T>(T* source, long height, long width, long firstRow, long firstColumn, long step, long rows, long columns, T* plane,
        T outside = default) where T : unmanaged
    {
        var perResidue = Columns(columns, step);
        var pitch = perResidue * step;
        for (long r = 0; r < rows; r++, plane += pitch)
        {
            var y = firstRow + r;
            if (y < 0 || y >= height)
            {
                new Span<T>(plane, (int)pitch).Fill(outside);
                continue;
            }
            var row = source + y * width;
            if (step == 1)
            {
                var left = Math.Clamp(-firstColumn, 0, columns);
                var end = Math.Clamp(width - firstColumn, left, columns);
                for (long i = 0; i < left; i++) plane[i] = outside;
                new ReadOnlySpan<T>(row + firstColumn + left, (int)(end - left)).CopyTo(new Span<T>(plane + left, (int)(end - left)));
                for (var i = end; i < columns; i++) plane[i] = outside;
                continue;
            }
            // Pairs of columns inside the row go to their two residues a register at a time.
            var before = Math.Max(0, (1 - firstColumn) / 2);
            var sorted = step == 2 ? Residues.Split(row + firstColumn + 2 * before, plane + before, plane + perResidue + before,
                Math.Min(perResidue, (width - firstColumn) / 2) - before) : 0;
            for (long residue = 0; residue < step; residue++)
            {
                var to = plane + residue * perResidue;
                for (long i = 0, x = firstColumn + residue; i < perResidue; i++, x += step)
                {
                    if (sorted > 0 && i == before)
                    {
                        i += sorted;
                        x += sorted * step;
                        if (i == perResidue) break;
                    }
                    to[i] = x < 0 || x >= width ? outside : row[x];
                }
            }
        }
    }

    /// <summary>The way back: copies what of the plane lies inside the map, parameters as in <see cref="Fill"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Empty<T>(T* plane, long height, long width, long firstRow, long firstColumn, long step, long rows, long columns, T* map)
        where T : unmanaged
    {
        var perResidue = Columns(columns, step);
        for (long r = 0; r < rows; r++, plane += perResidue * step)
        {
            var y = firstRow + r;
            if (y < 0 || y >= height) continue;
            var row = map + y * width;
            var left = Math.Clamp(-firstColumn, 0, columns);
            var end = Math.Clamp(width - firstColumn, left, columns);
            if (step == 1)
            {
                new ReadOnlySpan<T>(plane + left, (int)(end - left)).CopyTo(new Span<T>(row + firstColumn + left, (int)(end - left)));
                continue;
            }
            var pairs = (left + 1) / 2;
            var sorted = step == 2 ? Residues.Join(plane + pairs, plane + perResidue + pairs, row + firstColumn + 2 * pairs, end / 2 - pairs) : 0;
            for (var i = left; i < end; i++)
            {
                if (sorted > 0 && i == 2 * pairs)
                {
                    i += 2 * sorted;
                    if (i == end) break;
                }
                row[firstColumn + i] = plane[i % step * perResidue + i / step];
            }
        }
    }
}
