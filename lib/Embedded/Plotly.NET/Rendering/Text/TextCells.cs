// Matrices and pictures in text: shades for values, dots for light.

namespace Plotly.NET.Rendering;

/// <summary>Draws heat maps, contours and pictures.</summary>
internal static class TextCells
{
    // Bayer (1973), "An optimum method for two-level rendition of continuous-tone pictures": thresholds of 4 by 4 dots.
    private static readonly int[] Thresholds = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

    /// <summary>Each character has the mean of the entries under it.</summary>
    public static void Fill(TextPicture picture, Series series, TextCanvas canvas)
    {
        var rows = series.Z.Length;
        var columns = rows == 0 ? 0 : series.Z.Max(r => r.Length);
        if (rows == 0 || columns == 0)
        {
            return;
        }

        var colors = ValueColors.Of(series, picture.Model);
        var across = Under(Cells.Edges(series, series.X!, series.XValues, columns), series.X!, canvas.Columns, TextCanvas.CellWidth);
        var down = Under(Cells.Edges(series, series.Y!, series.YValues, rows), series.Y!, canvas.Rows, TextCanvas.CellHeight);
        for (var row = 0; row < canvas.Rows; row++)
        {
            for (var column = 0; column < canvas.Columns; column++)
            {
                var values = down[row].SelectMany(j => across[column].Where(i => i < series.Z[j].Length).Select(i => series.Z[j][i])).Where(double.IsFinite).ToArray();
                if (values.Length > 0)
                {
                    canvas.Put(column, row, canvas.Glyphs.Shade((values.Average() - colors.Low) / (colors.High - colors.Low)));
                }
            }
        }

        picture.Scale = canvas.Glyphs.Label($"{canvas.Glyphs.Shades.Trim()}  {NumberFormat.Short(colors.Low)} to {NumberFormat.Short(colors.High)}");
    }

    /// <summary>A picture by itself: as large as fits, square pixels, light as dots.</summary>
    public static IReadOnlyList<string> Picture(TextPicture picture, Series series, int width, int height)
    {
        if (Pictures.Pixels(series) is not var (pixels, w, h) || w == 0 || h == 0)
        {
            return ["(an encoded picture)"];
        }

        var rows = Math.Max(1, Math.Min(height, (int)Math.Round((double)width * h / w / 2)));
        var columns = Math.Clamp((int)Math.Round(2.0 * rows * w / h), 1, width);
        var canvas = new TextCanvas(columns, rows, picture.Glyphs);
        var (across, down) = picture.Glyphs.IsAscii ? (1, 1) : (2, 4);
        for (var y = 0; y < rows * down; y++)
        {
            for (var x = 0; x < columns * across; x++)
            {
                var light = Light(pixels, w, h, (double)x / (columns * across), (double)(x + 1) / (columns * across), (double)y / (rows * down), (double)(y + 1) / (rows * down));
                if (picture.Glyphs.IsAscii)
                {
                    canvas.Put(x, y, picture.Glyphs.Shade(light));
                }
                else if (light * 16 > Thresholds[(4 * (y % 4)) + (x % 4)] + 0.5)
                {
                    canvas.Dot((x + 0.5) * 4, (y + 0.5) * 4, '.');
                }
            }
        }

        return [.. canvas.Lines()];
    }

    private static double Light(byte[] pixels, int width, int height, double left, double right, double top, double bottom)
    {
        var (sum, count) = (0.0, 0);
        for (var y = (int)(top * height); y < Math.Max((int)(top * height) + 1, (int)(bottom * height)); y++)
        {
            for (var x = (int)(left * width); x < Math.Max((int)(left * width) + 1, (int)(right * width)); x++)
            {
                var at = ((Math.Min(y, height - 1) * width) + Math.Min(x, width - 1)) * 4;
                sum += ((0.299 * pixels[at]) + (0.587 * pixels[at + 1]) + (0.114 * pixels[at + 2])) / 255;
                count++;
            }
        }

        return sum / count;
    }

    // For each character the entries whose middle it holds, else the one that it lies in.
    private static List<int>[] Under(double[] edges, Axis axis, int count, int size)
    {
        var under = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        var pixels = edges.Select(axis.Pixel).ToArray();
        for (var i = 0; i + 1 < pixels.Length; i++)
        {
            var middle = (int)Math.Floor((pixels[i] + pixels[i + 1]) / 2 / size);
            if (middle >= 0 && middle < count)
            {
                under[middle].Add(i);
            }
        }

        for (var c = 0; c < count; c++)
        {
            if (under[c].Count == 0)
            {
                var at = (c + 0.5) * size;
                var i = Enumerable.Range(0, pixels.Length - 1).FirstOrDefault(k => Math.Min(pixels[k], pixels[k + 1]) <= at && at <= Math.Max(pixels[k], pixels[k + 1]), -1);
                if (i >= 0)
                {
                    under[c].Add(i);
                }
            }
        }

        return under;
    }
}
