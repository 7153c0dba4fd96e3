using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels.Winograd;

/// <summary>Moves rows of a map between [channel][y][x] and the padded [y][x][channel] in which the transforms work.</summary>
internal static unsafe class ChannelsLast
{
    /// <summary>rows[r][x][c] = map[c][firstRow + r][x - padX], zero outside of the map and in the padding channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather(float* map, long channels, long channelsUp, long h, long w, long firstRow, long rowCount, long padX, long width, float* rows)
    {
        var pitch = width * channelsUp;
        var end = Math.Min(width, w + padX);
        for (long r = 0; r < rowCount; r++, rows += pitch)
        {
            var y = firstRow + r;
            if (y < 0 || y >= h)
            {
                Rows.Clear(rows, pitch);
                continue;
            }
            Rows.Clear(rows, padX * channelsUp);
            if (channels < channelsUp) Rows.Clear(rows + padX * channelsUp, (end - padX) * channelsUp);
            Transposition.Matrix(map + y * w, h * w, channels, end - padX, rows + padX * channelsUp, channelsUp);
            Rows.Clear(rows + end * channelsUp, pitch - end * channelsUp);
        }
    }

    /// <summary>map[c][firstRow + r][x] = rows[r][x][c] for the rows and columns that the map has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scatter(float* rows, long channels, long channelsUp, long rowCount, long width, float* map, long h, long w, long firstRow)
    {
        for (long r = 0; r < rowCount && firstRow + r < h; r++)
            Transposition.Matrix(rows + r * width * channelsUp, channelsUp, Math.Min(width, w), channels, map + (firstRow + r) * w, h * w);
    }
}
