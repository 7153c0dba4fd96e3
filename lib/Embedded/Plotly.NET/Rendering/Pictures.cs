// Picture series: rows of pixels of channels, or an encoded picture as data URI.

namespace Plotly.NET.Rendering;

/// <summary>Draws picture series.</summary>
internal static class Pictures
{
    /// <summary>Width and height in pixels; what an encoded picture says in its head.</summary>
    public static (int Width, int Height) Size(Series series)
    {
        if (Read.List(series.Trace, "z") is { Length: > 0 } rows)
        {
            return (rows.Max(r => Read.List(r)?.Length ?? 0), rows.Length);
        }

        var source = Read.Text(series.Trace, "source");
        var comma = source?.IndexOf("base64,", StringComparison.Ordinal) ?? -1;
        if (comma >= 0)
        {
            try
            {
                var bytes = Convert.FromBase64String(source![(comma + 7)..]);
                if (bytes.Length > 24 && bytes[1] == 'P' && bytes[2] == 'N')
                {
                    return ((bytes[16] << 24) | (bytes[17] << 16) | (bytes[18] << 8) | bytes[19], (bytes[20] << 24) | (bytes[21] << 16) | (bytes[22] << 8) | bytes[23]);
                }
            }
            catch (FormatException)
            {
                // Not base64: drawn in a unit square, as any picture of unknown size.
            }
        }

        return (1, 1);
    }

    public static void Draw(SvgCanvas svg, Series series)
    {
        var (width, height) = Size(series);
        var source = Read.Text(series.Trace, "source");
        if (Pixels(series) is var (pixels, columns, rows))
        {
            source = Png.DataUri(pixels, columns, rows);
        }

        if (source is null)
        {
            return;
        }

        var (x1, x2) = (series.X!.Pixel(-0.5), series.X.Pixel(width - 0.5));
        var (y1, y2) = (series.Y!.Pixel(-0.5), series.Y.Pixel(height - 0.5));
        var smooth = Read.Value(series.Trace, "zsmooth") is "fast" or "best";
        if (y2 < y1)
        {
            // On an axis that grows upwards the first row is at the bottom.
            svg.Raw($"<g transform=\"translate(0 {SvgCanvas.N(y1 + y2)}) scale(1 -1)\">");
            svg.Image(Math.Min(x1, x2), y2, Math.Abs(x2 - x1), y1 - y2, source, !smooth);
            svg.Close("g");
        }
        else
        {
            svg.Image(Math.Min(x1, x2), y1, Math.Abs(x2 - x1), y2 - y1, source, !smooth);
        }
    }

    /// <summary>The pixels in red, green, blue and opacity, with width and height; null where the picture is encoded.</summary>
    public static (byte[] Pixels, int Width, int Height)? Pixels(Series series)
    {
        var (width, height) = Size(series);
        if (Read.List(series.Trace, "z") is not { Length: > 0 } rows || width == 0)
        {
            return null;
        }

        var model = Read.Text(series.Trace, "colormodel") ?? "rgb";
        var low = Read.List(series.Trace, "zmin")?.Select(v => Read.Number(v) ?? 0).ToArray();
        var high = Read.List(series.Trace, "zmax")?.Select(v => Read.Number(v) ?? 255).ToArray();
        var pixels = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
        {
            var row = Read.List(rows[y]) ?? [];
            for (var x = 0; x < row.Length; x++)
            {
                var channels = Read.List(row[x]) ?? [];
                var at = ((y * width) + x) * 4;
                var values = new double[channels.Length];
                for (var c = 0; c < values.Length; c++)
                {
                    var value = Read.Number(channels[c]) ?? 0;
                    var (from, to) = (low is not null && c < low.Length ? low[c] : 0, high is not null && c < high.Length ? high[c] : c == 3 && model != "rgba256" ? 1 : 255);
                    values[c] = model.StartsWith("hsl", StringComparison.Ordinal) ? value : Math.Clamp((value - from) / (to - from), 0, 1) * 255;
                }

                if (model.StartsWith("hsl", StringComparison.Ordinal) && values.Length >= 3)
                {
                    (values[0], values[1], values[2]) = FromHsl(values[0], values[1] / 100, values[2] / 100);
                }

                for (var c = 0; c < 3; c++)
                {
                    pixels[at + c] = (byte)Math.Round(values.Length == 0 ? 0 : values[Math.Min(c, values.Length - 1)]);
                }

                pixels[at + 3] = values.Length > 3 ? (byte)Math.Round(values[3]) : (byte)255;
            }
        }

        return (pixels, width, height);
    }

    private static (double, double, double) FromHsl(double h, double s, double l)
    {
        double Channel(double n)
        {
            var k = (n + (h / 30)) % 12;
            return 255 * (l - (s * Math.Min(l, 1 - l) * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1))));
        }

        return (Channel(0), Channel(8), Channel(4));
    }
}
